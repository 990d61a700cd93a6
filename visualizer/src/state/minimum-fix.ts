import { changeKey } from '../../../src/flow/changes.ts';
import { type Option, optionsOf } from '../../../src/flow/fix-options.ts';
import { hittingSet } from '../../../src/flow/hitting-set.ts';
import type { Report } from '../../../src/model/report.ts';
import { applyEdits } from './apply-edits.ts';
import { type Edit, editOf, sameSubject } from './edit.ts';
import { indexOf } from './graph-lookups.ts';
import { type Outcome, whatIf } from './what-if.ts';

/** A set of edits, and what the engine says it does. */
export interface ProposedFix {
  readonly edits: readonly Edit[];
  readonly outcome: Outcome;
}

/** Rounds of plan and analysis; each learns at least one new way around the plan. */
const mostRounds = 12;

/**
 * The cheapest known set of changes that leaves no open chain, on top of edits already made: choose for the ways known,
 * apply, analyze, learn the ways that are left, choose again. The same search as behind the fixes of a report, without
 * trying every single fix, so that it answers at once.
 */
export function minimumFix(report: Report, made: readonly Edit[] = []): ProposedFix {
  const clauses: (readonly Option[])[] = [];
  let edits = made;
  let outcome = whatIf(report, made);
  for (let round = 0; round < mostRounds && outcome.left.length > 0; round++) {
    const done = new Set(edits.map(keyOf));
    const index = indexOf(round === 0 ? applyEdits(report, made) : outcome.graph);
    const ways = outcome.left.map(chain =>
      optionsOf(chain, index).filter(({ change }) => !done.has(keyOf(editOf(change)))),
    );
    const useful = ways.filter(way => way.length > 0);
    if (useful.length === 0) break;
    clauses.push(...useful);
    const added = choose(clauses).filter(edit => !made.some(other => sameSubject(other, edit)));
    edits = [...made, ...added];
    outcome = whatIf(report, edits);
  }
  return outcome.left.length > 0 ? complete(report, made, { edits, outcome }) : { edits, outcome };
}

/** Where the search for the cheapest gives up: closes what is left at its way out, then drops what was not needed. */
function complete(report: Report, made: readonly Edit[], found: ProposedFix): ProposedFix {
  let { edits, outcome } = found;
  for (let round = 0; round < mostRounds && outcome.left.length > 0; round++) {
    const done = new Set(edits.map(keyOf));
    const index = indexOf(outcome.graph);
    const added = new Map<string, Edit>();
    for (const chain of outcome.left) {
      const open = optionsOf(chain, index).filter(({ change }) => !done.has(keyOf(editOf(change))));
      const atSink = open.find(({ change }) => change.change === 'approve' && change.node === chain.sink);
      const cheapest = [...open].sort((a, b) => a.cost - b.cost)[0];
      const option = atSink ?? cheapest;
      if (option) added.set(option.key, editOf(option.change));
    }
    if (added.size === 0) break;
    edits = [...edits, ...added.values()];
    outcome = whatIf(report, edits);
  }
  for (const edit of edits.slice(0, mostDropped)) {
    if (made.includes(edit)) continue;
    const fewer = edits.filter(other => other !== edit);
    const without = whatIf(report, fewer);
    if (without.left.length <= outcome.left.length) [edits, outcome] = [fewer, without];
  }
  return outcome.left.length < found.outcome.left.length ? { edits, outcome } : found;
}

/** Edits tried without, one by one. */
const mostDropped = 20;

/** Ways that share no option are chosen for apart: many small searches are exact and quick where one large is neither. */
function choose(clauses: readonly (readonly Option[])[]): readonly Edit[] {
  return apart(clauses).flatMap(own => {
    const options = [...new Map(own.flat().map(option => [option.key, option])).values()].sort((a, b) =>
      a.key < b.key ? -1 : 1,
    );
    const place = new Map(options.map(({ key }, at) => [key, at]));
    const { chosen } = hittingSet(
      own.map(way => way.flatMap(({ key }) => place.get(key) ?? [])),
      options.map(({ cost }) => cost),
    );
    return chosen.flatMap(at => (options[at] ? [editOf(options[at].change)] : []));
  });
}

function apart(clauses: readonly (readonly Option[])[]): readonly (readonly (readonly Option[])[])[] {
  const parent = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(key, root);
    return root;
  };
  for (const way of clauses) {
    const root = rootOf(way[0]?.key ?? '');
    for (const { key } of way) parent.set(rootOf(key), root);
  }
  const groups = new Map<string, (readonly Option[])[]>();
  for (const way of clauses) {
    const root = rootOf(way[0]?.key ?? '');
    const known = groups.get(root);
    if (known) known.push(way);
    else groups.set(root, [way]);
  }
  return [...groups.values()];
}

/** As the engine tells changes apart: a split of the same agent is the same change, whoever reads for it. */
const keyOf = (edit: Edit): string => (edit.change === 'fix' ? changeKey(edit.fix) : JSON.stringify(edit));
