import type { Graph, Node } from '../../../src/model/graph.ts';
import { agentName } from '../data/words.ts';
import type { Band } from './types.ts';

/** A band before anything is drawn together. */
export interface BandDraft extends Band {
  readonly nodes: readonly string[];
}

/** Gates stand on the connections they guard, not among the nodes. */
function isDrawnOnEdges(node: Node, gates: ReadonlySet<string>): boolean {
  return node.kind === 'gate' && gates.has(node.id);
}

/**
 * One band per context. A tool used by two agents is drawn with both; a store, trigger or workflow that two contexts
 * meet in is drawn once, in a shared band. What hangs on one context alone joins it; the rest stands apart.
 */
export function bandsOf(graph: Graph, visible: ReadonlySet<string> | undefined): readonly BandDraft[] {
  const gates = new Set<string>();
  for (const { barriers, kind, from } of graph.edges) {
    for (const { gate } of barriers ?? []) if (gate) gates.add(gate);
    if (kind === 'guards') gates.add(from);
  }
  const nodes = new Map<string, Node>();
  for (const node of graph.nodes) {
    if (isDrawnOnEdges(node, gates) || (visible && !visible.has(node.id))) continue;
    nodes.set(node.id, node);
  }
  const homes = new Map<string, Set<string>>();
  for (const context of graph.contexts) {
    for (const id of [context.agent, ...context.nodes]) if (nodes.has(id)) addTo(homes, id, context.id);
  }
  const sharedBefore = new Set(
    [...homes].filter(([id, own]) => own.size > 1 && isMeetingPoint(nodes.get(id))).map(([id]) => id),
  );
  for (const id of sharedBefore) homes.delete(id);
  for (let round = 0; round < 2; round++) joinNeighbours(graph, nodes, homes, sharedBefore);
  return collect(graph, nodes, homes);
}

function isMeetingPoint(node: Node | undefined): boolean {
  return (
    node?.kind === 'store' || node?.kind === 'trigger' || node?.kind === 'workflow' || node?.kind === 'human'
  );
}

/** A homeless node gets the contexts of what it is connected to. */
function joinNeighbours(
  graph: Graph,
  nodes: ReadonlyMap<string, Node>,
  homes: Map<string, Set<string>>,
  shared: ReadonlySet<string>,
): void {
  const found = new Map<string, Set<string>>();
  for (const { from, to } of graph.edges) {
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      if (homes.has(one) || !nodes.has(one) || shared.has(one)) continue;
      for (const home of homes.get(other) ?? []) addTo(found, one, home);
    }
  }
  for (const [id, own] of found) {
    const tool = nodes.get(id);
    if (own.size === 1 || (tool && !isMeetingPoint(tool) && own.size <= 3)) homes.set(id, own);
  }
}

function collect(
  graph: Graph,
  nodes: ReadonlyMap<string, Node>,
  homes: ReadonlyMap<string, ReadonlySet<string>>,
): readonly BandDraft[] {
  const members = new Map<string, string[]>();
  const homeless = new Set(nodes.keys());
  for (const [id, own] of homes) {
    homeless.delete(id);
    for (const home of own) {
      const list = members.get(home);
      if (list) list.push(id);
      else members.set(home, [id]);
    }
  }
  const bands: BandDraft[] = graph.contexts.flatMap(context => {
    const own = members.get(context.id);
    if (!own) return [];
    return [
      {
        id: context.id,
        kind: 'context',
        title: agentName(nodes, context.agent),
        contexts: [context.id],
        nodes: own,
      },
    ];
  });
  const linked = new Set(graph.edges.flatMap(({ from, to }) => [from, to]));
  const add = (kind: 'shared' | 'apart', title: string, ids: readonly string[]): void => {
    if (ids.length > 0) bands.push({ id: kind, kind, title, contexts: [], nodes: ids });
  };
  const loose = [...homeless];
  const isShared = (id: string): boolean => bands.length > 0 && linked.has(id);
  add('shared', 'Shared between contexts', loose.filter(isShared));
  add(
    'apart',
    'Not connected to an agent',
    loose.filter(id => !isShared(id)),
  );
  return bands;
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const known = sets.get(key);
  if (known) known.add(value);
  else sets.set(key, new Set([value]));
}
