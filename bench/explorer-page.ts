import type { Report } from '../src/model/report.ts';
import { layout } from '../visualizer/src/layout/layout.ts';
import type { Grouping, Picture } from '../visualizer/src/layout/types.ts';
import { cutsFor } from '../visualizer/src/state/cuts.ts';
import type { Edit } from '../visualizer/src/state/edit.ts';
import { minimumFix, type ProposedFix } from '../visualizer/src/state/minimum-fix.ts';
import { type Outcome, openChains, whatIf } from '../visualizer/src/state/what-if.ts';

const none: ReadonlySet<string> = new Set();

/** Puts the pure parts of the explorer into a page, over one report. */
function use(report: Report): void {
  const edits: readonly Edit[] = cutsFor(report, openChains(report.chains), [], 1).map(({ edit }) => edit);
  Object.assign(globalThis, {
    core: {
      layout: (group: Grouping): Picture =>
        layout({ graph: report, chains: report.chains, opened: none, pinned: none, group }),
      whatIf: (): Outcome => whatIf(report, edits),
      minimumFix: (): ProposedFix => minimumFix(report),
    },
  });
}

Object.assign(globalThis, { use });
