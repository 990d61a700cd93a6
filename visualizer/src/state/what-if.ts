import { compareChains } from '../../../src/flow/analyze.ts';
import type { Chain } from '../../../src/model/chain.ts';
import type { Graph } from '../../../src/model/graph.ts';
import type { Report } from '../../../src/model/report.ts';
import { applyEdits } from './apply-edits.ts';
import { chainsAfter } from './chains-after.ts';
import type { Edit } from './edit.ts';

/** What the edits do to the chains, by the same engine that made the report. */
export interface Outcome {
  readonly graph: Graph;
  /** All chains after the edits, worst first. */
  readonly chains: readonly Chain[];
  /** Open before, not there any more. */
  readonly gone: readonly Chain[];
  /** Open before, gated now. */
  readonly gated: readonly Chain[];
  /** Open now. */
  readonly left: readonly Chain[];
  /** Open now and not before. */
  readonly fresh: readonly Chain[];
}

/** Chains that count as open problems. */
export function openChains(chains: readonly Chain[]): readonly Chain[] {
  return chains.filter(({ status }) => status === 'open');
}

/**
 * Re-runs the flow engine on what the edits can have an effect on. Accepted chains stay accepted, fixes stay those of the
 * report.
 */
export function whatIf(report: Report, edits: readonly Edit[]): Outcome {
  const graph = applyEdits(report, edits);
  const known = new Map(report.chains.map(chain => [chain.id, chain]));
  const { kept, found } = chainsAfter(report, graph);
  const again = found.map((chain): Chain => {
    const before = known.get(chain.id);
    const fixes = chain.fixes.length > 0 ? chain.fixes : (before?.fixes ?? []);
    return { ...chain, fixes, status: before?.status === 'accepted' ? 'accepted' : chain.status };
  });
  const chains = [...kept, ...again].sort(compareChains);
  const now = new Map(chains.map(chain => [chain.id, chain]));
  const before = openChains(report.chains);
  const wasOpen = new Set(before.map(({ id }) => id));
  const left = openChains(chains);
  return {
    graph,
    chains,
    gone: before.filter(({ id }) => !now.has(id)),
    gated: before.filter(({ id }) => now.get(id)?.status === 'gated'),
    left,
    fresh: left.filter(({ id }) => !wasOpen.has(id)),
  };
}
