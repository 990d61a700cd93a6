import type { Expression, Statement } from '../../src/lang/module.ts';
import type { Barrier } from '../../src/model/graph.ts';
import type { FunctionValue, Value } from '../../src/resolve/value.ts';
import { gateBarrier } from '../_shared/facts.ts';
import type { Scan } from './scan.ts';
import { functionOf } from './tools.ts';

/** Calls by which a program puts a question to a person. */
const asksPerson = /(?:^|[.#_?])(?:input|prompt\w*|confirm\w*|question|ask\w*|readline|select)(?:\(\))?$/i;

/**
 * What a callback that answers approval requests leaves of a gate: one that says yes to everything is no gate, one that
 * decides by itself is a weak one.
 */
export function answeredBy(
  scan: Scan,
  barriers: readonly Barrier[],
  callback: Value | undefined,
): readonly Barrier[] {
  const fn = functionOf(callback);
  if (!fn || barriers.length === 0) return barriers;
  const verdicts = verdictsOf(fn);
  if (verdicts.length > 0 && verdicts.every(verdict => verdict === true)) {
    return barriers.map(item =>
      gateBarrier(item.mechanism, 0, 'The program itself says yes to every request; no one is asked.', fn.at),
    );
  }
  if (reachesPerson(scan, fn, 0)) return barriers;
  const detail = 'Code of the program decides about each request; no person was seen to be asked.';
  return barriers.map(item => gateBarrier(item.mechanism, Math.min(item.credit, 0.3), detail, fn.at));
}

function reachesPerson(scan: Scan, fn: FunctionValue, depth: number): boolean {
  return scan.project
    .callsIn(fn)
    .some(
      call =>
        asksPerson.test(call.symbol) ||
        (depth < 3 && call.callee !== undefined && reachesPerson(scan, call.callee, depth + 1)),
    );
}

/** What a callback returns as `approve`, way by way; undefined where it is computed. */
function verdictsOf(fn: FunctionValue): readonly (boolean | undefined)[] {
  return returned(fn.def.body, 0).map(value => {
    if (value?.kind === 'literal') return Boolean(value.value);
    if (value?.kind !== 'record') return undefined;
    const entry = value.entries.find(item => item.key?.kind === 'literal' && item.key.value === 'approve');
    return entry?.value.kind === 'literal' ? Boolean(entry.value.value) : undefined;
  });
}

/** Every returned expression of a body, inner functions left out. */
export function returned(body: readonly Statement[], depth: number): readonly (Expression | undefined)[] {
  if (depth > 20) return [];
  return body.flatMap((statement): readonly (Expression | undefined)[] => {
    switch (statement.kind) {
      case 'return':
        return [statement.value];
      case 'if':
        return [...returned(statement.then, depth + 1), ...returned(statement.else, depth + 1)];
      case 'for':
      case 'while':
      case 'with':
        return returned(statement.body, depth + 1);
      case 'try':
        return [statement.body, ...statement.handlers, statement.finally].flatMap(part =>
          returned(part, depth + 1),
        );
      case 'switch':
        return statement.cases.flatMap(item => returned(item.body, depth + 1));
      default:
        return [];
    }
  });
}
