import { type Item, type Lane, lanes } from './types.ts';

/** Who is connected to whom inside one band, both directions, by item id. */
export type Ties = ReadonlyMap<string, ReadonlySet<string>>;

/** Items of a band by lane, in drawing order. */
export type LaneOrder = ReadonlyMap<Lane, readonly Item[]>;

const sweeps = 4;

/**
 * Orders the items of each lane so that few lines cross: barycentre sweeps over the lanes, forth and back, keeping the
 * best order seen. Ties keep the order given (worst first). Parts stay below the heads of their lane.
 */
export function orderItems(items: readonly Item[], ties: Ties): LaneOrder {
  let order = new Map<Lane, readonly Item[]>(
    lanes.map(lane => [lane, items.filter(item => item.lane === lane)]),
  );
  let best = { order, crossings: crossingsOf(order, ties) };
  for (let sweep = 0; sweep < sweeps && best.crossings > 0; sweep++) {
    const direction = sweep % 2 === 0 ? lanes : [...lanes].reverse();
    order = new Map(order);
    for (const lane of direction) order.set(lane, sortLane(order, lane, ties));
    const crossings = crossingsOf(order, ties);
    if (crossings < best.crossings) best = { order, crossings };
  }
  return best.order;
}

/** By the mean position of the neighbours in other lanes. */
function sortLane(order: LaneOrder, lane: Lane, ties: Ties): readonly Item[] {
  const position = new Map<string, number>();
  for (const [other, members] of order) {
    if (other !== lane) for (const [at, item] of members.entries()) position.set(item.id, at);
  }
  const items = order.get(lane) ?? [];
  return items
    .map((item, at) => {
      const near = [...(ties.get(item.id) ?? [])].flatMap(id => position.get(id) ?? []);
      const mean = near.length > 0 ? near.reduce((sum, value) => sum + value, 0) / near.length : at;
      return { item, at, mean };
    })
    .sort((a, b) => Number(a.item.part) - Number(b.item.part) || a.mean - b.mean || a.at - b.at)
    .map(({ item }) => item);
}

/** Pairs of lines that cross, over all pairs of lanes. */
export function crossingsOf(order: LaneOrder, ties: Ties): number {
  const position = new Map<string, { readonly lane: Lane; readonly at: number }>();
  for (const [lane, members] of order) {
    for (const [at, item] of members.entries()) position.set(item.id, { lane, at });
  }
  let crossings = 0;
  for (const [i, left] of lanes.entries()) {
    for (const right of lanes.slice(i + 1)) {
      const ends = (order.get(left) ?? []).flatMap(item =>
        [...(ties.get(item.id) ?? [])]
          .flatMap(id => {
            const place = position.get(id);
            return place?.lane === right ? [place.at] : [];
          })
          .sort((a, b) => a - b),
      );
      crossings += inversions(ends, order.get(right)?.length ?? 0);
    }
  }
  return crossings;
}

/** Pairs in the wrong order, with a Fenwick tree. */
function inversions(values: readonly number[], size: number): number {
  const tree = new Int32Array(size + 1);
  let count = 0;
  for (const [seen, value] of values.entries()) {
    let notAbove = 0;
    for (let i = value + 1; i > 0; i -= i & -i) notAbove += tree[i] ?? 0;
    count += seen - notAbove;
    for (let i = value + 1; i <= size; i += i & -i) tree[i] = (tree[i] ?? 0) + 1;
  }
  return count;
}
