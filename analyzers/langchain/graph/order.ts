import type { Location } from '../../../src/model/location.ts';
import { end, type GraphEdge, start } from './read.ts';

/** One step between placed nodes, over any number of plain ones. */
export interface Step {
  readonly from: string;
  readonly to: string;
  readonly at: Location;
  readonly conditional: boolean;
}

/** Steps between placed nodes (and from the start), looking through nodes that only pass state on. */
export function bridged(edges: readonly GraphEdge[], isPlaced: (name: string) => boolean): readonly Step[] {
  const next = new Map<string, GraphEdge[]>();
  for (const edge of edges) next.set(edge.from, [...(next.get(edge.from) ?? []), edge]);
  const steps: Step[] = [];
  for (const from of next.keys()) {
    if (from !== start && !isPlaced(from)) continue;
    const seen = new Set<string>();
    const queue = (next.get(from) ?? []).map(edge => ({ edge, conditional: edge.conditional }));
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      const { edge, conditional } = item;
      if (edge.to === end || seen.has(edge.to)) continue;
      seen.add(edge.to);
      if (isPlaced(edge.to)) steps.push({ from, to: edge.to, at: edge.at, conditional });
      else
        queue.push(
          ...(next.get(edge.to) ?? []).map(on => ({ edge: on, conditional: conditional || on.conditional })),
        );
    }
  }
  return steps;
}

/** Whether one node can come after another, over at least one edge. */
export function reaches(
  edges: readonly GraphEdge[],
  from: string,
  to: string,
  blocked: ReadonlySet<string> = new Set(),
): boolean {
  const seen = new Set<string>();
  const queue = [from];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    for (const edge of edges) {
      if (edge.from !== name || seen.has(edge.to) || blocked.has(edge.to)) continue;
      if (edge.to === to) return true;
      seen.add(edge.to);
      queue.push(edge.to);
    }
  }
  return false;
}
