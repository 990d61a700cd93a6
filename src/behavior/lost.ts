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
  const { rows, near, matched } = guessOf(m, method, chain, call.frame.fn.file);
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

function guessOf(m: Machine, method: string, chain: readonly string[], file: string): Guess {
  const key = `${file}\0${chain.join('\0')}`;
  const known = m.memory.guesses.get(key);
  if (known) return known;
  const rows = m.catalog.methods(method);
  const here = m.memory.importsOf(file);
  const symbols = (row: SymbolRow): readonly RowSymbol[] =>
    m.memory.symbolsOf(row).filter(one => one.names[0] === method);
  const near = rows.filter(row => symbols(row).some(one => here.has(one.root)));
  const shared = rows.map(row => sharedNames(symbols(row), chain));
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

/** How many names a row's symbol shares with the callee, from the method outwards. */
function sharedNames(symbols: readonly RowSymbol[], chain: readonly string[]): number {
  let best = 0;
  for (const { names } of symbols) {
    let n = 0;
    while (n < names.length - 1 && n < chain.length && names[n] === chain[n]) n++;
    if (n > best) best = n;
  }
  return best;
}
