import type { Location } from '../model/location.ts';
import { type Evaluator, unknown } from './evaluator.ts';
import type { PatternStep, Scope } from './scope.ts';
import { mapOptions } from './union.ts';
import type { Value } from './value.ts';

/** Follows a pattern into a value: `{a: [x]}` is key `a`, then index 0. Defaults apply where nothing is found. */
export function destructure(
  ev: Evaluator,
  value: Value,
  path: readonly PatternStep[],
  scope: Scope,
  at: Location,
): Value {
  return path.reduce<Value>(
    (v, step) => mapOptions(v, at, option => take(ev, option, step, scope, at)),
    value,
  );
}

function take(ev: Evaluator, value: Value, step: PatternStep, scope: Scope, at: Location): Value {
  switch (step.step) {
    case 'key':
      return ev.member(value, step.key, at);
    case 'default':
      return value.kind === 'unknown' ? ev.evaluate(step.value, scope) : value;
    case 'index': {
      if (value.kind === 'list')
        return value.items[step.index]?.value ?? unknown('dynamic', `item ${step.index}`, at);
      if (value.kind === 'instance')
        return { kind: 'external', symbol: `${value.symbol}().${step.index}`, receiver: value, at };
      return unknown('dynamic', `item ${step.index}`, at);
    }
    case 'rest': {
      if (value.kind === 'list') return { ...value, items: value.items.slice(step.from) };
      return value;
    }
  }
}
