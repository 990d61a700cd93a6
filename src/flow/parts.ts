import type { Graph } from '../model/graph.ts';

/** Gives the part of a graph that hangs together with some nodes: what happens elsewhere cannot change what they do. */
export function partsOf(graph: Graph): (nodes: readonly string[]) => Graph {
  const parent = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    for (let at = id; at !== root; ) {
      const up = parent.get(at) ?? root;
      parent.set(at, root);
      at = up;
    }
    return root;
  };
  for (const { from, to } of graph.edges) parent.set(rootOf(from), rootOf(to));
  for (const { agent, nodes } of graph.contexts)
    for (const id of nodes) parent.set(rootOf(id), rootOf(agent));
  const known = new Map<string, Graph>();
  return nodes => {
    const roots = new Set(nodes.map(rootOf));
    const key = [...roots].sort().join('\n');
    const before = known.get(key);
    if (before) return before;
    const isInside = (id: string) => roots.has(rootOf(id));
    const part = {
      nodes: graph.nodes.filter(({ id }) => isInside(id)),
      edges: graph.edges.filter(({ from }) => isInside(from)),
      contexts: graph.contexts.filter(({ agent }) => isInside(agent)),
    };
    known.set(key, part);
    return part;
  };
}
