import type { Node } from '../../../src/model/graph.ts';
import type { BandDraft } from './members.ts';
import type { Ranks } from './rank.ts';
import { isPart, lanesOf } from './roles.ts';
import { type Grouping, type Item, type Lane, lanes } from './types.ts';

export interface GroupInput {
  readonly nodes: ReadonlyMap<string, Node>;
  readonly serverOf: ReadonlyMap<string, string>;
  readonly ranks: Ranks;
  readonly group: Grouping;
  readonly opened: ReadonlySet<string>;
  readonly pinned: ReadonlySet<string>;
  /** Shapes the whole picture would have without groups. */
  readonly total: number;
}

/** An opened group shows this many and keeps the rest closed. */
const mostOpened = 80;

/** Beside the groups of an automatic grouping, this many stand alone. */
const mostLone = 3;

/** Shapes of one band. Few stay as they are; many of one lane are drawn together, the worst and the pinned last. */
export function itemsOf(band: BandDraft, input: GroupInput): readonly Item[] {
  const perLane = new Map<Lane, Node[]>(lanes.map(lane => [lane, []]));
  const nodes = band.nodes.flatMap(id => input.nodes.get(id) ?? []).sort(worstFirst(input));
  for (const node of nodes) for (const lane of lanesOf(node, input.ranks)) perLane.get(lane)?.push(node);
  const items: Item[] = [];
  for (const [lane, members] of perLane) {
    const heads = members.filter(node => !isPart(node, lane, input.ranks));
    const parts = members.filter(node => isPart(node, lane, input.ranks));
    items.push(...laneItems(band, lane, heads, false, input), ...laneItems(band, lane, parts, true, input));
  }
  return items;
}

function laneItems(
  band: BandDraft,
  lane: Lane,
  members: readonly Node[],
  part: boolean,
  input: GroupInput,
): readonly Item[] {
  const single = (node: Node): Item => ({
    id: `${band.id}|${lane}|${node.id}`,
    band: band.id,
    lane,
    nodes: [node.id],
    title: node.name,
    kind: node.kind,
    part,
  });
  const keep = alone(band, lane, part, members, input);
  const shownAlone: Item[] = [];
  const groups = new Map<string, Node[]>();
  for (const [at, node] of members.entries()) {
    const key = input.pinned.has(node.id) || at < keep ? undefined : keyOf(band, node, part, input);
    if (key === undefined) shownAlone.push(single(node));
    else {
      const known = groups.get(key);
      if (known) known.push(node);
      else groups.set(key, [node]);
    }
  }
  if (input.group === 'auto') gatherRest(groups);
  const grouped = [...groups].flatMap(([key, nodes]) => {
    const id = `${band.id}|${lane}|${part ? 'parts' : 'more'}|${key}`;
    const open = input.opened.has(id) ? nodes.slice(0, mostOpened) : nodes.length < 2 ? nodes : [];
    const rest = nodes.slice(open.length);
    const closed: Item = { ...closedGroup(id, key, rest, input), band: band.id, lane, part };
    return [...open.map(single), ...(rest.length > 0 ? [closed] : [])];
  });
  return [...shownAlone, ...grouped];
}

/** Servers with one such tool each would be a group each: beyond a few they are drawn together. */
function gatherRest(groups: Map<string, Node[]>): void {
  const lone = [...groups].filter(([, nodes]) => nodes.length === 1);
  if (lone.length <= mostLone) return;
  for (const [key] of lone) groups.delete(key);
  groups.set('more', [...(groups.get('more') ?? []), ...lone.flatMap(([, nodes]) => nodes)]);
}

function closedGroup(
  id: string,
  key: string,
  nodes: readonly Node[],
  { nodes: all, group }: GroupInput,
): Pick<Item, 'id' | 'nodes' | 'group' | 'title' | 'kind'> {
  const kinds = new Set(nodes.map(({ kind }) => kind));
  const kind = kinds.size === 1 ? (nodes[0]?.kind ?? 'unknown') : 'tool';
  const server = all.get(key);
  return {
    id: `${id}|${nodes.length}`,
    nodes: nodes.map(node => node.id),
    group: id,
    title: server?.name ?? (group === 'file' && key !== 'more' ? key.replace(/^.*\//, '') : ''),
    kind,
  };
}

/** How many of a lane are drawn on their own before groups begin. */
function alone(
  band: BandDraft,
  lane: Lane,
  part: boolean,
  members: readonly Node[],
  { group, total }: GroupInput,
): number {
  const all = Number.POSITIVE_INFINITY;
  if (band.kind === 'merged' || group === 'agent')
    return lane === 'agents' && !part && band.kind !== 'merged' ? all : 0;
  if (group === 'server') return part && members.length > 12 ? 4 : 0;
  if (group === 'file') return lane === 'agents' && !part ? all : 0;
  if (group !== 'auto') return all;
  if (part) {
    const room = total <= 60 ? 6 : total <= 250 ? 3 : 1;
    return members.length <= room ? all : room - 1;
  }
  if (lane === 'agents') return all;
  if (total <= 60) return all;
  const room = total <= 250 ? 10 : total <= 800 ? 5 : 3;
  return members.length <= room + 1 ? all : room;
}

/** What a node is drawn together with; nothing when it stays alone. */
function keyOf(
  band: BandDraft,
  node: Node,
  part: boolean,
  { serverOf, group, total }: GroupInput,
): string | undefined {
  const server = node.kind === 'mcp-server' ? undefined : serverOf.get(node.id);
  if (group === 'server' && band.kind !== 'merged') return part ? (server ?? 'more') : server;
  if (group === 'file' && band.kind !== 'merged') return node.location?.file ?? 'more';
  if (node.kind === 'unknown' && band.kind !== 'merged' && total <= 800) return undefined;
  return group === 'auto' && band.kind !== 'merged' ? (server ?? 'more') : 'more';
}

function worstFirst({ ranks, serverOf }: GroupInput): (a: Node, b: Node) => number {
  const sureness = (node: Node): number => Math.max(0, ...node.labels.map(({ confidence }) => confidence));
  return (a, b) =>
    (ranks.nodes.get(b.id) ?? 0) - (ranks.nodes.get(a.id) ?? 0) ||
    Number(b.kind === 'unknown') - Number(a.kind === 'unknown') ||
    compare(serverOf.get(a.id) ?? '', serverOf.get(b.id) ?? '') ||
    sureness(b) - sureness(a) ||
    compare(a.name, b.name) ||
    compare(a.id, b.id);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
