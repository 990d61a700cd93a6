import type { Chain } from '../model/chain.ts';
import type { Graph } from '../model/graph.ts';
import { chainOf } from './chain-of.ts';
import { compareText } from './order.ts';
import { draftsOf } from './rules.ts';
import { type Engine, taintOf } from './taint.ts';

/** How to run the analysis. */
export interface FlowOptions {
  /** Chosen by size when absent; the result is the same. */
  readonly engine?: Engine;
  /** Most chains to build, default 5000; the result says when more were left out. */
  readonly maxChains?: number;
}

/** What the flow engine found in a graph. */
export interface FlowResult {
  /** By falling risk, open before gated, then by id. */
  readonly chains: readonly Chain[];
  /** True when `maxChains` cut the list short. */
  readonly truncated: boolean;
  /** Agents whose own gates count for nothing because they can rewrite them, by id. */
  readonly gateless: readonly string[];
}

/** Contexts, propagation, chains: pure and deterministic. Fixes are not filled in; see `analyze` for these. */
export function findChains(graph: Graph, options: FlowOptions = {}): FlowResult {
  const taint = taintOf(graph, options.engine);
  const most = options.maxChains ?? 5000;
  const chains: Chain[] = [];
  let truncated = false;
  for (const [agent] of taint.contexts) {
    for (const draft of draftsOf(taint, agent)) {
      if (chains.length >= most) truncated = true;
      else chains.push(chainOf(taint, draft));
    }
  }
  return { chains: chains.sort(compareChains), truncated, gateless: [...taint.killed].sort(compareText) };
}

/** Chains with their fixes. */
export function analyze(graph: Graph, options: FlowOptions = {}): FlowResult {
  return findChains(graph, options);
}

function compareChains(a: Chain, b: Chain): number {
  return (
    b.risk - a.risk ||
    Number(a.status === 'gated') - Number(b.status === 'gated') ||
    b.confidence - a.confidence ||
    compareText(a.id, b.id)
  );
}
