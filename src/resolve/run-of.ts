import { classScope } from './classes.ts';
import type { Evaluator } from './evaluator.ts';
import type { Scope, StaticScope } from './scope.ts';

/** Bodies whose runs wait for each other; real projects stay below a handful. */
const mostWaiting = 40;

/** Finds the run of a body that belongs to no particular caller. */
export interface RunFinder {
  runOf(statics: StaticScope): Scope | undefined;
  /** How many answers were refused so far because the body was just being entered: these may come out better later. */
  refusals(): number;
}

/**
 * Makes such runs when they are asked for, one by one: entering a body reads the defaults of its parameters, and these
 * may ask for effects in other bodies. A body that is just being entered cannot be seen from its own defaults.
 */
export function createRunFinder(ev: Evaluator): RunFinder {
  const known = new Map<StaticScope, Scope>();
  const waiting = new Set<StaticScope>();
  let refused = 0;
  const runOf = (statics: StaticScope): Scope | undefined => {
    const before = known.get(statics);
    if (before) return before;
    if (waiting.has(statics) || waiting.size >= mostWaiting) {
      refused++;
      return undefined;
    }
    waiting.add(statics);
    const made = enter(statics);
    waiting.delete(statics);
    if (made) known.set(statics, made);
    return made;
  };
  const enter = (statics: StaticScope): Scope | undefined => {
    if (statics.kind === 'module') return ev.moduleScope(statics.file);
    const outer = statics.parent && runOf(statics.parent);
    if (!outer) return undefined;
    if (statics.function) return ev.genericScope(ev.functionValue(statics.function, outer));
    return statics.class && classScope(ev, ev.classValue(statics.class, outer));
  };
  return { runOf, refusals: () => refused };
}
