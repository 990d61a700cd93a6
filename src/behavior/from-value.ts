import type { Catalog } from '../catalog/types.ts';
import type { CallArguments, InstanceValue, Value } from '../resolve/value.ts';
import { called } from './called.ts';
import { type Arguments, constant, derive, type Flow, from, join, lost } from './flow.ts';

const environment =
  /^(?:globalThis\.process\.env|os\.environ|globalThis\.import\.meta\.env|globalThis\.Deno\.env|globalThis\.Bun\.env)\b/;

/** Classes whose fields come from the environment, and calls that read it. */
const settings =
  /(?:^|\.)(?:BaseSettings|Settings|Dynaconf|Config|AutoConfig)$|^(?:decouple|environ|dynaconf|starlette\.config|dotenv)\b|#createEnv$/;

/**
 * A value of the resolver as a flow. Values from outside the handler are what the program was started with: unbound
 * parameters of factories and constructors count as configuration, tables written in the code as records it holds.
 */
export function fromValue(catalog: Catalog, value: Value, holder?: string, depth = 0): Flow {
  if (depth > 8) return lost('nested too deep');
  const next = (v: Value): Flow => fromValue(catalog, v, undefined, depth + 1);
  switch (value.kind) {
    case 'literal':
      return { sources: constant.sources, value };
    case 'text': {
      const parts = value.parts.map(part => (typeof part === 'string' ? part : next(part)));
      return { ...derive(parts.filter(part => typeof part !== 'string')), text: parts };
    }
    case 'list': {
      const items = value.items.slice(0, 40).map(item => next(item.value));
      return {
        sources: constant.sources,
        contents: { fields: new Map(), rest: items },
        value,
        ...held(holder, value, items),
      };
    }
    case 'record': {
      const fields = value.entries.slice(0, 60).map(entry => [entry.key, next(entry.value)] as const);
      const items = fields.map(([, flow]) => flow);
      return {
        sources: constant.sources,
        contents: { fields: new Map(fields), rest: [] },
        value,
        ...held(holder, value, items),
      };
    }
    case 'union':
      return join(value.options.map(next));
    case 'instance':
      return fromInstance(catalog, value, holder, depth);
    case 'external':
      return environment.test(value.symbol)
        ? from({ kind: 'config', name: nameOf(value.symbol) })
        : { sources: constant.sources, value };
    case 'unknown':
      if (value.reason === 'environment' || value.reason === 'parameter')
        return { ...from({ kind: 'config', name: value.detail }), value };
      return { ...lost(value.detail), value };
    default:
      return { sources: constant.sources, value };
  }
}

/** A named collection of data in the module is something the project holds; a table of functions is not. */
function held(holder: string | undefined, value: Value, items: readonly Flow[]): Pick<Flow, 'held'> {
  if (holder === undefined) return {};
  const isData =
    items.length === 0 ||
    items.some(
      item => item.contents !== undefined || item.text !== undefined || item.value?.kind === 'literal',
    );
  return isData ? { held: { kind: 'record', name: holder, at: value.at } } : {};
}

function fromInstance(
  catalog: Catalog,
  value: InstanceValue,
  holder: string | undefined,
  depth: number,
): Flow {
  if (settings.test(value.symbol))
    return { ...from({ kind: 'config', name: holder ?? value.symbol }), value };
  if (value.classValue) return { sources: constant.sources, value };
  const row = called(catalog.symbol(value.symbol, { receiverArgument: literalsOf(value) }), value.symbol);
  const reads =
    row?.kind === 'api' &&
    row.result === 'content' &&
    row.capabilities.some(word => /read|query|get$|fetch/.test(word));
  // Read once when the program starts: a file of records, a table.
  if (reads) return { ...from({ kind: 'record', name: holder ?? value.symbol, at: value.at }), value };
  const inputs = [...value.args.positional, ...value.args.named.map(n => n.value)].slice(0, 20);
  const parts = inputs.map(v => fromValue(catalog, v, undefined, depth + 1));
  return {
    ...derive(
      parts.filter(
        part => part.sources.size > 0 || part.text !== undefined || part.value?.kind === 'literal',
      ),
    ),
    value,
  };
}

/** First literal argument of every call in the receiver chain, nearest first. */
export function literalsOf(value: Value | undefined): readonly string[] {
  const out: string[] = [];
  for (let v: Value | undefined = value, n = 0; v?.kind === 'instance' && n < 12; v = v.receiver, n++) {
    const [first] = v.args.positional;
    if (first?.kind === 'literal' && typeof first.value === 'string') out.push(first.value);
  }
  return out;
}

/** Arguments of a resolved call as flows. */
export function argumentsOf(catalog: Catalog, args: CallArguments): Arguments {
  return {
    positional: args.positional.map(value => fromValue(catalog, value)),
    named: new Map(args.named.map(({ name, value }) => [name, fromValue(catalog, value)])),
    ...(args.rest !== undefined && { rest: from({ kind: 'config', name: args.rest }) }),
  };
}

/** What the resolver may know of a flow, for arguments of resolved calls. */
export function toValue(flow: Flow): Value {
  if (flow.value) return flow.value;
  const [only] = flow.text ?? [];
  const at = { file: '', line: 1 };
  if (flow.text?.length === 1 && typeof only === 'string') return { kind: 'literal', value: only, at };
  return { kind: 'unknown', reason: 'dynamic', detail: 'a value of the call', at };
}

function nameOf(symbol: string): string {
  return symbol.split(/[.#]/).at(-1) ?? symbol;
}
