import { isGated, residual } from '../flow/credit.ts';
import type { Edge, Graph, Node } from '../model/graph.ts';

/** An agent's way to one of its tools. */
export interface Use {
  readonly agent: Node;
  readonly tool: Node;
  readonly edge: Edge;
}

/** Every call of an agent on a tool that no effective gate stands before, by agent and tool id. */
export function freeUses(graph: Graph): readonly Use[] {
  const nodes = new Map(graph.nodes.map(node => [node.id, node]));
  return graph.edges
    .filter(edge => edge.kind === 'call' && !isStopped(edge))
    .flatMap(edge => {
      const agent = nodes.get(edge.from);
      const tool = nodes.get(edge.to);
      return agent?.kind === 'agent' && tool && tool.kind !== 'agent' ? [{ agent, tool, edge }] : [];
    })
    .sort((a, b) => compare(a.agent.id, b.agent.id) || compare(a.tool.id, b.tool.id));
}

/** Whether a gate or a cut on the step is worth its name. */
export function isStopped(edge: Edge): boolean {
  const barriers = edge.barriers ?? [];
  return barriers.some(barrier => barrier.cut) || (barriers.length > 0 && isGated(residual(barriers)));
}

/** Groups uses by a key; keys in the order of their first use. */
export function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** `'a'`, `'a' and 'b'`, `'a', 'b', 'c' and 4 more`; each name once. */
export function listNames(names: readonly string[], most = 4): string {
  const quoted = [...new Set(names)].map(
    name => `'${name.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').slice(0, 80)}'`,
  );
  const shown = quoted.slice(0, most);
  const more = quoted.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
