import type { Barrier } from '../../../src/model/graph.ts';
import type { Location } from '../../../src/model/location.ts';
import type { Value } from '../../../src/resolve/value.ts';
import { gateBarrier } from '../facts.ts';
import { optionsOf } from './arguments.ts';
import { type Predicate, readPredicate } from './predicate.ts';

/** Credit of a person who sees each call with its arguments and may refuse it (threat model, D.5). */
const perCall = 0.8;

/** What is left of it where a function decides which calls a person sees. */
const credits: { readonly [kind in Predicate['kind']]: number } = {
  always: perCall,
  never: 0,
  'unless-listed': 0.4,
  threshold: 0.3,
  unclear: 0.3,
  'only-listed': 0.1,
};

/** Credit of a setting that is not known before the program runs. */
const unknownSetting = 0.2;

/**
 * Barriers an approval setting stands for: yes, no, or a function that decides per call. `position` is the parameter of
 * that function that holds the arguments the model chose. The weakest alternative counts.
 */
export function approvalBarriers(
  mechanism: string,
  value: Value | undefined,
  position: number,
): readonly Barrier[] {
  if (!value) return [];
  const found = optionsOf(value).map(option => barrierOf(mechanism, option, position));
  const weakest = found.reduce((a, b) => ((b?.credit ?? 0) < (a?.credit ?? 0) ? b : a), found[0]);
  return weakest && weakest.credit > 0 ? [weakest] : [];
}

function barrierOf(mechanism: string, value: Value, position: number): Barrier | undefined {
  const { at } = value;
  if (value.kind === 'literal') return value.value ? asks(mechanism, at) : undefined;
  if (value.kind === 'function') return byFunction(mechanism, readPredicate(value.def, position), at);
  const detail = 'A setting that is known only when the program runs decides whether a person is asked.';
  return gateBarrier(mechanism, unknownSetting, detail, at);
}

/** Every call waits for a person. */
export function asks(mechanism: string, at: Location): Barrier {
  return gateBarrier(mechanism, perCall, 'Every call waits for a person.', at);
}

function byFunction(mechanism: string, predicate: Predicate, at: Location): Barrier | undefined {
  const credit = credits[predicate.kind];
  if (predicate.kind === 'always') return asks(mechanism, at);
  if (credit === 0) return undefined;
  const who = predicate.onArguments ? ', which the model can bring about with its arguments' : '';
  return gateBarrier(mechanism, credit, `No one is asked when ${predicate.no}${who}.`, at);
}
