import type { Chain } from '../../../src/model/chain.ts';
import { nodesOfChain } from '../data/index-report.ts';
import { pathBetween } from '../data/path-between.ts';
import type { Lane, Picture, PlacedItem } from '../layout/types.ts';
import type { Model } from './model.ts';
import { type Frame, type Leg, legs } from './player.ts';
import { isPathPending } from './state.ts';

/** What stands out in the picture while something is chosen; everything else is dimmed. */
export interface Highlight {
  readonly items: ReadonlySet<string>;
  /** Lines with the leg they prove; `both` where two legs share one. */
  readonly links: ReadonlyMap<string, Leg | 'both' | 'plain'>;
  /** Shapes and lines of the frame being told. */
  readonly now: ReadonlySet<string>;
  /** Line of the frame with the direction the data moves. */
  readonly pulse?: { readonly link: string; readonly backwards: boolean; readonly leg: Leg };
}

const laneOfLeg: { readonly [leg in Leg]: Lane } = {
  untrusted: 'untrusted',
  sensitive: 'sensitive',
  sink: 'ways-out',
};

/** Nothing when nothing is chosen. */
export function highlightOf(model: Model): Highlight | undefined {
  const { state, picture, chain } = model;
  if (chain) return ofChain(model, chain);
  if (state.path && !isPathPending(state.path)) return ofPath(model, state.path[0], state.path[1]);
  if (state.node) return ofNode(picture, state.node);
  if (state.edge) return ofEdge(picture, state.edge);
  return undefined;
}

function ofChain({ picture, state, frames, base }: Model, chain: Chain): Highlight {
  const ids = new Set(nodesOfChain(chain));
  const owner = base.contexts.get(chain.context)?.agent;
  if (owner) ids.add(owner);
  const links = new Map<string, Leg | 'both' | 'plain'>();
  const items = new Set<string>();
  for (const leg of legs) {
    for (const frame of framesOfLeg(frames, leg)) {
      for (const id of shapesOf(picture, chain, frame).items) items.add(id);
      const link = shapesOf(picture, chain, frame).link;
      const other = link ? links.get(link) : undefined;
      if (link) links.set(link, other === undefined || other === leg ? leg : 'both');
    }
  }
  for (const item of picture.items) {
    const inBand = bandOf(picture, item)?.contexts.includes(chain.context) ?? false;
    if (item.lane === 'agents' && inBand && item.nodes.some(id => id === owner)) items.add(item.id);
  }
  for (const id of ids)
    if (!picture.items.some(item => items.has(item.id) && item.nodes.includes(id)))
      addFirst(picture, items, id);
  const frame = state.step === undefined ? undefined : frames[state.step];
  if (!frame) return { items, links, now: new Set() };
  const { items: shapes, link } = shapesOf(picture, chain, frame);
  if (link) links.set(link, frame.leg);
  const drawn = picture.links.find(({ id }) => id === link);
  const start = picture.items.find(({ id }) => id === drawn?.from);
  const pulse = drawn &&
    frame.step && { link: drawn.id, leg: frame.leg, backwards: !start?.nodes.includes(frame.step.from) };
  return { items, links, now: new Set([...shapes, ...(link ? [link] : [])]), ...(pulse && { pulse }) };
}

function framesOfLeg(frames: readonly Frame[], leg: Leg): readonly Frame[] {
  return frames.filter(frame => frame.leg === leg);
}

/** Shapes and line of one frame: in the junction's band and the leg's lane where there are several. */
function shapesOf(
  picture: Picture,
  chain: Chain,
  { leg, node, step }: Frame,
): { readonly items: readonly string[]; readonly link?: string } {
  const byId = itemsById(picture);
  const fits = (item: PlacedItem | undefined): number =>
    Number(item?.lane === laneOfLeg[leg]) * 2 +
    Number(item ? bandOf(picture, item)?.contexts.includes(chain.context) : 0);
  if (!step) {
    const best = [...picture.items]
      .filter(item => item.nodes.includes(node))
      .sort((a, b) => fits(b) - fits(a))[0];
    return { items: best ? [best.id] : [] };
  }
  const joins = (from: PlacedItem | undefined, to: PlacedItem | undefined): boolean =>
    from?.nodes.includes(step.from) === true && to?.nodes.includes(step.to) === true;
  const candidates = picture.links.filter(link => {
    const [from, to] = [byId.get(link.from), byId.get(link.to)];
    return joins(from, to) || joins(to, from);
  });
  const score = (id: (typeof candidates)[number]): number =>
    fits(byId.get(id.from)) + fits(byId.get(id.to)) + Number(id.edges.includes(step.edge));
  const link = candidates.sort((a, b) => score(b) - score(a))[0];
  if (link) return { items: [link.from, link.to], link: link.id };
  return {
    items: picture.items
      .filter(({ nodes }) => nodes.includes(step.from) || nodes.includes(step.to))
      .map(({ id }) => id),
  };
}

const indexes = new WeakMap<Picture, ReadonlyMap<string, PlacedItem>>();

function itemsById(picture: Picture): ReadonlyMap<string, PlacedItem> {
  const known = indexes.get(picture);
  if (known) return known;
  const made = new Map(picture.items.map(item => [item.id, item]));
  indexes.set(picture, made);
  return made;
}

function bandOf(picture: Picture, item: PlacedItem): Picture['bands'][number] | undefined {
  return picture.bands.find(({ id }) => id === item.band);
}

function addFirst(picture: Picture, items: Set<string>, node: string): void {
  const found = picture.items.find(item => item.nodes.includes(node));
  if (found) items.add(found.id);
}

function ofNode(picture: Picture, node: string): Highlight {
  const items = new Set(picture.items.filter(({ nodes }) => nodes.includes(node)).map(({ id }) => id));
  const links = new Map<string, 'plain'>();
  const now = new Set(items);
  for (const { id, from, to } of picture.links) {
    if (!now.has(from) && !now.has(to)) continue;
    links.set(id, 'plain');
    items.add(from).add(to);
  }
  return { items, links, now };
}

function ofEdge(picture: Picture, edge: string): Highlight {
  const found = picture.links.filter(({ edges }) => edges.includes(edge));
  return {
    items: new Set(found.flatMap(({ from, to }) => [from, to])),
    links: new Map(found.map(({ id }) => [id, 'plain'])),
    now: new Set(found.map(({ id }) => id)),
  };
}

function ofPath({ picture, base }: Model, from: string, to: string): Highlight {
  const way = pathBetween(base, from, to);
  const edges = new Set(way?.edges ?? []);
  const links = picture.links.filter(link => link.edges.some(id => edges.has(id)));
  const nodes = new Set(way?.nodes ?? [from, to]);
  const items = picture.items.filter(item => item.nodes.some(id => nodes.has(id)));
  return {
    items: new Set(items.map(({ id }) => id)),
    links: new Map(links.map(({ id }) => [id, 'plain'])),
    now: new Set(),
  };
}
