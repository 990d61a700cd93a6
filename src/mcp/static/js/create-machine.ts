import { callValue } from './call.ts';
import { type Env, env } from './env.ts';
import { evaluateNode } from './evaluate.ts';
import { fuelPerPackage, fuelPerQuestion, type Machine, runsPerQuestion } from './machine.ts';
import { memberOf } from './member.ts';
import { exportOf, imported, lookup } from './names.ts';
import type { Program } from './program.ts';
import { unknown } from './value.ts';

const maxDepth = 220;

/** An evaluator over the files of one package. */
export function createMachine(program: Program): Machine {
  const tops = new Map<string, Env>();
  const machine: Machine = {
    program,
    budget: { fuel: fuelPerQuestion, depth: 0, runs: runsPerQuestion, total: fuelPerPackage },
    memo: { general: new Map(), runs: new Map() },
    named: (name, from, at) => lookup(machine, name, from, at),
    member: (value, name) => memberOf(machine, value, name),
    call: (fn, args) => callValue(machine, fn, args),
    imported: (from, module, name) => imported(machine, from, module, name),
    exportOf: (path, name) => exportOf(machine, path, name),
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
      budget.total--;
      budget.depth++;
      // A value that depends on itself is unknown while it is being worked out.
      at.memo.set(node, unknown);
      const value = evaluateNode(machine, node, at);
      // What was cut short is no answer for the next question.
      if (budget.fuel > 0) at.memo.set(node, value);
      else at.memo.delete(node);
      budget.depth--;
      return value;
    },
  };
  return machine;
}
