import type { Location } from '../model/location.ts';
import { type Evaluator, limits, unknown } from './evaluator.ts';
import { siteOf } from './expression.ts';
import { concat, mergeRecords, spreadEntries, spreadItems, text } from './operators.ts';
import { unite } from './union.ts';
import type { CallArguments, Item, ListValue, RecordValue, Value } from './value.ts';

interface Call {
  readonly ev: Evaluator;
  readonly args: CallArguments;
  readonly at: Location;
  readonly receiver?: Value;
  readonly first: Value | undefined;
  readonly second: Value | undefined;
}

type Rule = (call: Call) => Value | undefined;

/** What a call of a language builtin denotes; undefined when the symbol is no builtin we model. */
export function builtinCall(
  ev: Evaluator,
  symbol: string,
  receiver: Value | undefined,
  args: CallArguments,
  at: Location,
): Value | undefined {
  const rule = rules.get(symbol);
  if (!rule) return undefined;
  const [first, second] = args.positional;
  return rule({ ev, args, at, first, second, ...(receiver && { receiver }) });
}

const list = (at: Location, items: readonly Item[], open?: string): ListValue => ({
  kind: 'list',
  id: siteOf(at),
  items: items.slice(0, limits.items),
  at,
  ...(open !== undefined && { open }),
});

const copyItems: Rule = ({ first, at }) => {
  if (!first) return list(at, []);
  const { items, open } = spreadItems(first);
  return list(at, items, open);
};

const same: Rule = ({ first }) => first;
const sameSecond: Rule = ({ second }) => second;
const all: Rule = ({ args, at }) =>
  list(
    at,
    args.positional.map(value => ({ value })),
  );
const fallbackOrUnknown = (c: Call, key: Value | undefined, fallback: Value | undefined): Value =>
  fallback && !(fallback.kind === 'literal' && fallback.value === null)
    ? fallback
    : unknown('environment', key?.kind === 'literal' ? String(key.value) : 'environment', c.at);

const dict: Rule = ({ args, first, at }) => {
  const base: RecordValue = {
    kind: 'record',
    id: siteOf(at),
    entries: args.named.map(n => ({ key: n.name, value: n.value })),
    at,
  };
  return first ? mergeRecords(base, first, at) : base;
};

const getattr: Rule = ({ ev, first, second, at }) =>
  first && second?.kind === 'literal' ? ev.member(first, String(second.value), at) : undefined;

const partial: Rule = ({ args, first }) => {
  if (first?.kind !== 'function') return undefined;
  return { ...first, partial: { positional: args.positional.slice(1), named: args.named } };
};

/** `super().x` looks along the bases: the object itself serves, for the class's own overrides call up. */
const importModule: Rule = ({ ev, first, at }) => {
  if (first?.kind !== 'literal') return undefined;
  const target = ev.files.resolve(String(first.value), at.file);
  return target.to === 'file'
    ? { kind: 'module', path: target.path, at }
    : { kind: 'external', symbol: String(first.value), at };
};

const mapItems = (c: Call, source: Value, fn: Value, mark: boolean): Value => {
  const { items, open } = spreadItems(source);
  const made = items.slice(0, 400).map(i => ({
    ...i,
    ...(mark && { conditional: true }),
    value: c.ev.call(fn, { positional: [i.value], named: [] }, c.at),
  }));
  return list(c.at, made, open);
};

const conditionally = (source: Value, at: Location): Value => {
  if (source.kind === 'record')
    return { ...source, entries: source.entries.map(e => ({ ...e, conditional: true })) };
  const { items, open } = spreadItems(source);
  return list(
    at,
    items.map(i => ({ ...i, conditional: true })),
    open,
  );
};

const entries = (source: Value, at: Location): ListValue => {
  const { entries: all, open } = spreadEntries(source);
  const pair = (key: string, value: Value): Value =>
    list(at, [{ value: { kind: 'literal', value: key, at } }, { value }]);
  return list(
    at,
    all.map(e => ({ value: pair(e.key, e.value), ...(e.conditional && { conditional: true }) })),
    open,
  );
};

