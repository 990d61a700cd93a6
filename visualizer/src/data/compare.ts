import type { Chain } from '../../../src/model/chain.ts';
import type { Node } from '../../../src/model/graph.ts';
import type { Report } from '../../../src/model/report.ts';

/** One chain in two reports, with what differs in words. */
export interface ChangedChain {
  readonly before: Chain;
  readonly after: Chain;
  readonly changes: readonly string[];
}

/** What came, what went and what changed from one report to the next. */
export interface Comparison {
  readonly nodes: { readonly added: readonly Node[]; readonly removed: readonly Node[] };
  readonly chains: {
    readonly added: readonly Chain[];
    readonly removed: readonly Chain[];
    readonly changed: readonly ChangedChain[];
  };
}

export function compareReports(before: Report, after: Report): Comparison {
  const known = new Map(before.chains.map(chain => [chain.id, chain]));
  const changed = after.chains.flatMap(chain => {
    const old = known.get(chain.id);
    const changes = old ? differences(old, chain) : [];
    return old && changes.length > 0 ? [{ before: old, after: chain, changes }] : [];
  });
  return {
    nodes: { added: onlyIn(after.nodes, before.nodes), removed: onlyIn(before.nodes, after.nodes) },
    chains: {
      added: onlyIn(after.chains, before.chains),
      removed: onlyIn(before.chains, after.chains),
      changed,
    },
  };
}

function differences(before: Chain, after: Chain): readonly string[] {
  const said: string[] = [];
  if (before.status !== after.status) said.push(`was ${before.status}, is ${after.status}`);
  if (before.severity !== after.severity) said.push(`was ${before.severity}, is ${after.severity}`);
  else if (before.risk !== after.risk) said.push(`risk ${before.risk} → ${after.risk}`);
  for (const leg of ['untrusted', 'sensitive', 'sink'] as const) {
    const path = (chain: Chain): string =>
      [chain[leg] ?? '', ...chain.legs[leg].flatMap(({ from, to }) => [from, to])].join('\n');
    if (path(before) !== path(after)) said.push(`another ${leg} leg`);
  }
  return said;
}

function onlyIn<T extends { readonly id: string }>(items: readonly T[], others: readonly T[]): readonly T[] {
  const known = new Set(others.map(({ id }) => id));
  return items.filter(({ id }) => !known.has(id));
}
