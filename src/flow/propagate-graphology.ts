import { DirectedGraph } from 'graphology';
import { type Net, states } from './net.ts';
import { classes, classesOf, type SourceName, type Tree, unreached } from './propagate.ts';

/** The same search as `propagate` on a graphology graph of states: the engine for small graphs. */
export function propagateOnGraph(net: Net, leg: SourceName): Tree {
  const graph = stateGraph(net, leg);
  const size = net.nodes.length * 4;
  const key = new Uint8Array(size).fill(unreached);
  const move = new Int32Array(size).fill(-1);
  const buckets: (readonly [state: string, by: number])[][] = Array.from({ length: 3 * classes }, () => []);
  classesOf(net, leg).forEach((strength, node) => {
    if (strength >= 0) buckets[strength]?.push([`s${4 * node + states.base}`, -1]);
  });
  buckets.forEach((bucket, at) => {
    for (const [state, by] of bucket) {
      const index = graph.getNodeAttribute(state, 'index');
      if (key[index] !== unreached) continue;
      key[index] = at;
      move[index] = by;
      graph.forEachOutEdge(state, (_edge, step, _source, target) => {
        if (key[graph.getNodeAttribute(target, 'index')] !== unreached) return;
        buckets[Math.max(step.level, Math.trunc(at / classes)) * classes + (at % classes)]?.push([
          target,
          step.move,
        ]);
      });
    }
  });
  return { key, move };
}

/** Per pair of states only the step with the lowest level matters, the first of several. */
function stateGraph(
  net: Net,
  leg: SourceName,
): DirectedGraph<{ index: number }, { level: number; move: number }> {
  const graph = new DirectedGraph<{ index: number }, { level: number; move: number }>();
  const levels = leg === 'untrusted' ? net.levelU : net.levelS;
  for (let index = 0; index < net.nodes.length * 4; index++) graph.addNode(`s${index}`, { index });
  for (let move = 0; move < net.targets.length; move++) {
    const level = levels[move] ?? 0;
    if (level === 3) continue;
    const from = `s${net.sources[move]}`;
    const to = `s${net.targets[move]}`;
    const known = graph.edge(from, to);
    if (known === undefined) graph.addEdge(from, to, { level, move });
    else if (graph.getEdgeAttribute(known, 'level') > level) {
      graph.mergeEdgeAttributes(known, { level, move });
    }
  }
  return graph;
}
