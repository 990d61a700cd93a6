import type { Project } from '../../src/resolve/project.ts';
import type { FunctionValue, InstanceValue, Value } from '../../src/resolve/value.ts';
import {
  annotationsOf,
  argument,
  entryOf,
  functionOf,
  isAnnotations,
  options,
  textOf,
  wordsOf,
} from '../_shared/code/records.ts';
import { askedIn, workOf } from './handlers.ts';
import type { Found, Offer, Unread } from './offer.ts';
import { schemaParameters, signatureParameters } from './parameters.ts';
import { appTools, decorating, imports, type Kind, registering, registrationSymbols } from './symbols.ts';

/** Tools, resources and prompts that are registered one call at a time. */
export function registered(project: Project): Found {
  const offers: Offer[] = [];
  const unread: Unread[] = [];
  for (const kind of ['tool', 'resource', 'prompt'] as const) {
    for (const call of callsOf(project, kind)) {
      const read = readCall(project, kind, call);
      if (!read) continue;
      if ('name' in read) offers.push(read);
      else unread.push(read);
    }
  }
  return { offers, unread };
}

/** Calls on known servers, and calls that look like a registration on something that could not be told. */
function callsOf(project: Project, kind: Kind): readonly InstanceValue[] {
  const known = project.calls([...registrationSymbols(kind), ...(kind === 'tool' ? appTools : [])]);
  const applied = project.calls(decorating[kind].map(symbol => `${symbol}()`));
  const methods = registering[kind].map(name => name.split('.').at(-1) ?? name);
  const loose = project
    .methodCalls(methods, imports)
    .filter(({ receiver, call }) => receiver.kind === 'unknown' && looksRegistering(call))
    .map(({ call }) => call);
  const all = new Map<string, InstanceValue>();
  // `mcp.tool()` and `mcp.tool()(fn)` start at the same place.
  for (const call of [...known, ...applied, ...loose])
    if (!all.has(`${call.id} ${call.symbol}`)) all.set(`${call.id} ${call.symbol}`, call);
  return [...all.values()];
}

/** A first string and a last function, or one record with a name and a function in it. */
function looksRegistering({ args }: InstanceValue): boolean {
  const [first] = args.positional;
  const last = args.positional.at(-1);
  if (first?.kind === 'record' && args.positional.length === 1) {
    return (
      textOf(entryOf(first, 'name')) !== undefined &&
      first.entries.some(entry => functionOf(entry.value) !== undefined)
    );
  }
  return args.positional.length >= 2 && textOf(first) !== undefined && functionOf(last) !== undefined;
}

function readCall(project: Project, kind: Kind, call: InstanceValue): Offer | Unread | undefined {
  const receiver = receiverOf(call);
  const args = appTools.includes(call.symbol) ? call.args.positional.slice(1) : call.args.positional;
  const [first] = args;
  const base = { kind, at: call.at, ...(receiver && { receiver }) };
  // Python: `mcp.add_tool(fn)`, `mcp.tool()(fn)`, `mcp.tool(fn)`, `mcp.add_tool(Tool.from_function(fn))`.
  const python = call.at.file.endsWith('.py');
  if (python) return readPython(project, kind, call, base);
  if (first?.kind === 'record' && args.length === 1) return readRecord(project, first, base);
  // `server.addTool(searchTool)` where the object is made by a function of another package.
  if (args.length < 2 && textOf(first) === undefined) {
    return first && first.kind !== 'function'
      ? unread(base, `a ${kind} whose definition is not in the code`)
      : undefined;
  }
  const name = textOf(first);
  if (name === undefined) return unread(base, `a ${kind} whose name is only known when the program runs`);
  const rest = args.slice(1);
  const last = rest.at(-1);
  const described = describe(project, kind, rest.slice(0, -1), call);
  return { ...base, name, ...described, ...work(project, last, base) };
}

function receiverOf(call: InstanceValue): Value | undefined {
  if (appTools.includes(call.symbol)) return call.args.positional[0];
  let receiver = call.receiver;
  // `mcp.tool()(fn)`: the receiver of the decorator, not the decorator.
  if (receiver?.kind === 'instance' && call.symbol === `${receiver.symbol}()` && receiver.receiver)
    receiver = receiver.receiver;
  return receiver;
}

type Base = Pick<Offer, 'kind' | 'at' | 'receiver'>;

function unread(base: Base, what: string): Unread {
  return { ...base, detail: `This registers ${what}.`, reason: 'unknown-tools' };
}

function work(project: Project, callback: Value | undefined, base: Base): Pick<Offer, 'handler' | 'asks'> {
  const fn = workOf(project, callback, base.at);
  if (!fn) return {};
  const asks = askedIn(project, fn);
  return { handler: project.functionRef(fn), ...(asks && { asks }) };
}

