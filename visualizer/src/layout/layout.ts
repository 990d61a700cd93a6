import { type GroupInput, itemsOf } from './group-items.ts';
import { joinLinks } from './join-links.ts';
import { type BandDraft, bandsOf } from './members.ts';
import { mergeBands } from './merge-bands.ts';
import { orderBands } from './order-bands.ts';
import { orderItems, type Ties } from './order-items.ts';
import { laneX, pictureWidth, placeBand, sizes } from './place.ts';
import { rank } from './rank.ts';
import { lanesOf } from './roles.ts';
import { routeLinks } from './route.ts';
import {
  type Item,
  type LayoutInput,
  type Link,
  lanes,
  type Picture,
  type PlacedBand,
  type PlacedItem,
} from './types.ts';

/** Lays a graph out in lanes and bands. Pure and deterministic: the same input gives the same picture. */
export function layout(input: LayoutInput): Picture {
  const { graph, group, opened, pinned } = input;
  const ranks = rank(input.chains, graph.contexts);
  const nodes = new Map(graph.nodes.map(node => [node.id, node]));
  const serverOf = new Map(
    graph.edges.filter(({ kind }) => kind === 'provides').map(({ from, to }) => [to, from]),
  );
  const drafts = mergeBands({ bands: bandsOf(graph, input.visible), nodes, ranks, group, opened, pinned });
  const total = drafts.reduce((sum, { nodes: ids }) => {
    return (
      sum +
      ids.reduce((all, id) => all + (nodes.has(id) ? lanesOf(nodes.get(id) ?? missing, ranks).length : 0), 0)
    );
  }, 0);
  const grouping: GroupInput = { nodes, serverOf, ranks, group, opened, pinned, total };
  const itemsByBand = new Map(
    drafts.map(band => [band.id, hideProviders(itemsOf(band, grouping), serverOf, pinned)]),
  );
  const items = [...itemsByBand.values()].flat();
  const links = joinLinks(graph, items);
  const { inside, across } = tiesOf(links, items);
  tieChains(input, across);
  const bands: PlacedBand[] = [];
  const placed: PlacedItem[] = [];
  let top: number = sizes.top;
  for (const draft of orderBands(drafts, across, ranks)) {
    const own = itemsByBand.get(draft.id) ?? [];
    if (own.length === 0) continue;
    const done = placeBand(describe(draft), orderItems(own, inside), top);
    bands.push(done.band);
    placed.push(...done.items);
    top += done.band.height + sizes.bandGap;
  }
  const height = Math.max(0, top - sizes.bandGap);
  return {
    lanes: lanes.map((lane, index) => ({
      lane,
      x: laneX(index),
      y: 0,
      width: sizes.width,
      height,
      count: countNodes(placed, lane),
    })),
    bands,
    items: placed,
    links: routeLinks(links, placed),
    width: pictureWidth,
    height,
  };
}

const missing = { id: '', kind: 'unknown', name: '', labels: [], capabilities: [], properties: {} } as const;

/** A server that says nothing itself and whose tools are drawn is named by its tools; it needs no shape of its own. */
function hideProviders(
  items: readonly Item[],
  serverOf: ReadonlyMap<string, string>,
  pinned: ReadonlySet<string>,
): readonly Item[] {
  const named = new Set(items.flatMap(({ nodes }) => nodes.flatMap(id => serverOf.get(id) ?? [])));
  const isNamed = (id: string): boolean => named.has(id) && !pinned.has(id);
  return items.filter(
    ({ part, kind, nodes }) =>
      !(part && kind === 'mcp-server' && nodes.length === 1 && isNamed(nodes[0] ?? '')),
  );
}

function describe({ nodes: _, ...band }: BandDraft): Omit<BandDraft, 'nodes'> {
  return band;
}

/** Neighbours inside a band (the same node in two lanes counts as one, so that both stand level) and between bands. */
function tiesOf(
  links: readonly Link[],
  items: readonly Item[],
): { readonly inside: Ties; readonly across: Map<string, Map<string, number>> } {
  const inside = new Map<string, Set<string>>();
  const across = new Map<string, Map<string, number>>();
  const byId = new Map(items.map(item => [item.id, item]));
  const tie = (a: string, b: string): void => {
    inside.set(a, (inside.get(a) ?? new Set()).add(b));
    inside.set(b, (inside.get(b) ?? new Set()).add(a));
  };
  for (const { from, to } of links) {
    const [a, b] = [byId.get(from), byId.get(to)];
    if (!a || !b) continue;
    if (a.band === b.band) tie(from, to);
    else {
      for (const [x, y] of [
        [a.band, b.band],
        [b.band, a.band],
      ] as const) {
        const counts = across.get(x) ?? new Map<string, number>();
        across.set(x, counts.set(y, (counts.get(y) ?? 0) + 1));
      }
    }
  }
  const twins = new Map<string, string>();
  for (const item of items) {
    if (item.nodes.length !== 1) continue;
    const key = `${item.band}|${item.nodes[0]}`;
    const other = twins.get(key);
    if (other) tie(other, item.id);
    else twins.set(key, item.id);
  }
  return { inside, across };
}

/** Contexts that one chain passes stand close together, so that its way can be seen at a glance. */
function tieChains({ graph, chains }: LayoutInput, ties: ReturnType<typeof tiesOf>['across']): void {
  const owned = new Map(graph.contexts.map(({ id, agent }) => [agent, id]));
  for (const chain of chains.slice(0, 300)) {
    for (const { from, to } of [...chain.legs.untrusted, ...chain.legs.sensitive, ...chain.legs.sink]) {
      const [a, b] = [owned.get(from), owned.get(to)];
      if (!a || !b || a === b) continue;
      for (const [x, y] of [
        [a, b],
        [b, a],
      ] as const) {
        const counts = ties.get(x) ?? new Map<string, number>();
        ties.set(x, counts.set(y, (counts.get(y) ?? 0) + chainTie));
      }
    }
  }
}

/** How much a step of a chain counts among the lines between contexts. */
const chainTie = 4;

function countNodes(items: readonly PlacedItem[], lane: PlacedItem['lane']): number {
  return new Set(items.filter(item => item.lane === lane && !item.part).flatMap(({ nodes }) => nodes)).size;
}
