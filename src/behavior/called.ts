import type { SymbolRow } from '../catalog/types.ts';

/** `neon(address)` makes the function that a row for `neon()` speaks of. */
export function called(row: SymbolRow | undefined, symbol: string): SymbolRow | undefined {
  if (!row || symbol.endsWith('()')) return row;
  const bare = symbol.replaceAll('()', '');
  const same = row.symbols.filter(one => one.replaceAll('()', '') === bare);
  return same.length > 0 && same.every(one => one.endsWith('()')) ? undefined : row;
}
