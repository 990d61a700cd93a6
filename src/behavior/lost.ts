import type { SymbolRow } from '../catalog/types.ts';
import type { ExternalCall } from './externals.ts';
import { constantText, textOf } from './flow.ts';
import type { Machine } from './machine.ts';
import type { Guess, RowSymbol } from './memory.ts';
import { statementKind } from './sql.ts';

/**
 * The row of a method whose receiver was lost, from what is still there: the names before it (`messages().list`), a
 * telling method name, an argument that is a statement or an address; the package must be imported somewhere.
 */
export function guessRow(m: Machine, call: ExternalCall, chain: readonly string[]): SymbolRow | undefined {
  const [method] = chain;
  if (method === undefined) return undefined;
  const { rows, near, matched } = guessOf(m, method, chain, call);
  if (rows.length === 0) return undefined;
  const [first] = call.args.positional;
  const text = first ? (constantText(first) ?? leading(first)) : undefined;
  if (text !== undefined && statementKind(text) !== undefined)
    return rows.find(row => row.arguments?.sql !== undefined);
  if (matched.length > 0) return agreed(matched, near);
  const isAddress = text !== undefined && /^(?:https?:\/\/|\/\w)/.test(text);
  if (isAddress && rows.some(row => row.arguments?.url))
    return agreed(
      near.filter(row => row.arguments?.url),
      near,
    );
  const isTelling = method.length >= 9 && /_|[a-z][A-Z]/.test(method);
  return isTelling ? agreed(near, near) : undefined;
}

function guessOf(m: Machine, method: string, chain: readonly string[], call: ExternalCall): Guess {
  const { file } = call.frame.fn;
  const { python } = call.frame;
  const isFree = call.symbol.startsWith('?.');
  const key = `${file}\0${isFree}\0${chain.join('\0')}`;
  const known = m.memory.guesses.get(key);
  if (known) return known;
  const here = m.memory.importsOf(file);
  const symbols = (row: SymbolRow): readonly RowSymbol[] =>
    m.memory.symbolsOf(row).filter(one => one.names[0] === method && one.python === python);
  const rows = m.catalog.methods(method).filter(row => symbols(row).length > 0);
  const near = rows.filter(row => symbols(row).some(one => here.has(one.root)));
  const shared = rows.map(row => {
    const n = sharedNames(symbols(row), chain);
    // Two names (`threads.get`) are shared by chance, unless the project uses the package and nothing speaks against it.
    const isUsed =
      isFree && symbols(row).some(one => m.memory.isImported(one.root) || isNamed(one.root, chain));
    return n >= 3 || (n === 2 && isUsed) ? n : 0;
  });
  const best = Math.max(0, ...shared);
  const guess = { rows, near, matched: best >= 2 ? rows.filter((_, at) => shared[at] === best) : [] };
  m.memory.guesses.set(key, guess);
  return guess;
}

function leading(flow: Parameters<typeof textOf>[0]): string | undefined {
  const [head] = textOf(flow) ?? [];
  return typeof head === 'string' ? head : undefined;
}

/** One row, or several that say the same; rows of imported packages are preferred. */
function agreed(rows: readonly SymbolRow[], near: readonly SymbolRow[]): SymbolRow | undefined {
  const preferred = rows.filter(row => near.includes(row));
  const list = preferred.length > 0 ? preferred : rows;
  const [only] = list;
  if (!only) return undefined;
  return list.every(row => row.capabilities.join() === only.capabilities.join()) || preferred.length > 0
    ? only
    : undefined;
}

/** Names of methods that every second library has: shared alone they tell nothing. */
const common: ReadonlySet<string> = new Set(
  'add all append close create data delete execute filter find first get insert items json keys list next open put query read remove run save search send set update values write'.split(
    ' ',
  ),
);

const general: ReadonlySet<string> = new Set(
  'api apis async client code core google googleapis node python sdk server web'.split(' '),
);

/** The vendor's name stands in the callee: `this.slack.files.info` of `@slack/web-api`. */
function isNamed(root: string, chain: readonly string[]): boolean {
  const vendors = root.split(/[^a-z0-9]+/i).filter(word => word.length > 2 && !general.has(word));
  return chain.some(name => vendors.some(vendor => name.toLowerCase().includes(vendor)));
}

/** How many names a row's symbol shares with the callee, from the method outwards; one of them must be telling. */
function sharedNames(symbols: readonly RowSymbol[], chain: readonly string[]): number {
  let best = 0;
  for (const { names } of symbols) {
    let n = 0;
    while (n < names.length - 1 && n < chain.length && names[n] === chain[n]) n++;
    if (n > best && names.slice(0, n).some(name => !common.has(name))) best = n;
  }
  return best;
}
