/** A set of choices that hits every clause. */
export interface Hitting {
  /** Indices of the chosen options, ascending. */
  readonly chosen: readonly number[];
  readonly cost: number;
  /** No set can cost less than this; equal to `cost` when the answer is exact. */
  readonly atLeast: number;
}

/** Search steps before the exact search gives up and the best answer so far stands. */
const mostSteps = 20_000;

/** Clauses looked at in all steps together: a step through hundreds of clauses costs as much as many small ones. */
const mostVisits = 1_000_000;

/**
 * Cheapest set of options such that every clause (a list of option indices) holds a chosen one. Branch and bound; where
 * that takes too long the greedy answer, at most a factor ln(clauses) + 1 above the cheapest, with a lower bound from
 * clauses that share no option. Clauses without options are left out. Deterministic.
 */
export function hittingSet(clauses: readonly (readonly number[])[], costs: readonly number[]): Hitting {
  const chosen: number[] = [];
  let cost = 0;
  let atLeast = 0;
  for (const part of partsOf(clauses.filter(clause => clause.length > 0))) {
    const open = reduced(part, costs);
    const search = new Search(open, costs, greedyCover(open, costs));
    search.run();
    chosen.push(...search.chosen);
    cost += search.cost;
    atLeast += search.exact ? search.cost : packingBound(open, costs);
  }
  return { chosen: chosen.sort((a, b) => a - b), cost: round(cost), atLeast: round(atLeast) };
}

/** Groups of clauses that share no option with another group: each can be answered alone. */
function partsOf(clauses: readonly (readonly number[])[]): readonly (readonly (readonly number[])[])[] {
  const parent = new Map<number, number>();
  const rootOf = (option: number): number => {
    let root = option;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    for (let at = option; at !== root; ) {
      const up = parent.get(at) ?? root;
      parent.set(at, root);
      at = up;
    }
    return root;
  };
  for (const clause of clauses)
    for (const option of clause) parent.set(rootOf(option), rootOf(clause[0] ?? option));
  const parts = new Map<number, (readonly number[])[]>();
  for (const clause of clauses) {
    const root = rootOf(clause[0] ?? 0);
    const part = parts.get(root);
    if (part) part.push(clause);
    else parts.set(root, [clause]);
  }
  return [...parts.values()];
}

class Search {
  chosen: readonly number[];
  cost: number;
  exact = true;
  #steps = 0;
  #visits = 0;
  readonly #clauses: readonly (readonly number[])[];
  readonly #costs: readonly number[];

  constructor(clauses: readonly (readonly number[])[], costs: readonly number[], start: readonly number[]) {
    this.#clauses = clauses;
    this.#costs = costs;
    this.chosen = start;
    this.cost = sum(start, costs);
  }

  run(): void {
    this.#branch(this.#clauses, [], 0, new Set());
  }

