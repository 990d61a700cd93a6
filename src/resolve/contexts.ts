import { type Evaluator, limits } from './evaluator.ts';
import { argumentsOf } from './expression.ts';
import { genericInstance } from './generic.ts';
import { bindParameters } from './parameters.ts';
import { makeScope, type Scope, type StaticScope } from './scope.ts';
import type { SiteIndex } from './site-index.ts';
import type { FunctionValue, InstanceValue, Value } from './value.ts';

const maxRuns = 12;
const maxDepth = 4;

/** Finds the runs of a body: one per caller, with that caller's arguments, callers' callers included. */
export interface Contexts {
  /** At least the generic run. Bounded in number and depth; cycles end in the generic run. */
  runsOf(statics: StaticScope): readonly Scope[];
}

/** Contexts over a finished index. `generic` maps each body to its run by nobody in particular. */
export function createContexts(ev: Evaluator, index: SiteIndex, generic: () => ReadonlyMap<StaticScope, Scope>): Contexts {
  const memo = new Map<StaticScope, readonly Scope[]>();

  function runs(statics: StaticScope, depth: number): readonly Scope[] {
    const known = memo.get(statics);
    if (known) return known;
    const base = generic().get(statics);
    if (!base) return [];
    if (statics.kind !== 'function' || depth > maxDepth) return [base];
    memo.set(statics, [base]);
    const made = [...callerRuns(statics, base, depth)];
    const result = made.length > 0 ? made.slice(0, maxRuns) : [base];
    if (depth === 0) memo.set(statics, result);
    else memo.delete(statics);
    return result;
  }

  function* callerRuns(statics: StaticScope, base: Scope, depth: number): Iterable<Scope> {
    const def = statics.function;
    if (!def || !base.parent) return;
    const fn = ev.functionValue(def, base.parent);
    for (const site of (index.callers.get(fn.id) ?? []).slice(0, maxRuns)) {
      if (site.static === statics) continue;
      for (const caller of runs(site.static, depth + 1)) {
        ev.budget.fuel = limits.fuel;
        const callee = ev.evaluate(site.expression.callee, caller);
        for (const c of callee.kind === 'union' ? callee.options : [callee]) {
          if (c.kind !== 'function' || c.id !== fn.id) continue;
          yield run(c, site.expression.args, caller, statics);
        }
      }
    }
    yield* nestedRuns(statics, base, depth);
    yield* objectRuns(statics, base, depth);
  }

  function run(fn: FunctionValue, args: Parameters<typeof argumentsOf>[1], caller: Scope, statics: StaticScope): Scope {
    const outer = fn.scope as Scope;
    return makeScope(statics, outer, bindParameters(ev, fn, argumentsOf(ev, args, caller), outer, true), false);
  }

  /** A function inside a function (a tool in a factory) runs once per run of the outer one. */
  function* nestedRuns(statics: StaticScope, base: Scope, depth: number): Iterable<Scope> {
    const def = statics.function;
    if (!def || statics.parent?.kind !== 'function') return;
    const outers = runs(statics.parent, depth + 1);
    if (outers.length === 1 && outers[0] === base.parent) return;
    for (const outer of outers) {
      const fn = ev.functionValue(def, outer);
      yield makeScope(statics, outer, bindParameters(ev, fn, { positional: [], named: [] }, outer, true), false);
    }
  }

  /** A method runs once per object of its class. */
  function* objectRuns(statics: StaticScope, base: Scope, depth: number): Iterable<Scope> {
    const cls = statics.parent?.kind === 'class' && base.parent?.parent && statics.parent.class
      ? ev.classValue(statics.parent.class, base.parent.parent) : undefined;
    const def = statics.function;
    if (!cls || !def || !base.parent) return;
    for (const site of (index.callers.get(cls.id) ?? []).slice(0, maxRuns)) {
      if (site.static === statics) continue;
      for (const caller of runs(site.static, depth + 1)) {
        const self = ev.evaluate(site.expression, caller);
        for (const object of self.kind === 'union' ? self.options : [self]) {
          if (object.kind === 'instance' && object.classValue?.id === cls.id) yield methodRun(object, base, statics);
        }
      }
    }
  }

  function methodRun(self: InstanceValue, base: Scope, statics: StaticScope): Scope {
    const def = statics.function;
    const outer = base.parent as Scope;
    if (!def) return base;
    const fn: FunctionValue = { ...ev.functionValue(def, outer), self };
    const isConstructor = def.name === '__init__' || def.name === 'constructor';
    const args = isConstructor ? self.args : { positional: [], named: [] };
    return makeScope(statics, outer, bindParameters(ev, fn, args, outer, true), false);
  }

  return { runsOf: statics => runs(statics, 0) };
}

/** An unbound object parameter of a class of the tree, for callers that only know the class. */
export function anyInstance(value: Value): Value {
  return value.kind === 'class' ? genericInstance(value) : value;
}
