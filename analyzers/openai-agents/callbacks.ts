import type { Barrier } from '../../src/model/graph.ts';
import type { FunctionValue, Value } from '../../src/resolve/value.ts';
import { asksPerson, returned } from '../_shared/code/bodies.ts';
import { gateBarrier } from '../_shared/facts.ts';
import type { Scan } from './scan.ts';
import { functionOf } from './tools.ts';

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
  if (asksPerson(scan.project, fn)) return barriers;
  const detail = 'Code of the program decides about each request; no person was seen to be asked.';
  return barriers.map(item => gateBarrier(item.mechanism, Math.min(item.credit, 0.3), detail, fn.at));
}

/** What a callback returns as `approve`, way by way; undefined where it is computed. */
function verdictsOf(fn: FunctionValue): readonly (boolean | undefined)[] {
  return returned(fn.def.body).map(value => {
    if (value?.kind === 'literal') return Boolean(value.value);
    if (value?.kind !== 'record') return undefined;
    const entry = value.entries.find(item => item.key?.kind === 'literal' && item.key.value === 'approve');
    return entry?.value.kind === 'literal' ? Boolean(entry.value.value) : undefined;
  });
}
