import type { Chain } from '../../../src/model/chain.ts';
import type { Node } from '../../../src/model/graph.ts';
import { type IndexedReport, nodesOfChain } from '../data/index-report.ts';
import type { FilterName, Filters } from './state.ts';

/** How often a word occurs, for the filter panel. */
export interface FilterOption {
  readonly word: string;
  readonly count: number;
}

const nodeFilters = ['label', 'kind', 'framework', 'file'] as const;

/** The words of a node under one filter. */
function wordsOf(node: Node, name: (typeof nodeFilters)[number]): readonly string[] {
  switch (name) {
    case 'label':
      return [...new Set(node.labels.map(({ label }) => label))];
    case 'kind':
      return [node.kind];
    case 'framework':
      return node.framework ? [node.framework] : [];
    case 'file':
      return node.location ? [node.location.file] : [];
  }
}

/** True when the node has one of the chosen words under every filter that is set. */
export function nodePasses(node: Node, filters: Filters): boolean {
  return nodeFilters.every(name => {
    const chosen = filters[name];
    return chosen.length === 0 || wordsOf(node, name).some(word => chosen.includes(word));
  });
}

const setsNodes = (filters: Filters): boolean => nodeFilters.some(name => filters[name].length > 0);
const setsChains = (filters: Filters): boolean => filters.severity.length > 0 || filters.status.length > 0;

/** Chains with the chosen severity and status that touch a node which passes the node filters. */
export function filterChains(
  index: IndexedReport,
  chains: readonly Chain[],
  filters: Filters,
): readonly Chain[] {
  const nodes = setsNodes(filters);
  return chains.filter(chain => {
    if (filters.severity.length > 0 && !filters.severity.includes(chain.severity)) return false;
    if (filters.status.length > 0 && !filters.status.includes(chain.status)) return false;
    if (!nodes) return true;
    return nodesOfChain(chain).some(id => {
      const node = index.nodes.get(id);
      return node !== undefined && nodePasses(node, filters);
    });
  });
}

/** Nodes the filters leave, with the agents they belong to; nothing when no filter is set. */
export function filterNodes(
  index: IndexedReport,
  chains: readonly Chain[],
  filters: Filters,
): ReadonlySet<string> | undefined {
  if (!setsNodes(filters) && !setsChains(filters)) return undefined;
  const inChains = setsChains(filters)
    ? new Set(filterChains(index, chains, filters).flatMap(nodesOfChain))
    : undefined;
  const kept = new Set<string>();
  for (const node of index.report.nodes) {
    if (!nodePasses(node, filters) || (inChains && !inChains.has(node.id))) continue;
    kept.add(node.id);
    for (const { agent } of index.contextsOf.get(node.id) ?? []) kept.add(agent);
  }
  return kept;
}

/** The words one can choose from, most frequent first. */
export function filterOptions(
  index: IndexedReport,
  chains: readonly Chain[],
  name: FilterName,
): readonly FilterOption[] {
  const counts = new Map<string, number>();
  const count = (word: string): void => {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  };
  if (name === 'severity') for (const { severity } of chains) count(severity);
  else if (name === 'status') for (const { status } of chains) count(status);
  else for (const node of index.report.nodes) for (const word of wordsOf(node, name)) count(word);
  return [...counts]
    .map(([word, number]) => ({ word, count: number }))
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
}
