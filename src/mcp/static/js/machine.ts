import type { ts } from 'ts-morph';
import { type Env, env } from './env.ts';
import { evaluateNode } from './evaluate.ts';
import type { Program } from './program.ts';
import { unknown, type Value } from './value.ts';

/** Evaluates expressions of a package without running anything: bounded, memoised, never throws. */
export interface Machine {
  readonly program: Program;
  readonly budget: { fuel: number; depth: number };
  evaluate(node: ts.Expression, at: Env): Value;
  /** The environment of a whole file. */
  top(path: string): Env | undefined;
}

const maxDepth = 220;
/** Steps for one question; asked anew for each registration. */
export const fuelPerQuestion = 150_000;

export function createMachine(program: Program): Machine {
  const tops = new Map<string, Env>();
  const machine: Machine = {
    program,
    budget: { fuel: fuelPerQuestion, depth: 0 },
    top(path) {
      const known = tops.get(path);
      if (known) return known;
      const file = program.file(path);
      if (!file) return undefined;
      const made = env(file.top, undefined);
      tops.set(path, made);
      return made;
    },
    evaluate(node, at) {
      const known = at.memo.get(node);
      if (known) return known;
      const { budget } = machine;
      if (budget.fuel <= 0 || budget.depth > maxDepth) return unknown;
      budget.fuel--;
      budget.depth++;
      // A value that depends on itself is unknown while it is being worked out.
      at.memo.set(node, unknown);
      const value = evaluateNode(machine, node, at);
      at.memo.set(node, value);
      budget.depth--;
      return value;
    },
  };
  return machine;
}