const fromEntries: Rule = ({ first, at }) => {
  if (!first) return undefined;
  const { items, open } = spreadItems(first);
  const out = items.flatMap(i => {
    const [key, value] = i.value.kind === 'list' ? i.value.items : [];
    if (!key || !value) return [];
    return [
      {
        key: key.value.kind === 'literal' ? String(key.value.value) : '(computed)',
        value: value.value,
        ...(i.conditional && { conditional: true }),
      },
    ];
  });
  return { kind: 'record', id: siteOf(at), entries: out, at, ...(open !== undefined && { open }) };
};

const valuesOf = (source: Value, at: Location): Value => {
  const { entries: all, open } = spreadEntries(source);
  return list(
    at,
    all.map(e => ({ value: e.value, ...(e.conditional && { conditional: true }) })),
    open,
  );
};

const flat: Rule = ({ receiver, first, at }) => {
  const source = receiver ?? first;
  if (!source) return undefined;
  const { items, open } = spreadItems(source);
  const parts = items.map(i => ({
    i,
    inner:
      i.value.kind === 'list' || i.value.kind === 'union'
        ? spreadItems(i.value)
        : { items: [i] as readonly Item[] },
  }));
  const nested = parts.flatMap(p =>
    p.inner.items.map(x => (p.i.conditional ? { ...x, conditional: true } : x)),
  );
  return list(
    at,
    nested,
    open ?? parts.map(p => ('open' in p.inner ? p.inner.open : undefined)).find(x => x !== undefined),
  );
};

const onReceiver =
  (f: (c: Call, receiver: Value) => Value | undefined): Rule =>
  c =>
    c.receiver ? f(c, c.receiver) : undefined;

const recordGet = onReceiver((c, r) => {
  if (c.first?.kind !== 'literal')
    return r.kind === 'record' && r.entries.length > 0
      ? unite(
          r.entries.map(e => e.value),
          c.at,
        )
      : undefined;
  const key = String(c.first.value);
  const entry = r.kind === 'record' ? r.entries.find(e => e.key === key) : undefined;
  return entry?.value ?? c.second ?? unknown('dynamic', `key ${key}`, c.at);
});

