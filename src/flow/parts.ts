import type { Graph } from '../model/graph.ts';

/** Names the part of a graph a node hangs together with: two nodes are of one part when the answer is the same. */
export function rootsOf(graph: Graph): (node: string) => string {
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
  return rootOf;
}

/** Gives the part of a graph that hangs together with some nodes: what happens elsewhere cannot change what they do. */
export function partsOf(graph: Graph): (nodes: readonly string[]) => Graph {
  const rootOf = rootsOf(graph);
  const known = new Map<string, Graph>();
  return nodes => {
    const roots = new Set(nodes.map(rootOf));
    const key = [...roots].sort().join('\n');
    const before = known.get(key);
    if (before) return before;
    const part = insideOf(graph, id => roots.has(rootOf(id)));
    known.set(key, part);
    return part;
  };
}

/** The nodes that `isInside` names, with their edges and contexts; a part does not cut through either. */
export function insideOf(graph: Graph, isInside: (node: string) => boolean): Graph {
  return {
    nodes: graph.nodes.filter(({ id }) => isInside(id)),
    edges: graph.edges.filter(({ from }) => isInside(from)),
    contexts: graph.contexts.filter(({ agent }) => isInside(agent)),
  };
}