  #branch(
    open: readonly (readonly number[])[],
    chosen: readonly number[],
    cost: number,
    shut: ReadonlySet<number>,
  ): void {
    if (!this.exact) return;
    this.#visits += open.length;
    if (++this.#steps > mostSteps || this.#visits > mostVisits) {
      this.exact = false;
      return;
    }
    if (open.length === 0) {
      if (cost < this.cost - 1e-9) {
        this.cost = cost;
        this.chosen = chosen;
      }
      return;
    }
    if (cost + packingBound(open, this.#costs) >= this.cost - 1e-9) return;
    const smallest = open.reduce((a, b) => (b.length < a.length ? b : a));
    const options = [...smallest].sort((a, b) => this.#price(a) - this.#price(b) || a - b);
    const tried = new Set(shut);
    for (const option of options) {
      // Answers with an option tried before were already looked at.
      const left = open
        .filter(clause => !clause.includes(option))
        .map(clause => clause.filter(item => !tried.has(item)));
      if (!left.some(clause => clause.length === 0))
        this.#branch(left, [...chosen, option], cost + this.#price(option), tried);
      tried.add(option);
    }
  }

  #price(option: number): number {
    return this.#costs[option] ?? 0;
  }
}

/** Drops options that another one replaces at no higher cost, then clauses that others imply, until nothing changes. */
function reduced(
  clauses: readonly (readonly number[])[],
  costs: readonly number[],
): readonly (readonly number[])[] {
  let open = minimal(clauses);
  for (;;) {
    const idle = replaceable(open, costs);
    if (idle.size === 0) return open;
    open = minimal(open.map(clause => clause.filter(option => !idle.has(option))));
  }
}

/** Options of which every clause holds one other option that costs no more. */
function replaceable(clauses: readonly (readonly number[])[], costs: readonly number[]): ReadonlySet<number> {
  const holders = holdersOf(clauses);
  const idle = new Set<number>();
  for (const [option, where] of holders) {
    const [first = 0, ...rest] = where;
    const other = (clauses[first] ?? []).find(candidate => {
      if (candidate === option || idle.has(candidate)) return false;
      const difference = (costs[candidate] ?? 0) - (costs[option] ?? 0);
      if (difference > 0 || (difference === 0 && candidate > option && covers(holders, option, candidate)))
        return false;
      return rest.every(at => clauses[at]?.includes(candidate));
    });
    if (other !== undefined) idle.add(option);
  }
  return idle;
}

/** Whether `a` is in every clause of `b`: of two options that replace each other the first one stays. */
function covers(holders: ReadonlyMap<number, readonly number[]>, a: number, b: number): boolean {
  const own = new Set(holders.get(a));
  return (holders.get(b) ?? []).every(at => own.has(at));
}

function holdersOf(clauses: readonly (readonly number[])[]): ReadonlyMap<number, number[]> {
  const holders = new Map<number, number[]>();
  clauses.forEach((clause, at) => {
    for (const option of clause) {
      const where = holders.get(option);
      if (where) where.push(at);
      else holders.set(option, [at]);
    }
  });
  return holders;
}

/** Clauses that contain another clause are hit with it. */
function minimal(clauses: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const unique = new Map(clauses.map(clause => [[...clause].sort((a, b) => a - b).join(','), clause]));
  const sorted = [...unique]
    .sort(([a, x], [b, y]) => x.length - y.length || (a < b ? -1 : 1))
    .map(([, clause]) => clause);
  if (sorted.length > 400) return sorted;
  const kept: (readonly number[])[] = [];
  for (const clause of sorted) {
    const all = new Set(clause);
    if (!kept.some(small => small.every(item => all.has(item)))) kept.push(clause);
  }
  return kept;
}

function greedyCover(clauses: readonly (readonly number[])[], costs: readonly number[]): readonly number[] {
  const holders = holdersOf(clauses);
  const hit = new Uint8Array(clauses.length);
  const chosen: number[] = [];
  for (let left = clauses.length; left > 0; ) {
    let best = -1;
    let bestGain = 0;
    for (const [option, where] of holders) {
      const gain = where.filter(at => hit[at] === 0).length / Math.max(1e-6, costs[option] ?? 0);
      if (gain > bestGain + 1e-9 || (gain > bestGain - 1e-9 && gain > 0 && option < best)) {
        best = option;
        bestGain = gain;
      }
    }
    if (best < 0) break;
    chosen.push(best);
    for (const at of holders.get(best) ?? []) {
      if (hit[at] === 0) left--;
      hit[at] = 1;
    }
  }
  return withoutIdle(chosen, clauses);
}

/** Takes back choices that later ones made needless, last first. */
function withoutIdle(chosen: readonly number[], clauses: readonly (readonly number[])[]): readonly number[] {
  let kept = [...chosen];
  for (const option of [...chosen].reverse()) {
    const rest = new Set(kept.filter(other => other !== option));
    if (clauses.every(clause => clause.some(item => rest.has(item)))) kept = [...rest];
  }
  return kept;
}

/** Clauses that share no option must each be paid for. */
function packingBound(clauses: readonly (readonly number[])[], costs: readonly number[]): number {
  const taken = new Set<number>();
  let bound = 0;
  for (const clause of clauses) {
    if (clause.some(option => taken.has(option))) continue;
    for (const option of clause) taken.add(option);
    bound += Math.min(...clause.map(option => costs[option] ?? 0));
  }
  return bound;
}

const sum = (chosen: readonly number[], costs: readonly number[]): number =>
  chosen.reduce((total, option) => total + (costs[option] ?? 0), 0);

const round = (value: number): number => Math.round(value * 100) / 100;
