import type { Step } from '../model/chain.ts';
import type { Barrier } from '../model/graph.ts';
import type { Net } from './net.ts';
import type { Witness } from './pick.ts';

/** Steps of a leg in the direction the data moves; what happens inside one node is no step. */
export function stepsOfMoves(net: Net, moves: readonly number[]): readonly Step[] {
  const steps: Step[] = [];
  for (const move of moves) {
    const edge = net.edges[net.via[move] ?? -1];
    const from = net.nodes[(net.sources[move] ?? 0) >> 2]?.id;
    const to = net.nodes[(net.targets[move] ?? 0) >> 2]?.id;
    if (!edge || from === undefined || to === undefined) continue;
    steps.push({ edge: edge.id, from, to, ...(edge.location && { location: edge.location }) });
  }
  return steps;
}

/** Steps along edges given by index. */
export function stepsOfEdges(net: Net, edges: readonly number[]): readonly Step[] {
  return edges.flatMap(index => {
    const edge = net.edges[index];
    if (!edge) return [];
    return [
      { edge: edge.id, from: edge.from, to: edge.to, ...(edge.location && { location: edge.location }) },
    ];
  });
}

/** Barriers that stand on a leg, each with the agent whose step it is. */
export function barriersOn(
  net: Net,
  edges: readonly number[],
): readonly { barrier: Barrier; from: string }[] {
  return edges.flatMap(index => {
    const edge = net.edges[index];
    return (edge?.barriers ?? []).map(barrier => ({ barrier, from: edge?.from ?? '' }));
  });
}

/** Edge indices of a leg. */
export const edgesOfMoves = (net: Net, moves: readonly number[]): readonly number[] =>
  moves.map(move => net.via[move] ?? -1).filter(edge => edge >= 0);

/** How sure the way is: 1, less for each step that exists only under a condition and for each store in between. */
export function pathConfidence(net: Net, edges: readonly number[]): number {
  let sure = 1;
  for (const index of edges) {
    const edge = net.edges[index];
    if (edge?.conditional) sure *= 0.9;
    if (edge?.kind === 'save') sure *= 0.9;
  }
  return sure;
}

/** Edge indices of a chosen witness. */
export const witnessEdges = (net: Net, witness: Witness): readonly number[] =>
  edgesOfMoves(net, witness.path);
