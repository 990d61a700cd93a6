import { bentPath, type Point } from './pen.ts';
import { laneX, sizes } from './place.ts';
import { type Lane, type Link, lanes, type PlacedItem, type PlacedLink } from './types.ts';

/** Where shapes stand in each lane, for lines that have to pass between them. */
type Occupied = ReadonlyMap<Lane, readonly PlacedItem[]>;

/** Draws every link as a curve: it leaves and enters level, and passes other lanes between the rows. */
export function routeLinks(links: readonly Link[], items: readonly PlacedItem[]): readonly PlacedLink[] {
  const byId = new Map(items.map(item => [item.id, item]));
  const occupied: Occupied = new Map(
    lanes.map(lane => [lane, items.filter(item => item.lane === lane).sort((a, b) => a.y - b.y)]),
  );
  const ports = portsOf(links, byId);
  return links.flatMap((link): readonly PlacedLink[] => {
    const [from, to] = [byId.get(link.from), byId.get(link.to)];
    if (!from || !to) return [];
    if (link.tree) return [{ ...link, ...elbow(from, to) }];
    const y1 = ports.get(`${link.id} from`) ?? middle(from);
    const y2 = ports.get(`${link.id} to`) ?? middle(to);
    return [
      { ...link, ...(from.lane === to.lane ? arc(from, to, y1, y2) : curve(from, to, y1, y2, occupied)) },
    ];
  });
}

type Route = Pick<PlacedLink, 'path' | 'mark'>;

const middle = (item: PlacedItem): number => item.y + item.height / 2;
const laneIndex = (lane: Lane): number => lanes.indexOf(lane);

/** Lines on one side of a shape leave it side by side, in the order of where they go. */
function portsOf(links: readonly Link[], byId: ReadonlyMap<string, PlacedItem>): ReadonlyMap<string, number> {
  const sides = new Map<
    string,
    { readonly key: string; readonly item: PlacedItem; readonly toward: number }[]
  >();
  const note = (link: Link, end: 'from' | 'to', item: PlacedItem, other: PlacedItem): void => {
    const step = Math.sign(laneIndex(other.lane) - laneIndex(item.lane));
    const side = `${item.id} ${step}`;
    const entry = { key: `${link.id} ${end}`, item, toward: middle(other) + laneIndex(other.lane) / 100 };
    const known = sides.get(side);
    if (known) known.push(entry);
    else sides.set(side, [entry]);
  };
  for (const link of links) {
    const [from, to] = [byId.get(link.from), byId.get(link.to)];
    if (!from || !to || link.tree) continue;
    note(link, 'from', from, to);
    note(link, 'to', to, from);
  }
  const ports = new Map<string, number>();
  for (const entries of sides.values()) {
    entries.sort((a, b) => a.toward - b.toward || (a.key < b.key ? -1 : 1));
    const gap = Math.min(8, (entries[0]?.item.height ?? 0) / (entries.length + 1));
    for (const [at, { key, item }] of entries.entries()) {
      ports.set(key, middle(item) + (at - (entries.length - 1) / 2) * gap);
    }
  }
  return ports;
}

/** From an agent down to a part: a plain elbow at the left edge. */
function elbow(from: PlacedItem, to: PlacedItem): Route {
  const x = from.x + 9;
  return { path: `M${x},${from.y + from.height}V${middle(to)}H${to.x}`, mark: [x, middle(to) - 8] };
}

/** Between two shapes of one lane: out to the left and back; longer ways swing wider. */
function arc(from: PlacedItem, to: PlacedItem, y1: number, y2: number): Route {
  const swing = Math.min(sizes.laneGap - 20, 22 + Math.abs(y2 - y1) / 12);
  const [x1, x2] = [from.x, to.x];
  const x = Math.min(x1, x2) - swing;
  return {
    path: `M${round(x1)},${round(y1)}C${round(x)},${round(y1)} ${round(x)},${round(y2)} ${round(x2)},${round(y2)}`,
    mark: [(x1 + x2) / 8 + (3 * x) / 4, (y1 + y2) / 2],
  };
}

function curve(from: PlacedItem, to: PlacedItem, y1: number, y2: number, occupied: Occupied): Route {
  const right = laneIndex(from.lane) < laneIndex(to.lane);
  const start = right ? from.x + from.width : from.x;
  const end = right ? to.x : to.x + to.width;
  const between = lanes.filter(lane => {
    const at = laneIndex(lane);
    return right
      ? at > laneIndex(from.lane) && at < laneIndex(to.lane)
      : at < laneIndex(from.lane) && at > laneIndex(to.lane);
  });
  const points: Point[] = [[start, y1]];
  for (const lane of right ? between : [...between].reverse()) {
    const left = laneX(laneIndex(lane));
    const [near, far] = right ? [left - 6, left + sizes.width + 6] : [left + sizes.width + 6, left - 6];
    const level = freeLevel(occupied.get(lane) ?? [], y2);
    points.push([near, level], [far, level]);
  }
  const [x, y] = points[points.length - 1] ?? [start, y1];
  return { path: bentPath([...points, [end, y2]]), mark: [(x + end) / 2, (y + y2) / 2] };
}

/** The level nearest to `y` at which a line can pass a lane without touching a shape. */
function freeLevel(items: readonly PlacedItem[], y: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const at = (low + high) >> 1;
    if ((items[at]?.y ?? 0) <= y + 4) low = at + 1;
    else high = at;
  }
  const hit = items[low - 1];
  if (!hit || y > hit.y + hit.height + 4) return y;
  const gap = sizes.rowGap / 2;
  return y < middle(hit) && low > 1 ? hit.y - gap : hit.y + hit.height + gap;
}

const round = (value: number): number => Math.round(value * 10) / 10;
