import { deepKey, symbolKey } from './symbol-key.ts';
import type { SymbolQualifier, SymbolRow } from './types.ts';

/** Rows of one base spelling: unqualified and by qualifier. */
interface Bucket {
  plain?: SymbolRow;
  readonly qualified: Map<string, SymbolRow>;
}

const ambiguous = Symbol('ambiguous');

/** Rows by package and class, then by qualifier. */
type DeepPaths = Map<string, Map<string, SymbolRow | typeof ambiguous>>;

/** Finds symbol rows; see `Catalog.symbol` and `Catalog.methods`. Rows given earlier win. */
export interface SymbolIndex {
  find(symbol: string, qualifier?: SymbolQualifier): SymbolRow | undefined;
  methods(name: string): readonly SymbolRow[];
}

/** Builds the index once; each lookup costs a few map reads. */
export function indexSymbols(rows: readonly SymbolRow[]): SymbolIndex {
  const exact = new Map<string, Bucket>();
  let deep: DeepPaths | undefined;
  let methods: ReadonlyMap<string, readonly SymbolRow[]> | undefined;
  const starts = new Map<string, Bucket>();
  const anyDepth = new Map<string, { readonly prefix: string; readonly row: SymbolRow }[]>();
  for (const row of rows) for (const symbol of row.symbols) add(row, symbol);

  return {
    find(symbol, qualifier) {
      const key = symbolKey(symbol);
      const asked = qualifiersOf(key.qualifier, qualifier);
      return (
        pick(exact.get(key.base), asked) ??
        (/[.#:]/.test(key.base)
          ? undefined
          : (pick(exact.get(`builtins.${key.base}`), asked) ??
            pick(exact.get(`globalThis.${key.base}`), asked))) ??
        byDeepPath(symbol, asked) ??
        byStart(key.base, asked) ??
        byAnyDepth(key.base)
      );
    },
    methods(name) {
      methods ??= byLastName(rows);
      return methods.get(name) ?? [];
    },
  };

  function add(row: SymbolRow, symbol: string): void {
    const { base, qualifier } = symbolKey(symbol);
    const deep = base.indexOf('**.');
    if (deep > 0) {
      const last = base.slice(deep + 3);
      anyDepth.set(last, [...(anyDepth.get(last) ?? []), { prefix: base.slice(0, deep), row }]);
      return;
    }
    if (base.endsWith('.**')) {
      anyDepth.set('*', [...(anyDepth.get('*') ?? []), { prefix: base.slice(0, -2), row }]);
      return;
    }
    if (base.endsWith('*')) {
      put(starts, base.slice(0, -1), qualifier, row);
      return;
    }
    put(exact, base, qualifier, row);
  }

  function byDeepPath(symbol: string, asked: readonly string[]): SymbolRow | undefined {
    for (const functions of [false, true]) {
      const key = deepKey(symbol, functions);
      if (key === undefined) continue;
      deep ??= deepPaths(rows);
      const slot = deep.get(key);
      if (!slot) continue;
      for (const name of [...asked, '']) {
        const row = slot.get(name);
        if (row !== undefined && row !== ambiguous && (!functions || row.kind !== 'api')) return row;
      }
    }
    return undefined;
  }

  /** `cloudflare#Cloudflare().**.get`: a method of a client, however many resources stand before it. */
  function byAnyDepth(base: string): SymbolRow | undefined {
    if (anyDepth.size === 0) return undefined;
    const name = base.slice(Math.max(base.lastIndexOf('.'), base.lastIndexOf('#')) + 1);
    const named = anyDepth.get(name)?.find(one => base.startsWith(one.prefix));
    return (named ?? anyDepth.get('*')?.find(one => base.startsWith(one.prefix)))?.row;
  }

  function byStart(base: string, asked: readonly string[]): SymbolRow | undefined {
    const from = Math.max(base.lastIndexOf('.'), base.lastIndexOf('#'), base.lastIndexOf(':')) + 1;
    if (from === 0) return undefined;
    for (const name of [...asked, ''])
      for (let end = base.length; end >= from; end--) {
        const bucket = starts.get(base.slice(0, end));
        const row = name === '' ? bucket?.plain : bucket?.qualified.get(name);
        if (row) return row;
      }
    return undefined;
  }
}

/** Rows by package and class, made when the first import path is unknown as written. */
function deepPaths(rows: readonly SymbolRow[]): DeepPaths {
  const deep: DeepPaths = new Map();
  for (const row of rows)
    for (const symbol of row.symbols) {
      if (symbol.includes('*')) continue;
      const key = deepKey(symbol, row.kind !== 'api');
      if (key === undefined) continue;
      const slot = deep.get(key) ?? new Map<string, SymbolRow | typeof ambiguous>();
      const qualifier = symbolKey(symbol).qualifier ?? '';
      const before = slot.get(qualifier);
      slot.set(qualifier, before === undefined || before === row ? row : ambiguous);
      deep.set(key, slot);
    }
  return deep;
}

/** API rows by the last name of their symbols, made when the first receiver is lost. */
function byLastName(rows: readonly SymbolRow[]): ReadonlyMap<string, readonly SymbolRow[]> {
  const methods = new Map<string, SymbolRow[]>();
  for (const row of rows)
    for (const symbol of row.symbols) {
      if (row.kind !== 'api' || !symbol.includes(').') || symbol.endsWith('*')) continue;
      const { base } = symbolKey(symbol);
      const name = base.slice(Math.max(base.lastIndexOf('.'), base.lastIndexOf('#')) + 1);
      const list = methods.get(name) ?? [];
      if (!list.includes(row)) list.push(row);
      methods.set(name, list);
    }
  return methods;
}

function qualifiersOf(own: string | undefined, given: SymbolQualifier | undefined): readonly string[] {
  const { receiverArgument, operation } = given ?? {};
  const receivers = typeof receiverArgument === 'string' ? [receiverArgument] : (receiverArgument ?? []);
  return [own, operation, ...receivers].filter(
    name => name !== undefined && name !== '',
  ) as readonly string[];
}

function put(map: Map<string, Bucket>, key: string, qualifier: string | undefined, row: SymbolRow): void {
  const bucket: Bucket = map.get(key) ?? { qualified: new Map() };
  if (qualifier === undefined) bucket.plain ??= row;
  else if (!bucket.qualified.has(qualifier)) bucket.qualified.set(qualifier, row);
  map.set(key, bucket);
}

function pick(bucket: Bucket | undefined, asked: readonly string[]): SymbolRow | undefined {
  for (const name of asked) {
    const row = bucket?.qualified.get(name);
    if (row) return row;
  }
  return bucket?.plain;
}
