import type { SymbolRow } from '../catalog/types.ts';
import type { ExternalCall } from './externals.ts';
import { constantText, textOf } from './flow.ts';
import type { Machine } from './machine.ts';
import type { RowSymbol } from './memory.ts';
import { statementKind } from './sql.ts';

/**
 * The row of a method whose receiver was lost, from what is still there: the names before it (`messages().list`), a
 * telling method name, an argument that is a statement or an address; the package must be imported somewhere.
 */
export function guessRow(m: Machine, call: ExternalCall, chain: readonly string[]): SymbolRow | undefined {
  const [method] = chain;
  if (method === undefined) return undefined;
  const rows = m.catalog.methods(method);
  if (rows.length === 0) return undefined;
  const [first] = call.args.positional;
  const text = first ? (constantText(first) ?? leading(first)) : undefined;
  if (text !== undefined && statementKind(text) !== undefined)
    return rows.find(row => row.arguments?.sql !== undefined);
  const here = m.memory.importsOf(call.frame.fn.file);
  const symbols = (row: SymbolRow): readonly RowSymbol[] =>
    m.memory.symbolsOf(row).filter(one => one.names[0] === method);
  const near = rows.filter(row => symbols(row).some(one => here.has(one.root)));
  const matched = rows
    .map(row => ({ row, shared: sharedNames(symbols(row), chain) }))
    .filter(one => one.shared >= 2);
  const best = Math.max(0, ...matched.map(one => one.shared));
  if (best >= 2)
    return agreed(
      matched.filter(one => one.shared === best).map(one => one.row),
      near,
    );
  const isAddress = text !== undefined && /^(?:https?:\/\/|\/\w)/.test(text);
  if (isAddress && rows.some(row => row.arguments?.url))
    return agreed(
      near.filter(row => row.arguments?.url),
      near,
    );
  const isTelling = method.length >= 9 && /_|[a-z][A-Z]/.test(method);
  return isTelling ? agreed(near.length > 0 ? near : [], near) : undefined;
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
