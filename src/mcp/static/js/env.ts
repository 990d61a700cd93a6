import type { StaticScope } from './scope.ts';
import type { Value } from './value.ts';

/** A scope in one run: parameters and loop variables have values here. */
export interface Env {
  readonly scope: StaticScope;
  readonly parent: Env | undefined;
  /** Arguments of the call that opened a function scope; absent when nobody is known to call. */
  readonly args?: readonly Value[];
  /** Receiver of a method. */
  readonly self?: Value;
  /** Loop variables: the element of this round. */
  readonly element?: Value;
  readonly memo: Map<unknown, Value>;
}

export function env(
  scope: StaticScope,
  parent: Env | undefined,
  more: Partial<Pick<Env, 'args' | 'self' | 'element'>> = {},
): Env {
  return { scope, parent, ...more, memo: new Map() };
}

/** Receiver of the nearest method. */
export function selfOf(at: Env | undefined): Value | undefined {
  for (let env = at; env; env = env.parent) if (env.self) return env.self;
  return undefined;
}

/** The run of the environment chain that holds a scope: itself or the nearest one around it. */
export function envFor(scope: StaticScope, at: Env): Env | undefined {
  for (let run: Env | undefined = at; run; run = run.parent) if (isWithin(scope, run.scope)) return run;
  return undefined;
}

function isWithin(inner: StaticScope, outer: StaticScope): boolean {
  for (let scope: StaticScope | undefined = inner; scope; scope = scope.parent)
    if (scope === outer) return true;
  return false;
}
