import type { Report } from '../../../src/model/report.ts';
import { cutsFor } from './cuts.ts';
import type { Edit } from './edit.ts';
import { type Outcome, openChains, whatIf } from './what-if.ts';

/** A set of edits, and what the engine says it does. */
export interface ProposedFix {
  readonly edits: readonly Edit[];
  readonly outcome: Outcome;
}

/** More rounds than any report of reasonable size needs. */
const mostRounds = 8;

/**
 * A small set of changes that leaves no open chain, starting from edits already made. Greedy cover by cost (at most a
 * factor of ln n above the smallest), then checked by the engine and repeated for what is still open.
 */
export function minimumFix(report: Report, made: readonly Edit[] = []): ProposedFix {
  let edits = made;
  let outcome = whatIf(report, edits);
  for (let round = 0; round < mostRounds && outcome.left.length > 0; round++) {
    const added = cover(outcome, edits);
    if (added.length === 0) break;
    edits = [...edits, ...added];
    outcome = whatIf(report, edits);
  }
  return prune(report, made, edits, outcome);
}

function cover(outcome: Outcome, tried: readonly Edit[]): readonly Edit[] {
  const left = new Set(openChains(outcome.left).map(({ id }) => id));
  const cuts = cutsFor(outcome.left, tried);
  const chosen: Edit[] = [];
  while (left.size > 0) {
    let best: { readonly edit: Edit; readonly stops: readonly string[]; readonly gain: number } | undefined;
    for (const cut of cuts) {
      const gain = cut.stops.filter(id => left.has(id)).length / cut.cost;
      if (gain > (best?.gain ?? 0)) best = { ...cut, gain };
    }
    if (!best) break;
    chosen.push(best.edit);
    for (const id of best.stops) left.delete(id);
  }
  return chosen;
}

/** Takes back edits that were not needed after all. Only for small sets: each try is an analysis. */
function prune(report: Report, made: readonly Edit[], edits: readonly Edit[], outcome: Outcome): ProposedFix {
  if (edits.length - made.length > 12) return { edits, outcome };
  let kept = { edits, outcome };
  for (const edit of edits.slice(made.length).reverse()) {
    const without = kept.edits.filter(other => other !== edit);
    const tried = whatIf(report, without);
    if (tried.left.length <= kept.outcome.left.length) kept = { edits: without, outcome: tried };
  }
  return kept;
}
