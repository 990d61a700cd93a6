import type { Chain } from '../../../src/model/chain.ts';
import type { Graph } from '../../../src/model/graph.ts';
import type { Report } from '../../../src/model/report.ts';
import { type IndexedReport, indexReport, nodesOfChain } from '../data/index-report.ts';
import { layout } from '../layout/layout.ts';
import type { Picture } from '../layout/types.ts';
import { type Cut, cutsFor } from './cuts.ts';
import type { Edit } from './edit.ts';
import { filterChains } from './filters.ts';
import { type Frame, framesOf } from './player.ts';
import type { State } from './state.ts';
import { memoize, memoizeBy } from './store.ts';
import { visibleNodes } from './visible.ts';
import { type Outcome, openChains, whatIf } from './what-if.ts';

/** Everything the views show, computed from the report and the state. */
export interface Model {
  readonly state: State;
  /** The report as it was read. */
  readonly base: IndexedReport;
  /** The report with the edits of what-if; the same as `base` without edits. */
  readonly current: IndexedReport;
  readonly outcome?: Outcome;
  /** Edges that the edits changed or removed. */
  readonly touched: ReadonlySet<string>;
  /** Chains that are open now, worst first. */
  readonly open: readonly Chain[];
  /** The change that helps most against them. */
  readonly best?: Cut;
  /** Chains the filters leave, worst first: those of the current report, then those the edits made go away. */
  readonly chains: readonly Chain[];
  /** Chosen chain; when the edits made it go away, as it was. */
  readonly chain?: Chain;
  readonly frames: readonly Frame[];
  readonly picture: Picture;
  /** What to draw: the nodes of the report with their current labels. Removed nodes are still in it. */
  readonly graph: Graph;
}

/** Makes a function that derives models and keeps what did not change. */
export function createDerive(): (report: Report, state: State) => Model {
  const toIndex = memoize(indexReport);
  const toCurrentIndex = memoize(indexReport);
  const run = memoize((report: Report, edits: readonly Edit[]) => whatIf(report, edits));
  const toReport = memoize(
    (report: Report, outcome: Outcome): Report => ({ ...report, ...outcome.graph, chains: outcome.chains }),
  );
  const toGraph = memoize(overlay);
  const toTouched = memoize(touchedBy);
  const toOpen = memoize(openChains);
  const toBest = memoize(
    (report: Report, open: readonly Chain[], edits: readonly Edit[]) => cutsFor(report, open, edits, 1)[0],
  );
  const lay = (
    base: IndexedReport,
    graph: Graph,
    visible: ReadonlySet<string> | undefined,
    group: State['group'],
    opened: readonly string[],
    pins: string,
  ): Picture =>
    layout({
      graph,
      chains: base.report.chains,
      group,
      opened: new Set(opened),
      pinned: new Set(pins.split('\n')),
      ...(visible && { visible }),
    });
  const toPlain = memoize(lay);
  const toPinned = memoize(lay);
  /** What is drawn alone already needs no pin: the picture stays as it is, and nothing moves. */
  const toPicture = (...[base, graph, visible, group, opened, pins]: Parameters<typeof lay>): Picture => {
    const plain = toPlain(base, graph, visible, group, opened, '');
    return isAllAlone(plain, pins) ? plain : toPinned(base, graph, visible, group, opened, pins);
  };
  const toVisible = memoizeBy(
    (base: IndexedReport, key: string, _: State) => [base, key],
    (base, _, state) => visibleNodes(base, base.report.chains, state),
  );

  return (report, state) => {
    const base = toIndex(report);
    const outcome = state.edits.length > 0 ? run(report, state.edits) : undefined;
    const current = outcome ? toCurrentIndex(toReport(report, outcome)) : base;
    const graph = outcome ? toGraph(report, outcome) : report;
    const all = [...current.report.chains, ...(outcome?.gone ?? [])];
    const chain = findChain(current, state.chain) ?? findChain(base, state.chain);
    const key = JSON.stringify([state.filters, state.focus, state.path, state.chain]);
    const visible = toVisible(base, key, state);
    const frames = chain ? framesOf(chain) : [];
    const open = toOpen(current.report.chains);
    const best = toBest(report, open, state.edits);
    return {
      state,
      base,
      current,
      ...(outcome && { outcome }),
      touched: toTouched(base, current),
      open,
      ...(best && { best }),
      chains: filterChains(base, all, state.filters),
      ...(chain && { chain }),
      frames,
      picture: toPicture(base, graph, visible, state.group, state.opened, pins(state, chain)),
      graph,
    };
  };
}

function isAllAlone({ items }: Picture, pins: string): boolean {
  if (pins === '') return true;
  const alone = new Set(items.flatMap(({ nodes }) => (nodes.length === 1 ? nodes : [])));
  return pins.split('\n').every(id => alone.has(id));
}

function touchedBy(base: IndexedReport, current: IndexedReport): ReadonlySet<string> {
  if (base === current) return new Set();
  return new Set(base.report.edges.flatMap(edge => (current.edges.get(edge.id) === edge ? [] : [edge.id])));
}

/** By id, with or without its `chain:` prefix. */
export function findChain(index: IndexedReport, id: string | undefined): Chain | undefined {
  if (!id) return undefined;
  return index.chains.get(id) ?? index.chains.get(`chain:${id}`);
}

/** Ids of nodes that must not disappear in a group. */
function pins(state: State, chain: Chain | undefined): string {
  const ids = [...(chain ? nodesOfChain(chain) : []), state.node, state.focus, ...(state.path ?? [])];
  return [...new Set(ids.flatMap(id => id ?? []))].sort().join('\n');
}

/** The original graph with the labels of the changed one, so that the picture keeps its places. */
function overlay(report: Report, { graph }: Outcome): Graph {
  const now = new Map(graph.nodes.map(node => [node.id, node]));
  const same = report.nodes.every(node => (now.get(node.id) ?? node) === node);
  return same ? report : { ...report, nodes: report.nodes.map(node => now.get(node.id) ?? node) };
}
