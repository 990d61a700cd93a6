import type { ts } from 'ts-morph';
import type { Env } from './env.ts';
import type { Program } from './program.ts';
import type { StaticScope } from './scope.ts';
import type { Value } from './value.ts';

/** Evaluates expressions of a package without running anything: bounded, memoised, never throws. */
export interface Machine {
  readonly program: Program;
  readonly budget: { fuel: number; depth: number; runs: number; total: number };
  /** Runs that were already worked out, by the scope they are runs of. */
  readonly memo: {
    readonly general: Map<StaticScope, Env | undefined>;
    readonly runs: Map<StaticScope, readonly Env[]>;
  };
  evaluate(node: ts.Expression, at: Env): Value;
  /** What a name denotes in a scope. */
  named(name: string, from: StaticScope, at: Env): Value;
  member(value: Value, name: string): Value;
  call(fn: Value, args: readonly Value[]): Value;
  /** A binding of another file, or something outside the package. */
  imported(from: string, module: string, name: string): Value;
  /** An export of a file of the package. */
  exportOf(path: string, name: string): Value;
  /** The environment of a whole file. */
  top(path: string): Env | undefined;
}

/** Steps for one question; asked anew for each registration. */
export const fuelPerQuestion = 200_000;

/** Steps for a whole package. */
export const fuelPerPackage = 80_000_000;

/** Callers and elements looked at for one question. */
export const runsPerQuestion = 3_000;

/** A new question may cost as much as the last one. */
export function refill(m: Machine): void {
  m.budget.fuel = Math.min(fuelPerQuestion, m.budget.total);
  m.budget.depth = 0;
  m.budget.runs = runsPerQuestion;
}
