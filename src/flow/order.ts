/** Code-unit order of strings. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The same array when it is sorted by id already, else a sorted copy. */
export function byId<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  for (let i = 1; i < items.length; i++) {
    const [a, b] = [items[i - 1], items[i]];
    if (a && b && a.id > b.id) return [...items].sort((x, y) => compareText(x.id, y.id));
  }
  return items;
}
