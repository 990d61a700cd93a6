import type { Context, Edge, Graph, Node } from '../model/graph.ts';

interface Piece {
  readonly nodes: Node[];
  readonly edges: Edge[];
  readonly contexts: Context[];
}

/** Gives the part of a graph that hangs together with some nodes: what happens elsewhere cannot change what they do. */
export function partsOf(graph: Graph): (nodes: readonly string[]) => Graph {
  const rootOf = rootsOf(graph);
  const pieces = new Map<string, Piece>();
  const pieceOf = (id: string): Piece => {
    const root = rootOf(id);
    const piece = pieces.get(root) ?? { nodes: [], edges: [], contexts: [] };
    pieces.set(root, piece);
    return piece;
  };
  for (const node of graph.nodes) pieceOf(node.id).nodes.push(node);
  for (const edge of graph.edges) pieceOf(edge.from).edges.push(edge);
  for (const context of graph.contexts) pieceOf(context.agent).contexts.push(context);
  const known = new Map<string, Graph>();
  return nodes => {
    const roots = [...new Set(nodes.map(rootOf))].sort();
    const key = roots.join('\n');
    const before = known.get(key);
    if (before) return before;
    const part = together(
      graph,
      roots.flatMap(root => pieces.get(root) ?? []),
    );
    known.set(key, part);
    return part;
  };
}

/** Pieces as one graph, everything in the order of the whole. */
function together(graph: Graph, pieces: readonly Piece[]): Graph {
  const [only, second] = pieces;
  if (only && !second) return only;
  const nodes = new Set(pieces.flatMap(piece => piece.nodes));
  const edges = new Set(pieces.flatMap(piece => piece.edges));
  const contexts = new Set(pieces.flatMap(piece => piece.contexts));
  return {
    nodes: graph.nodes.filter(node => nodes.has(node)),
    edges: graph.edges.filter(edge => edges.has(edge)),
    contexts: graph.contexts.filter(context => contexts.has(context)),
  };
}

/** Names the part every node belongs to by one of its nodes. */
export function rootsOf(graph: Graph): (id: string) => string {
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
