import type { Chain } from '../model/chain.ts';
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

/** Rounds of plan and re-analysis; each round learns at least one new way around the plan. */
const mostRounds = 60;

/** All options of a chain. Where an agent can rewrite its gates, keeping it from that may be all there is to do. */
export function waysIn(index: GraphIndex, open: readonly Chain[]): (chain: Chain) => readonly Option[] {
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

/** Per chain id, every option seen to break one of its ways. */
export type Ways = ReadonlyMap<string, readonly Option[]>;

/** What a search for a plan came to. */
export interface Planned {
  readonly options: readonly Option[];
  readonly plan: FixPlan;
  readonly learned: Ways;
}

/** How far a search is: the best set so far, and how many chains it leaves open. */
export interface PlanProgress {
  readonly options: readonly Option[];
  readonly left: number;
}

/**
 * The plan, by implicit hitting sets: solve for the ways known so far, apply, analyze again, learn the ways that are left;
 * so it is cheapest among the known changes while the exact search lasts. One step is one round, for callers that have
 * something else to do in between.
 */
export function* planSteps(
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
    if (open.length === 0) break;
    const planned = solved.options.map(option => option.change);
    left = openAfter(planned);
    if (left.length === 0 || !learn(left, new Set(solved.options.map(option => option.key)))) break;
    yield { options: solved.options, left: left.length };
    const next = solve(clauses);
    if (sameOptions(next.options, solved.options)) break;
    solved = next;
  }
  const { options, cost, atLeast } = solved;
  const changes = options.map(option => option.change);
  return { options, plan: { changes, cost, atLeast, left: left.map(chain => chain.id).sort() }, learned };
}

/** All steps of a search at once. */
export function finish<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
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
