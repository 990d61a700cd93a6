import type { Node } from '../../../src/model/graph.ts';
import { labelIds } from '../../../src/model/vocabulary.ts';
import type { IndexedReport } from './index-report.ts';

/** One line of the table of tools. */
export interface ToolRow {
  readonly node: Node;
  /** Name of the server that provides it. */
  readonly server?: string;
  readonly agents: number;
  readonly chains: number;
  /** Of its surest label; 0 without one. */
  readonly confidence: number;
}

export type SortKey = 'name' | 'labels' | 'confidence' | 'chains' | 'agents' | 'place';

/** Everything an agent can use: tools, and stores and renderers with a label. */
export function toolRows(index: IndexedReport): readonly ToolRow[] {
  return index.report.nodes.flatMap(node => {
    if (node.kind !== 'tool' && (node.labels.length === 0 || node.kind === 'agent')) return [];
    const server = index.nodes.get(index.serverOf.get(node.id) ?? '');
    return [
      {
        node,
        ...(server && { server: server.name }),
        agents: index.contextsOf.get(node.id)?.length ?? 0,
        chains: index.chainsOf.get(node.id)?.length ?? 0,
        confidence: Math.max(0, ...node.labels.map(label => label.confidence)),
      },
    ];
  });
}

/** Sorted by a column; equals keep the order of their ids. */
export function sortTools(rows: readonly ToolRow[], key: SortKey, down: boolean): readonly ToolRow[] {
  const sign = down ? -1 : 1;
  return [...rows].sort((a, b) => sign * compare(a, b, key) || (a.node.id < b.node.id ? -1 : 1));
}

function compare(a: ToolRow, b: ToolRow, key: SortKey): number {
  switch (key) {
    case 'name':
      return text(a.node.name.toLowerCase(), b.node.name.toLowerCase());
    case 'place':
      return (
        text(a.node.location?.file ?? '\uffff', b.node.location?.file ?? '\uffff') ||
        (a.node.location?.line ?? 0) - (b.node.location?.line ?? 0)
      );
    case 'labels':
      return roles(a.node) - roles(b.node);
    default:
      return a[key] - b[key];
  }
}

/** More roles weigh more; among equals, the earlier label of the trifecta. */
function roles({ labels }: Node): number {
  const ids = new Set(labels.map(({ label }) => label));
  const first = labelIds.findIndex(id => ids.has(id));
  return ids.size * 10 + (first < 0 ? 0 : labelIds.length - first);
}

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
