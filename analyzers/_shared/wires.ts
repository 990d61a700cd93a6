/** One drawn connection of a low-code flow, from output to input, by node id. */
export interface Wire {
  readonly from: string;
  readonly to: string;
}

/** Most node visits per flow: a drawn flow of a few hundred nodes needs some thousands. */
const budget = 200_000;

/** Adjacency of wires, targets in drawn order. */
export function outgoing(wires: readonly Wire[]): ReadonlyMap<string, readonly string[]> {
  const next = new Map<string, string[]>();
  for (const wire of wires) {
    const list = next.get(wire.from);
    if (list) list.push(wire.to);
    else next.set(wire.from, [wire.to]);
  }
  return next;
}

/**
 * Connections between steps that matter, looking through nodes that only reshape data. `complete` is false when the
 * flow is too large to follow everything.
 */
export function bridge(
  wires: readonly Wire[],
  isStep: (id: string) => boolean,
): { readonly pairs: readonly Wire[]; readonly complete: boolean } {
  const next = outgoing(wires);
  const pairs: Wire[] = [];
  let left = budget;
  for (const from of [...next.keys()].filter(isStep)) {
    const seen = new Set<string>();
    const queue = [...(next.get(from) ?? [])];
    for (let to = queue.pop(); to !== undefined && left > 0; to = queue.pop()) {
      left--;
      if (seen.has(to)) continue;
      seen.add(to);
      if (isStep(to)) pairs.push({ from, to });
      else queue.push(...(next.get(to) ?? []));
    }
  }
  return { pairs, complete: left > 0 };
}

/** Everything reachable from the starts (not included unless on a cycle), never passing through `blocked`. */
export function reachable(
  next: ReadonlyMap<string, readonly string[]>,
  starts: readonly string[],
  blocked: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const seen = new Set<string>();
  const queue = [...starts];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const to of next.get(id) ?? []) {
      if (seen.has(to) || blocked.has(to)) continue;
      seen.add(to);
      queue.push(to);
    }
  }
  return seen;
}
