import { findChains } from '../../../src/flow/analyze.ts';
import { rootsOf } from '../../../src/flow/parts.ts';
import type { Chain } from '../../../src/model/chain.ts';
import type { Graph } from '../../../src/model/graph.ts';
import type { Report } from '../../../src/model/report.ts';
import { indexOf } from './graph-lookups.ts';

/** Chains of a changed graph. */
export interface ChainsAfter {
  /** Chains of the report that the change cannot have touched. */
  readonly kept: readonly Chain[];
  /** Chains of the rest, found anew. */
  readonly found: readonly Chain[];
}

/**
 * Chains after a change that removes or alters, but connects nothing anew. Data moves along edges and contexts only, so
 * the engine need not look at parts of the graph that nothing changed in: a large report is many small landscapes.
 */
export function chainsAfter(report: Report, changed: Graph): ChainsAfter {
  if (changed.nodes === report.nodes && changed.edges === report.edges)
    return { kept: report.chains, found: [] };
  const rootOf = rootOfNodes(report);
  const roots = new Set([...touchedNodes(report, changed)].map(rootOf));
  const isInside = (id: string): boolean => roots.has(rootOf(id));
  const owners = indexOf(report).owners;
  return {
    kept: report.chains.filter(({ context, sink }) => !isInside(owners.get(context) ?? sink)),
    found: findChains(insideOf(changed, isInside), { engine: 'arrays' }).chains,
  };
}

/** The nodes that `isInside` names, with their edges and contexts; a part does not cut through either. */
function insideOf(graph: Graph, isInside: (node: string) => boolean): Graph {
  return {
    nodes: graph.nodes.filter(({ id }) => isInside(id)),
    edges: graph.edges.filter(({ from }) => isInside(from)),
    contexts: graph.contexts.filter(({ agent }) => isInside(agent)),
  };
}

const known = new WeakMap<Graph, (node: string) => string>();

function rootOfNodes(graph: Graph): (node: string) => string {
  const before = known.get(graph);
  if (before) return before;
  const rootOf = rootsOf(graph);
  known.set(graph, rootOf);
  return rootOf;
}

/** Nodes that are gone or other than before, and the ends of such edges. */
function touchedNodes(before: Graph, after: Graph): ReadonlySet<string> {
  const touched = new Set<string>();
  for (const node of changedOf(before.nodes, after.nodes)) touched.add(node.id);
  for (const { from, to } of changedOf(before.edges, after.edges)) touched.add(from).add(to);
  return touched;
}

/** Items of the first list that the second one, in the same order, does not have as they were. */
function changedOf<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
): readonly T[] {
  if (before === after) return [];
  const found: T[] = [];
  let at = 0;
  for (const item of before) {
    const now = after[at];
    if (now?.id === item.id) at++;
    if (now !== item) found.push(item);
  }
  return found;
}
