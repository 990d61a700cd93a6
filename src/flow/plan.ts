import type { Chain } from '../model/chain.ts';
import type { Graph } from '../model/graph.ts';
import type { Change } from './changes.ts';
import { type Option, optionsOf } from './fix-options.ts';
import type { GraphIndex } from './graph-index.ts';
import { hittingSet } from './hitting-set.ts';

/** The cheapest known set of changes after which no open chain is left. */
export interface FixPlan {
  readonly changes: readonly Change[];
  readonly cost: number;
  /** No set of such changes can cost less; equal to `cost` when the plan is the cheapest there is. */
  readonly atLeast: number;
  /** Ids of open chains that no known change closes. */
  readonly left: readonly string[];
}

/** Per chain id, every option seen to break one of its ways. */
export type Ways = ReadonlyMap<string, readonly Option[]>;

/** A plan with the options it is made of and everything learned on the way. */
export interface Planned {
  readonly options: readonly Option[];
  readonly plan: FixPlan;
  readonly learned: Ways;
}

/** Rounds of plan and re-analysis; each round learns at least one new way around the plan. */
const mostRounds = 60;

/** How far a search is: changes found so far, and chains that are still open. */
export interface PlanProgress {
  readonly changes: number;
  readonly left: number;
}

/** What a search for a plan is about. */
export interface PlanInput {
  readonly open: readonly Chain[];
  readonly index: GraphIndex;
  readonly partWith: (chain: Chain) => Graph;
  readonly openAfter: (part: Graph, changes: readonly Change[]) => readonly Chain[];
}

/**
 * The cheapest plan for all open chains. Parts of the graph that touch each other nowhere are planned one by one: a
 * finished one is not analyzed again because another needs one more round. One step is one round, for callers that have
 * something else to do in between.
 */
export function* planSteps({
  open,
  index,
  partWith,
  openAfter,
}: PlanInput): Generator<PlanProgress, Planned> {
  const waysOf = waysIn(index, open);
  const groups = new Map<Graph, Chain[]>();
  for (const chain of open) {
    const part = partWith(chain);
    const group = groups.get(part);
    if (group) group.push(chain);
    else groups.set(part, [chain]);
  }
  const done: Planned[] = [];
  let changes = 0;
  let left = open.length;
  for (const [part, chains] of groups) {
    const steps = planPart(changed => openAfter(part, changed), chains, waysOf);
    let step = steps.next();
    for (; !step.done; step = steps.next())
      yield { changes: changes + step.value.changes, left: left - chains.length + step.value.left };
    done.push(step.value);
    changes += step.value.options.length;
    left += step.value.plan.left.length - chains.length;
    yield { changes, left };
  }
  return joined(done);
}

/** All steps of a search at once. */
export function finish<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** All options of a chain. Where an agent can rewrite its gates, keeping it from that may be all there is to do. */
function waysIn(index: GraphIndex, open: readonly Chain[]): (chain: Chain) => readonly Option[] {
  const killers = new Map<string, readonly Option[]>();
  for (const chain of open) {
    if (chain.rule !== 'gate-killer') continue;
    killers.set(chain.context, [...(killers.get(chain.context) ?? []), ...optionsOf(chain, index)]);
  }
  return chain => {
    const own = optionsOf(chain, index);
    const keys = new Set(own.map(option => option.key));
    const more =
      chain.rule === 'gate-killer' || chain.gates.length === 0 ? [] : (killers.get(chain.context) ?? []);
    return [...own, ...more.filter(option => !keys.has(option.key))];
  };
}

function* planPart(
  openAfter: (changes: readonly Change[]) => readonly Chain[],
  open: readonly Chain[],
  waysOf: (chain: Chain) => readonly Option[],
): Generator<PlanProgress, Planned> {
  const clauses: (readonly Option[])[] = [];
  const learned = new Map<string, readonly Option[]>();
  const learn = (chains: readonly Chain[], done: ReadonlySet<string>) => {
    const ways = chains.map(chain => waysOf(chain).filter(option => !done.has(option.key)));
    chains.forEach((chain, at) => {
      learned.set(chain.id, [...(learned.get(chain.id) ?? []), ...(ways[at] ?? [])]);
    });
    const useful = ways.filter(way => way.length > 0);
    clauses.push(...useful);
    return useful.length > 0;
  };
  learn(open, new Set());
  let solved = solve(clauses);
  let left: readonly Chain[] = open;
  for (let round = 0; round < mostRounds; round++) {
    const planned = solved.options.map(option => option.change);
    left = openAfter(planned);
    if (left.length === 0 || !learn(left, new Set(solved.options.map(option => option.key)))) break;
    yield { changes: planned.length, left: left.length };
    const next = solve(clauses);
    if (sameOptions(next.options, solved.options)) break;
    solved = next;
  }
  const { options, cost, atLeast } = solved;
  const changes = options.map(option => option.change);
  return { options, plan: { changes, cost, atLeast, left: left.map(chain => chain.id) }, learned };
}

function joined(parts: readonly Planned[]): Planned {
  const options = parts.flatMap(part => part.options).sort((a, b) => (a.key < b.key ? -1 : 1));
  const total = (pick: (plan: FixPlan) => number) =>
    Math.round(parts.reduce((sum, part) => sum + pick(part.plan), 0) * 100) / 100;
  return {
    options,
    plan: {
      changes: options.map(option => option.change),
      cost: total(plan => plan.cost),
      atLeast: total(plan => plan.atLeast),
      left: parts.flatMap(part => part.plan.left).sort(),
    },
    learned: new Map(parts.flatMap(part => [...part.learned])),
  };
}

function solve(clauses: readonly (readonly Option[])[]) {
  const all = new Map(clauses.flat().map(option => [option.key, option]));
  const options = [...all.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  const place = new Map(options.map((option, at) => [option.key, at]));
  const answer = hittingSet(
    clauses.map(clause => clause.flatMap(option => place.get(option.key) ?? [])),
    options.map(option => option.cost),
  );
  return {
    options: answer.chosen.flatMap(at => options[at] ?? []),
    cost: answer.cost,
    atLeast: answer.atLeast,
  };
}

const sameOptions = (a: readonly Option[], b: readonly Option[]): boolean =>
  a.length === b.length && a.every((option, at) => option.key === b[at]?.key);
