import type { Edge, Graph } from '../../../src/model/graph.ts';
import type { Item, Link } from './types.ts';

/** Structure that the picture shows otherwise: servers as groups and captions, gates on lines. */
const notDrawn: ReadonlySet<string> = new Set(['provides', 'guards']);

interface Draft {
  readonly from: Item;
  readonly to: Item;
  readonly edges: Edge[];
}

/** Lines from one agent to the shapes of one node in other bands. */
const mostAcross = 6;

/** All edges of the graph as lines between shapes, one line per pair of shapes. */
export function joinLinks(graph: Graph, items: readonly Item[]): readonly Link[] {
  const places = new Map<string, Item[]>();
  for (const item of items) {
    for (const id of item.nodes) {
      const known = places.get(id);
      if (known) known.push(item);
      else places.set(id, [item]);
    }
  }
  const drafts = new Map<string, Draft>();
  const workflows = new Set(graph.nodes.flatMap(({ id, kind }) => (kind === 'workflow' ? [id] : [])));
  for (const edge of graph.edges) {
    // A workflow holds its parts; how they follow each other is drawn, that they belong to it is not.
    if (notDrawn.has(edge.kind) || (edge.kind === 'uses' && workflows.has(edge.from))) continue;
    const from = places.get(edge.from);
    const to = places.get(edge.to);
    if (!from || !to) continue;
    for (const [a, b] of pairs(from, to)) add(drafts, a, b, edge);
  }
  return [...drafts.values()].map(finish);
}

/** Shapes of both ends that belong together: in the same band where there is one. */
function pairs(from: readonly Item[], to: readonly Item[]): readonly (readonly [Item, Item])[] {
  const bands = new Set(from.map(({ band }) => band));
  const common = [...new Set(to.map(({ band }) => band))].filter(band => bands.has(band));
  if (common.length === 0) return across(from, to);
  return common.flatMap(band =>
    inBand(
      from.filter(item => item.band === band),
      to.filter(item => item.band === band),
    ),
  );
}

/** Between bands: an agent with every role of the other end, two agents once, anything else by its first of each band. */
function across(from: readonly Item[], to: readonly Item[]): readonly (readonly [Item, Item])[] {
  const [a, b] = [from.find(isHead), to.find(isHead)];
  if (a && b) return [[a, b]];
  if (a) return to.slice(0, mostAcross).map(item => [a, item] as const);
  if (b) return from.slice(0, mostAcross).map(item => [item, b] as const);
  return firstPerBand(from).flatMap(x => firstPerBand(to).map(y => [x, y] as const));
}

/** An agent is joined with every role of the other end; two others by their first. */
function inBand(from: readonly Item[], to: readonly Item[]): readonly (readonly [Item, Item])[] {
  const [a, b] = [from[0], to[0]];
  if (!a || !b) return [];
  if (isHead(a) && !isHead(b)) return to.map(item => [a, item] as const);
  if (isHead(b) && !isHead(a)) return from.map(item => [item, b] as const);
  return [[a, b]];
}

const isHead = (item: Item): boolean => item.lane === 'agents' && !item.part;

function firstPerBand(items: readonly Item[]): readonly Item[] {
  const seen = new Set<string>();
  return items.filter(({ band }) => !seen.has(band) && seen.add(band)).slice(0, mostAcross);
}

function add(drafts: Map<string, Draft>, from: Item, to: Item, edge: Edge): void {
  if (from === to) return;
  const [a, b] = directed(from, to);
  const key = `${a.id}→${b.id}`;
  const known = drafts.get(key) ?? drafts.get(`${b.id}→${a.id}`);
  if (known) known.edges.push(edge);
  else drafts.set(key, { from: a, to: b, edges: [edge] });
}

/** The role decides the arrow, not the call: sources and data point to the agent, the agent points to ways out. */
function directed(from: Item, to: Item): readonly [Item, Item] {
  const role = isHead(from) ? to : isHead(to) ? from : undefined;
  if (!role || (isHead(from) && isHead(to))) return [from, to];
  const agent = role === to ? from : to;
  return role.lane === 'untrusted' || role.lane === 'sensitive' ? [role, agent] : [agent, role];
}

function finish({ from, to, edges }: Draft): Link {
  const gates = edges.flatMap(({ barriers }) => barriers ?? []);
  const distinct = new Map(
    gates.map(gate => [`${gate.mechanism}\n${gate.location?.file}\n${gate.location?.line}`, gate]),
  );
  return {
    id: `${from.id}→${to.id}`,
    from: from.id,
    to: to.id,
    edges: edges.map(({ id }) => id),
    gates: [...distinct.values()],
    typed: edges.every(({ carries }) => carries === 'typed'),
    conditional: edges.every(({ conditional }) => conditional === true),
    tree: to.part && from.band === to.band && isHead(from),
  };
}
