import { findChains } from '../../../src/flow/analyze.ts';
import { applyChanges } from '../../../src/flow/changes.ts';
import { optionsOf } from '../../../src/flow/fix-options.ts';
import { partsOf } from '../../../src/flow/parts.ts';
import { finish, planSteps } from '../../../src/flow/plan.ts';
import type { Report } from '../../../src/model/report.ts';
import { applyEdits } from './apply-edits.ts';
import { type Edit, editOf, sameSubject, writeEdit } from './edit.ts';
import { indexOf } from './graph-lookups.ts';
import { planOfReport } from './plan-of-report.ts';
import { type Outcome, openChains, whatIf } from './what-if.ts';

/** A set of edits, and what the engine says it does. */
export interface ProposedFix {
  readonly edits: readonly Edit[];
  readonly outcome: Outcome;
}

/** How far the search is. */
export interface FixProgress {
  readonly edits: number;
  /** Chains that these edits leave open. */
  readonly left: number;
}

/**
 * The cheapest known set of changes that leaves no open chain, on top of edits already made. Without such edits it is the
 * plan that the report's own fixes are part of, checked; else the same search as behind that plan, round by round.
 */
export function* searchFix(report: Report, made: readonly Edit[] = []): Generator<FixProgress, ProposedFix> {
  const noted = made.length === 0 ? planOfReport(report) : [];
  if (noted.length > 0) {
    const outcome = whatIf(report, noted);
    if (outcome.left.length === 0) return { edits: noted, outcome };
    yield { edits: noted.length, left: outcome.left.length };
  }
  const withMade = (added: readonly Edit[]): readonly Edit[] => [
    ...made,
    ...added.filter(edit => !made.some(other => sameSubject(other, edit))),
  ];
  const graph = applyEdits(report, made);
  const index = indexOf(graph);
  const partOf = partsOf(graph);
  const accepted = new Set(report.chains.flatMap(({ id, status }) => (status === 'accepted' ? [id] : [])));
  const search = planSteps({
    open: whatIf(report, made).left,
    index,
    partWith: ({ context }) => partOf([index.owners.get(context) ?? '']),
    openAfter: (part, changes) =>
      openChains(findChains(applyChanges(part, changes, index), { engine: 'arrays' }).chains).filter(
        ({ id }) => !accepted.has(id),
      ),
  });
  let step = search.next();
  for (; !step.done; step = search.next()) yield { edits: step.value.changes, left: step.value.left };
  const edits = withMade(step.value.options.map(({ change }) => editOf(change)));
  const found = { edits, outcome: whatIf(report, edits) };
  return found.outcome.left.length > 0 ? yield* complete(report, found) : found;
}

/** The whole search at once. */
export function minimumFix(report: Report, made: readonly Edit[] = []): ProposedFix {
  return finish(searchFix(report, made));
}

/** Rounds of closing at the way out. */
const mostRounds = 12;

/** Where the search for the cheapest gives up: closes what is left at its way out. */
function* complete(report: Report, found: ProposedFix): Generator<FixProgress, ProposedFix> {
  let { edits, outcome } = found;
  for (let round = 0; round < mostRounds && outcome.left.length > 0; round++) {
    const done = new Set(edits.map(writeEdit));
    const index = indexOf(outcome.graph);
    const added = new Map<string, Edit>();
    for (const chain of outcome.left) {
      const open = optionsOf(chain, index).filter(({ change }) => !done.has(writeEdit(editOf(change))));
      const atSink = open.find(({ change }) => change.change === 'approve' && change.node === chain.sink);
      const option = atSink ?? open[0];
      if (option) added.set(option.key, editOf(option.change));
    }
    if (added.size === 0) break;
    edits = [...edits, ...added.values()];
    outcome = whatIf(report, edits);
    yield { edits: edits.length, left: outcome.left.length };
  }
  return outcome.left.length < found.outcome.left.length ? { edits, outcome } : found;
}
