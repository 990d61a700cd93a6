import { stepKinds } from '../../../src/model/vocabulary.ts';
import type { IndexedReport } from './index-report.ts';

const steps: ReadonlySet<string> = new Set(stepKinds);

/** A way from one node to another: its edges in order. `directed`: data can really move along it. */
export interface Way {
  readonly edges: readonly string[];
  readonly nodes: readonly string[];
  readonly directed: boolean;
}

/** The shortest way along data steps; where there is none, along any connection in any direction. */
export function pathBetween(index: IndexedReport, from: string, to: string): Way | undefined {
  return search(index, from, to, true) ?? search(index, from, to, false);
}

function search(index: IndexedReport, from: string, to: string, directed: boolean): Way | undefined {
  const back = new Map<string, { readonly node: string; readonly edge: string }>();
  const seen = new Set([from]);
  const queue = [from];
  for (const node of queue) {
    if (node === to) return trace(back, from, to, directed);
    for (const edge of index.around.get(node) ?? []) {
      if (directed && (edge.from !== node || !steps.has(edge.kind))) continue;
      const next = edge.from === node ? edge.to : edge.from;
      if (seen.has(next)) continue;
      seen.add(next);
      back.set(next, { node, edge: edge.id });
      queue.push(next);
    }
  }
  return undefined;
}

function trace(
  back: ReadonlyMap<string, { readonly node: string; readonly edge: string }>,
  from: string,
  to: string,
  directed: boolean,
): Way {
  const edges: string[] = [];
  const nodes = [to];
  for (let at = to; at !== from; ) {
    const step = back.get(at);
    if (!step) break;
    edges.push(step.edge);
    nodes.push(step.node);
    at = step.node;
  }
  return { edges: edges.reverse(), nodes: nodes.reverse(), directed };
}
