import type { Chain } from '../../../src/model/chain.ts';
import type { Node } from '../../../src/model/graph.ts';
import type { IndexedReport } from './index-report.ts';
import { kindTitles, nodeName, ruleTitles } from './words.ts';

/** What a search found, best first. */
export interface Hits {
  readonly nodes: readonly Node[];
  readonly chains: readonly Chain[];
  /** Before the limit. */
  readonly total: number;
}

/** Looks for all words of the query in names, places, kinds and labels; matches in names come first. */
export function search(index: IndexedReport, query: string, limit = 30): Hits {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);
  if (words.length === 0) return { nodes: [], chains: [], total: 0 };
  const every = (haystack: string): boolean => words.every(word => haystack.includes(word));
  const nodes = index.report.nodes.filter(node => every(hayOfNode(node)));
  const chains = index.report.chains.filter(chain => every(hayOfChain(index, chain)));
  const rank = (node: Node): number => {
    const name = node.name.toLowerCase();
    return name === words[0] ? 0 : name.startsWith(words[0] ?? '') ? 1 : every(name) ? 2 : 3;
  };
  return {
    nodes: nodes
      .map(node => ({ node, rank: rank(node) }))
      .sort((a, b) => a.rank - b.rank)
      .slice(0, limit)
      .map(({ node }) => node),
    chains: chains.slice(0, limit),
    total: nodes.length + chains.length,
  };
}

function hayOfNode(node: Node): string {
  const labels = node.labels.flatMap(({ label, kind }) => [label, kind]);
  return [
    node.name.slice(0, 500),
    node.location?.file ?? '',
    node.framework ?? '',
    kindTitles[node.kind],
    ...labels,
    ...node.capabilities,
  ]
    .join(' ')
    .toLowerCase();
}

function hayOfChain(index: IndexedReport, chain: Chain): string {
  const ends = [chain.untrusted, chain.sensitive, chain.sink].flatMap(id => id ?? []);
  const names = ends.map(id => nodeName(index.nodes.get(id), id).slice(0, 500));
  return [chain.id, ruleTitles[chain.rule], chain.severity, ...names].join(' ').toLowerCase();
}