/** Description, schema and annotations of the overloads between the name and the callback. */
function describe(
  project: Project,
  kind: Kind,
  middle: readonly Value[],
  call: InstanceValue,
): Pick<Offer, 'description' | 'parameters' | 'annotations'> {
  const flat = middle.flatMap(value => options(value).slice(0, 1));
  const config = /register\w*$/i.test(call.symbol)
    ? flat.filter(value => value.kind === 'record').at(-1)
    : undefined;
  if (config && kind !== 'resource') {
    const description = wordsOf(entryOf(config, 'description'));
    const annotations = annotationsOf(entryOf(config, 'annotations'));
    const title = textOf(entryOf(config, 'title'));
    return {
      ...(description !== undefined && { description }),
      parameters: schemaParameters(project, entryOf(config, 'inputSchema') ?? entryOf(config, 'argsSchema')),
      ...((annotations || title) && { annotations: { ...(title && { title }), ...annotations } }),
    };
  }
  const description =
    kind === 'resource'
      ? wordsOf(entryOf(flat.at(-1), 'description'))
      : flat.map(wordsOf).find(text => text !== undefined);
  const hints = flat.filter(isAnnotations).map(annotationsOf).find(Boolean);
  const schema = flat.find(value => wordsOf(value) === undefined && !isAnnotations(value));
  return {
    ...(description !== undefined && { description }),
    parameters: kind === 'resource' ? [] : schemaParameters(project, schema),
    ...(hints && { annotations: hints }),
  };
}

/** `addTool({name, description, parameters, annotations, execute})`. */
function readRecord(project: Project, record: Value, base: Base): Offer | Unread {
  const name = textOf(entryOf(record, 'name')) ?? textOf(entryOf(record, 'uri'));
  if (name === undefined)
    return unread(base, `a ${base.kind} whose name is only known when the program runs`);
  const description = wordsOf(entryOf(record, 'description'));
  const annotations = annotationsOf(entryOf(record, 'annotations'));
  const callback = ['execute', 'handler', 'load', 'cb', 'callback', 'run']
    .map(key => entryOf(record, key))
    .find(Boolean);
  const schema = ['parameters', 'inputSchema', 'schema', 'arguments']
    .map(key => entryOf(record, key))
    .find(Boolean);
  return {
    ...base,
    name,
    ...(description !== undefined && { description }),
    parameters: schemaParameters(project, schema),
    ...(annotations && { annotations }),
    ...work(project, callback, base),
  };
}

function readPython(
  project: Project,
  kind: Kind,
  call: InstanceValue,
  base: Base,
): Offer | Unread | undefined {
  const decorator =
    call.receiver?.kind === 'instance' && call.symbol === `${call.receiver.symbol}()`
      ? call.receiver.args
      : undefined;
  const [first] = call.args.positional;
  const given = first ?? argument(call.args, 'fn') ?? argument(call.args, 'tool');
  if (!given) return undefined;
  const made = options(given).find(
    value => value.kind === 'instance' && /\.from_(function|tool)$/.test(value.symbol),
  );
  const args = made?.kind === 'instance' ? made.args : (decorator ?? call.args);
  const fn = functionOf(made?.kind === 'instance' ? made.args.positional[0] : given);
  // `@mcp.tool("name")` is a call too: its function comes with the decorator.
  if (!fn)
    return decorator || textOf(given) !== undefined || /\.(tool|resource|prompt)$/.test(call.symbol)
      ? undefined
      : unread(base, `a ${kind} whose definition is not in the code`);
  return pythonOffer(project, base, fn, args, decorator?.positional[0]);
}

/** A decorated Python function; `args` are those of the decorator or of `add_tool`. */
export function pythonOffer(
  project: Project,
  base: Base,
  fn: FunctionValue,
  args: InstanceValue['args'] | undefined,
  first: Value | undefined,
): Offer | Unread {
  const named = argument(args, 'name') ?? (base.kind === 'resource' ? undefined : first);
  const uri = base.kind === 'resource' ? textOf(first ?? argument(args, 'uri')) : undefined;
  const given = textOf(named);
  if (named && given === undefined && named.kind !== 'literal' && named.kind !== 'function') {
    return unread(base, `a ${base.kind} whose name is only known when the program runs`);
  }
  const name = given ?? uri ?? fn.def.name;
  const description = wordsOf(argument(args, 'description')) ?? fn.def.doc;
  const annotations = annotationsOf(argument(args, 'annotations'));
  const title = textOf(argument(args, 'title'));
  const except = options(argument(args, 'exclude_args')).flatMap(v =>
    v.kind === 'list' ? v.items.flatMap(i => textOf(i.value) ?? []) : [],
  );
  const asks = askedIn(project, fn);
  return {
    ...base,
    at: fn.at,
    name,
    ...(description !== undefined && { description: description.trim() }),
    parameters: signatureParameters(project, fn, except),
    ...((annotations || title) && { annotations: { ...(title && { title }), ...annotations } }),
    handler: project.functionRef(fn),
    ...(asks && { asks }),
  };
}
