import type { Node } from '../../../src/model/graph.ts';
import { type LabelId, labelIds } from '../../../src/model/vocabulary.ts';
import type { IndexedReport } from './index-report.ts';

/** What one agent can do with one part of its context. */
export interface Cell {
  readonly labels: readonly LabelId[];
  /** A barrier with credit stands on every way from the agent to it. */
  readonly gated: boolean;
}

/** Agents down, parts across; cells by `agent id`, then `part id`. */
export interface Matrix {
  readonly agents: readonly Node[];
  readonly parts: readonly Node[];
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, Cell>>;
  /** Labels that meet in each agent's context. */
  readonly totals: ReadonlyMap<string, ReadonlyMap<LabelId, number>>;
}

/** Who can use what, and which labels meet where: the permission matrix. Parts without a label are left out. */
export function matrixOf(index: IndexedReport): Matrix {
  const cells = new Map<string, Map<string, Cell>>();
  const totals = new Map<string, Map<LabelId, number>>();
  const uses = new Map<string, number>();
  for (const context of index.report.contexts) {
    const row = cells.get(context.agent) ?? new Map<string, Cell>();
    const sums = totals.get(context.agent) ?? new Map<LabelId, number>();
    for (const id of context.nodes) {
      const node = index.nodes.get(id);
      if (!node || node.labels.length === 0 || row.has(id)) continue;
      const labels = labelIds.filter(word => node.labels.some(({ label }) => label === word));
      row.set(id, { labels, gated: isGated(index, context.agent, id) });
      uses.set(id, (uses.get(id) ?? 0) + 1);
      for (const label of labels) sums.set(label, (sums.get(label) ?? 0) + 1);
    }
    cells.set(context.agent, row);
    totals.set(context.agent, sums);
  }
  const nodes = (ids: Iterable<string>): readonly Node[] => [...ids].flatMap(id => index.nodes.get(id) ?? []);
  const legs = (node: Node): number => totals.get(node.id)?.size ?? 0;
  return {
    agents: [...nodes(cells.keys())].sort((a, b) => legs(b) - legs(a) || (a.id < b.id ? -1 : 1)),
    parts: [...nodes(uses.keys())].sort(
      (a, b) =>
        firstLabel(a) - firstLabel(b) ||
        (uses.get(b.id) ?? 0) - (uses.get(a.id) ?? 0) ||
        (a.id < b.id ? -1 : 1),
    ),
    cells,
    totals,
  };
}

function firstLabel(node: Node): number {
  const own = new Set(node.labels.map(({ label }) => label));
  return labelIds.findIndex(word => own.has(word));
}

function isGated(index: IndexedReport, agent: string, part: string): boolean {
  const ways = (index.around.get(part) ?? []).filter(
    ({ from, to, kind }) => from === agent && to === part && (kind === 'call' || kind === 'uses'),
  );
  const calls = ways.filter(({ kind }) => kind === 'call');
  const judged = calls.length > 0 ? calls : ways;
  return (
    judged.length > 0 &&
    judged.every(({ barriers }) => barriers?.some(({ credit, cut }) => cut || credit > 0))
  );
}
