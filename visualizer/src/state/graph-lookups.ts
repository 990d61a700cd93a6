import { type GraphIndex, indexGraph } from '../../../src/flow/graph-index.ts';
import type { Graph } from '../../../src/model/graph.ts';

const indexes = new WeakMap<Graph, GraphIndex>();

/** The engine's look-ups of a graph, made once. */
export function indexOf(graph: Graph): GraphIndex {
  const known = indexes.get(graph);
  if (known) return known;
  const made = indexGraph(graph);
  indexes.set(graph, made);
  return made;
}
