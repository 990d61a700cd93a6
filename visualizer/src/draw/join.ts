/**
 * Keeps one child per entry: children of entries that are still there stay, so that focus and movement survive; the
 * rest is made or removed. `update` gets every child with its entry and whether it is new.
 */
export function join<T extends { readonly id: string }, E extends SVGElement>(
  layer: SVGGElement,
  entries: readonly T[],
  make: () => E,
  update: (child: E, entry: T, isNew: boolean) => void,
): void {
  const known = knownChildren(layer) as Map<string, E>;
  const wanted = new Set(entries.map(({ id }) => id));
  for (const [id, child] of known) {
    if (wanted.has(id)) continue;
    child.remove();
    known.delete(id);
  }
  for (const entry of entries) {
    const old = known.get(entry.id);
    const child = old ?? make();
    if (!old) {
      child.setAttribute('data-id', entry.id);
      known.set(entry.id, child);
      layer.append(child);
    }
    update(child, entry, !old);
  }
}

const children = new WeakMap<SVGGElement, Map<string, SVGElement>>();

function knownChildren(layer: SVGGElement): Map<string, SVGElement> {
  const known = children.get(layer) ?? new Map<string, SVGElement>();
  children.set(layer, known);
  return known;
}

/** The child of a layer that shows an entry. */
export function childOf(layer: SVGGElement, id: string): SVGElement | undefined {
  return children.get(layer)?.get(id);
}
