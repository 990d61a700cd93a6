import type { Location } from '../model/location.ts';
import { type Evaluator, limits, unknown } from './evaluator.ts';
import { unite } from './union.ts';
import type { Entry, Item, ListValue, RecordValue, TextValue, Value } from './value.ts';

/** `left op right` over values: concatenation of texts, lists and records; `or`, `||`, `??` give alternatives. */
export function operate(ev: Evaluator, op: string, left: Value, right: Value, at: Location): Value {
  if (op === 'or' || op === '||' || op === '??') return alternative(left, right, at);
  if (op === 'and' || op === '&&') return right;
  if (left.kind === 'union' || right.kind === 'union') return unions(ev, op, left, right, at);
  if (op === '|' && (left.kind === 'instance' || right.kind === 'instance')) return piped(left, right, at);
  if (op === '+' && left.kind === 'list') return concat(left, right, at);
  if (op === '+' && right.kind === 'list') return inFront(left, right, at);
  // A union of types, kept under a name.
  if (op === '|' && isType(left) && isType(right)) return unite([left, right], at);
  if (op === '|' && left.kind === 'record') return mergeRecords(left, right, at);
  if (op === '|' && left.kind === 'list') return concat(left, right, at);
  if (op === '+' && (isText(left) || isText(right))) return text([left, right], at);
  if (op === '%' && isText(left)) return text([left, right], at);
  if (op === '-' && left.kind === 'list')
    return { ...left, items: left.items.map(i => ({ ...i, conditional: true })) };
  if (op === '/' && isPath(left)) return below(left, right, at);
  return unknown('dynamic', `operator ${op}`, at);
}

function isPath(value: Value): boolean {
  return (
    (value.kind === 'instance' || value.kind === 'external') &&
    /^pathlib\.(?:Pure)?\w*Path\b/.test(value.symbol)
  );
}

/** `Path(__file__).parent / 'data'` is a path that is made of both. */
function below(left: Value, right: Value, at: Location): Value {
  const id = `${at.file}:${at.line}:${at.column ?? 0}`;
  return { kind: 'instance', id, symbol: 'pathlib.Path', args: { positional: [left, right], named: [] }, at };
}

/** `client.get_tools() + [x]`: an object in front is kept for the analyzer, anything else leaves the list open. */
function inFront(left: Value, right: ListValue, at: Location): ListValue {
  const { items, open } = spreadItems(left);
  return { ...concat({ ...right, items: [...items] }, right, at), ...(open !== undefined && { open }) };
}

/** `prompt | model`: objects that overload the operator keep both sides as arguments. */
function piped(left: Value, right: Value, at: Location): Value {
  const id = `${at.file}:${at.line}:${at.column ?? 0}`;
  return { kind: 'instance', id, symbol: 'operator.or_', args: { positional: [left, right], named: [] }, at };
}

/** `a or b`: a truthy literal or object decides, otherwise both may hold. */
function alternative(left: Value, right: Value, at: Location): Value {
  if (left.kind === 'literal') return left.value ? left : right;
  if (['list', 'record'].includes(left.kind) || left.kind === 'instance' || left.kind === 'function')
    return left;
  // An environment variable or unbound parameter with a fallback: the fallback is what the text says.
  if (left.kind === 'unknown' && right.kind !== 'unknown') return right;
  if (left.kind === 'external' && left.symbol.startsWith('globalThis.process.env')) return right;
  return unite([left, right], at);
}

function unions(ev: Evaluator, op: string, left: Value, right: Value, at: Location): Value {
  const lefts = left.kind === 'union' ? left.options : [left];
  const rights = right.kind === 'union' ? right.options : [right];
  return unite(
    lefts.flatMap(l => rights.map(r => operate(ev, op, l, r, at))),
    at,
  );
}

function isText(value: Value): boolean {
  return value.kind === 'text' || (value.kind === 'literal' && typeof value.value === 'string');
}

/** Joins strings and holes; all known gives a literal. */
export function text(values: readonly Value[], at: Location): Value {
  const parts: (string | Value)[] = [];
  for (const value of values) {
    for (const part of value.kind === 'text' ? value.parts : [value]) {
      const known =
        typeof part === 'string'
          ? part
          : part.kind === 'literal' && part.value !== null
            ? String(part.value)
            : undefined;
      const last = parts[parts.length - 1];
      if (known !== undefined && typeof last === 'string') parts[parts.length - 1] = last + known;
      else if (parts.length < limits.items) parts.push(known ?? part);
    }
  }
  const [only] = parts;
  if (parts.length === 0) return { kind: 'literal', value: '', at };
  if (parts.length === 1 && typeof only === 'string') return { kind: 'literal', value: only, at };
  return { kind: 'text', parts, at } satisfies TextValue;
}

/** A list with another value's items behind; unknown values leave it open. */
export function concat(left: ListValue, right: Value, at: Location, conditional = false): ListValue {
  const spread = spreadItems(right);
  const items = [...left.items, ...spread.items.map(i => (conditional ? { ...i, conditional } : i))].slice(
    0,
    limits.items,
  );
  const open = left.open ?? spread.open;
  return { kind: 'list', id: left.id, items, at: left.at ?? at, ...(open !== undefined && { open }) };
}

/** The items a value contributes when spread. Alternatives contribute all their items, marked conditional. */
export function spreadItems(value: Value): { readonly items: readonly Item[]; readonly open?: string } {
  switch (value.kind) {
    case 'list':
      return value;
    case 'record':
      return { items: value.entries.map(e => ({ value: { kind: 'literal', value: e.key, at: value.at } })) };
    case 'literal':
      return { items: [] };
    case 'union': {
      const parts = value.options.map(spreadItems);
      const open = parts.find(p => p.open !== undefined)?.open;
      return {
        items: parts.flatMap(p => p.items.map(i => ({ ...i, conditional: true }))),
        ...(open !== undefined && { open }),
      };
    }
    case 'unknown':
      return { items: [], open: value.detail };
    // An object that yields tools when iterated (a toolkit, an awaited client): kept as an item for the analyzer.
    case 'instance':
      return { items: [{ value }] };
    default:
      return { items: [], open: `a ${value.kind}` };
  }
}

/** A record with another value's entries over it; later keys win. */
export function mergeRecords(left: RecordValue, right: Value, at: Location): RecordValue {
  const spread = spreadEntries(right);
  const entries = new Map<string, Entry>(left.entries.map(e => [e.key, e]));
  for (const e of spread.entries) entries.set(e.key, e);
  const open = left.open ?? spread.open;
  return {
    kind: 'record',
    id: left.id,
    entries: [...entries.values()].slice(0, limits.items),
    at: left.at ?? at,
    ...(open !== undefined && { open }),
  };
}

/** The entries a value contributes to a record when spread. */
export function spreadEntries(value: Value): { readonly entries: readonly Entry[]; readonly open?: string } {
  switch (value.kind) {
    case 'record':
      return value;
    case 'literal':
      return { entries: [] };
    case 'union': {
      const parts = value.options.map(spreadEntries);
      const open = parts.find(p => p.open !== undefined)?.open;
      return {
        entries: parts.flatMap(p => p.entries.map(e => ({ ...e, conditional: true }))),
        ...(open !== undefined && { open }),
      };
    }
    case 'unknown':
      return { entries: [], open: value.detail };
    case 'instance':
      return { entries: [{ key: '...', value }] };
    default:
      return { entries: [], open: `a ${value.kind}` };
  }
}

const isType = (value: Value): boolean =>
  value.kind === 'external' || value.kind === 'class' || value.kind === 'union';