const rules = new Map<string, Rule>([
  ...['list', 'tuple', 'set', 'frozenset', 'sorted', 'reversed', 'iter'].map(
    n => [`builtins.${n}`, copyItems] as const,
  ),
  ['builtins.dict', dict],
  ['builtins.getattr', getattr],
  ['functools.partial', partial],
  ['builtins.str', ({ first, at }) => (first ? text([first], at) : undefined)],
  [
    'builtins.enumerate',
    ({ first, at }) =>
      first &&
      list(
        at,
        spreadItems(first).items.map((i, n) => ({
          ...i,
          value: list(at, [{ value: { kind: 'literal', value: n, at } }, i]),
        })),
      ),
  ],
  ['builtins.map', c => c.first && c.second && mapItems(c, c.second, c.first, false)],
  ['builtins.filter', ({ second, at }) => second && conditionally(second, at)],
  ['typing.cast', sameSecond],
  ['copy.copy', same],
  ['copy.deepcopy', same],
  ['builtins.next', same],
  ['asyncio.run', same],
  ['asyncio.gather', all],
  ['asyncio.wait_for', same],
  ['asyncio.create_task', same],
  ['importlib.import_module', importModule],
  [
    'itertools.chain',
    c =>
      flat({
        ...c,
        first: list(
          c.at,
          c.args.positional.map(value => ({ value })),
        ),
      }),
  ],
  ['os.getenv', c => fallbackOrUnknown(c, c.first, c.second)],
  ['os.environ.get', c => fallbackOrUnknown(c, c.first, c.second)],
  [
    'globalThis.Object.assign',
    ({ args, at }) => {
      const empty: RecordValue = { kind: 'record', id: siteOf(at), entries: [], at };
      return args.positional.reduce<RecordValue>((a, b) => mergeRecords(a, b, at), empty);
    },
  ],
  ['globalThis.Object.values', ({ first, at }) => first && valuesOf(first, at)],
  ['globalThis.Object.entries', ({ first, at }) => first && entries(first, at)],
  ['globalThis.Object.keys', ({ first, at }) => first && list(at, spreadItems(first).items)],
  ['globalThis.Object.fromEntries', fromEntries],
  ['globalThis.Object.freeze', same],
  ['globalThis.structuredClone', same],
  ['globalThis.Array.from', copyItems],
  ['globalThis.Promise.all', same],
  ['globalThis.Promise.resolve', same],
  ['globalThis.Set', copyItems],
  ['globalThis.Map', fromEntries],
  ['list().map', onReceiver((c, r) => c.first && mapItems(c, r, c.first, false))],
  [
    'list().flatMap',
    onReceiver((c, r) => c.first && flat({ ...c, receiver: mapItems(c, r, c.first, false) })),
  ],
  ['list().filter', onReceiver((c, r) => conditionally(r, c.at))],
  ['list().slice', onReceiver((c, r) => conditionally(r, c.at))],
  ['list().flat', flat],
  ['list().copy', onReceiver((_c, r) => r)],
  [
    'list().concat',
    onReceiver((c, r) =>
      r.kind === 'list'
        ? c.args.positional.reduce<ListValue>((a, b) => concat(a, b, c.at), { ...r, id: siteOf(c.at) })
        : undefined,
    ),
  ],
  [
    'list().find',
    onReceiver((c, r) =>
      r.kind === 'list' && r.items.length > 0
        ? unite(
            r.items.map(i => i.value),
            c.at,
          )
        : undefined,
    ),
  ],
  [
    'list().pop',
    onReceiver((c, r) =>
      r.kind === 'list' && r.items.length > 0
        ? unite(
            r.items.map(i => i.value),
            c.at,
          )
        : undefined,
    ),
  ],
  [
    'list().join',
    onReceiver((c, r) =>
      r.kind === 'list'
        ? text(
            r.items.map(i => i.value),
            c.at,
          )
        : undefined,
    ),
  ],
  ['record().values', onReceiver((c, r) => valuesOf(r, c.at))],
  ['record().items', onReceiver((c, r) => entries(r, c.at))],
  ['record().entries', onReceiver((c, r) => entries(r, c.at))],
  ['record().keys', onReceiver((c, r) => list(c.at, spreadItems(r).items))],
  ['record().copy', onReceiver((_c, r) => r)],
  ['record().get', recordGet],
  ['record().pop', recordGet],
  ['record().setdefault', recordGet],
  [
    'text().join',
    onReceiver(c =>
      c.first?.kind === 'list'
        ? text(
            c.first.items.map(i => i.value),
            c.at,
          )
        : undefined,
    ),
  ],
  [
    'text().format',
    onReceiver((c, r) => text([r, ...c.args.positional, ...c.args.named.map(n => n.value)], c.at)),
  ],
  ...['strip', 'trim', 'trimStart', 'trimEnd', 'lstrip', 'rstrip', 'toString', 'dedent'].map(
    n => [`text().${n}`, onReceiver((_c, r) => r)] as const,
  ),
  ['textwrap.dedent', same],
  ['inspect.cleandoc', same],
  [
    'function().bind',
    onReceiver((c, r) =>
      r.kind === 'function'
        ? { ...r, partial: { positional: c.args.positional.slice(1), named: [] } }
        : undefined,
    ),
  ],
  [
    'function().call',
    onReceiver((c, r) => c.ev.call(r, { positional: c.args.positional.slice(1), named: [] }, c.at)),
  ],
]);
