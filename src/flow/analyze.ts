import type { Chain } from '../model/chain.ts';
import type { Graph } from '../model/graph.ts';
import { chainOf, type Draft } from './chain-of.ts';
import { addFixes } from './fixes.ts';
import { compareText } from './order.ts';
import type { FixPlan } from './plan.ts';
import { draftsOf } from './rules.ts';
import { type Engine, type Taint, taintOf } from './taint.ts';

/** How to run the analysis. */
export interface FlowOptions {
  /** Chosen by size when absent; the result is the same. */
  readonly engine?: Engine;
  /** Most chains to build, default 5000; the result says when more were left out. */
  readonly maxChains?: number;
  /** Chains the project lives with: fixes leave them alone. */
  readonly accept?: ReadonlySet<string>;
  /** Without words and alternatives: enough to compare two graphs. */
  readonly brief?: boolean;
  /** Only chains of these contexts. */
  readonly contexts?: ReadonlySet<string>;
}

/** What the flow engine found in a graph. */
export interface FlowResult {
  /** By falling risk, open before gated, then by id. */
  readonly chains: readonly Chain[];
  /** True when `maxChains` cut the list short. */
  readonly truncated: boolean;
  /** Agents whose own gates count for nothing because they can rewrite them, by id. */
  readonly gateless: readonly string[];
  /** The cheapest known set of changes that closes every open chain; only from `analyze`. */
  readonly plan?: FixPlan;
}

/** Contexts, propagation, chains: pure and deterministic. Fixes are not filled in; see `analyze` for these. */
export function findChains(graph: Graph, options: FlowOptions = {}): FlowResult {
  const taint = taintOf(graph, options.engine);
  const most = options.maxChains ?? 5000;
  const chains: Chain[] = [];
  let truncated = false;
  for (const [agent, { id }] of taint.contexts) {
    if (options.contexts && !options.contexts.has(id)) continue;
    for (const draft of draftsOf(taint, agent, options.brief === true)) {
      if (chains.length >= most) truncated = true;
      else chains.push(...chainsOf(taint, draft, options.brief === true));
    }
  }
  return { chains: chains.sort(compareChains), truncated, gateless: [...taint.killed].sort(compareText) };
}

/** The chain of a draft; when that is gated, also what is open behind it. */
function chainsOf(taint: Taint, draft: Draft, brief: boolean): readonly Chain[] {
  const chain = chainOf(taint, draft, brief);
  if (chain.status === 'open') return [chain];
  const behind = (draft.behind ?? []).map(other => chainOf(taint, other, brief));
  const open = behind.find(other => other.status === 'open');
  return open ? [chain, open] : [chain];
}

/** Chains with their fixes, and the plan that these fixes are part of. */
export function analyze(graph: Graph, options: FlowOptions = {}): FlowResult {
  const found = findChains(graph, options);
  const find = (changed: Graph, contexts?: ReadonlySet<string>) =>
    findChains(changed, { ...options, engine: 'arrays', ...(contexts && { contexts, brief: true }) }).chains;
  return { ...found, ...addFixes(graph, found.chains, find, options.accept) };
}

/** The order of chains in a report. */
export function compareChains(a: Chain, b: Chain): number {
  return (
    b.risk - a.risk ||
    Number(a.status === 'gated') - Number(b.status === 'gated') ||
    b.confidence - a.confidence ||
    compareText(a.id, b.id)
  );
}
