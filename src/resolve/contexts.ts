import { argumentsOf } from './call-arguments.ts';
import { type Evaluator, limits } from './evaluator.ts';
import { bindParameters } from './parameters.ts';
import { roundsOf } from './rounds.ts';
import { makeScope, type Scope, type StaticScope } from './scope.ts';
import type { CallSite, SiteIndex } from './site-index.ts';
import type { FunctionValue, InstanceValue } from './value.ts';

const maxRuns = 12;
/** Runs of the asked body itself: a registering helper is called once per tool. */
const maxOwnRuns = 400;
const maxDepth = 4;

/** Finds the runs of a body: one per caller, with that caller's arguments, callers' callers included. */
export interface Contexts {
  /** At least the generic run. Bounded in number and depth; cycles end in the generic run. */
  runsOf(statics: StaticScope): readonly Scope[];
}

/** Contexts over a finished index. `generic` maps each body to its run by nobody in particular. */
export function createContexts(
  ev: Evaluator,
  index: SiteIndex,
  generic: () => ReadonlyMap<StaticScope, Scope>,
): Contexts {
  const memo = new Map<StaticScope, Map<number, readonly Scope[]>>();
  const busy = new Set<StaticScope>();
  let cycles = 0;

  /** Call sites, without those of tests when the body is none itself: what a test hands in is not what the program is. */
  function callersOf(id: string, file: string): readonly CallSite[] {
    const sites = index.callers.get(id) ?? [];
    return isTest(file) ? sites : sites.filter(site => !isTest(site.static.file));
  }

  function runs(statics: StaticScope, depth: number): readonly Scope[] {
    const known = memo.get(statics)?.get(depth);
    if (known) return known;
    const base = generic().get(statics);
    if (!base) return [];
    if (statics.kind !== 'function' || depth > maxDepth) return [base];
    if (busy.has(statics)) {
      cycles++;
      return [base];
    }
    busy.add(statics);
    const before = cycles;
    const made = take(callerRuns(statics, base, depth), depth <= 1 ? maxOwnRuns : maxRuns);
    const result = made.length > 0 ? made : [base];
    busy.delete(statics);
    // What was cut short by a cycle holds only for the question it came up in.
    if (depth === 0 || cycles === before)
      memo.set(statics, (memo.get(statics) ?? new Map()).set(depth, result));
    return result;
  }

  function* callerRuns(statics: StaticScope, base: Scope, depth: number): Iterable<Scope> {
    const def = statics.function;
    if (!def || !base.parent) return;
    const fn = ev.functionValue(def, base.parent);
    for (const site of callersOf(fn.id, statics.file).slice(0, depth <= 1 ? maxOwnRuns : maxRuns)) {
      if (site.static === statics) continue;
      for (const caller of runs(site.static, depth + 1).flatMap(run =>
        roundsOf(ev, site.expression.at, run),
      )) {
        ev.budget.fuel = limits.fuel;
        const callee = ev.evaluate(site.expression.callee, caller);
        for (const c of callee.kind === 'union' ? callee.options : [callee]) {
          if (c.kind !== 'function' || c.id !== fn.id) continue;
          yield run(c, site.expression.args, caller, statics);
        }
      }
    }
    let perItem = 0;
    for (const item of itemRuns(statics, depth)) {
      perItem++;
      yield item;
    }
    if (perItem === 0) yield* nestedRuns(statics, base, depth);
    yield* objectRuns(statics, base, depth);
  }

  function run(
    fn: FunctionValue,
    args: Parameters<typeof argumentsOf>[1],
    caller: Scope,
    statics: StaticScope,
  ): Scope {
    const outer = fn.scope as Scope;
    return makeScope(
      statics,
      outer,
      bindParameters(ev, fn, argumentsOf(ev, args, caller), outer, true),
      false,
    );
  }

  /** A function inside a function (a tool in a factory) runs once per run of the outer one. */
  function* nestedRuns(statics: StaticScope, base: Scope, depth: number): Iterable<Scope> {
    const def = statics.function;
    if (!def || statics.parent?.kind !== 'function') return;
    const outers = runs(statics.parent, depth + 1);
    if (outers.length === 1 && outers[0] === base.parent) return;
    for (const outer of outers) {
      const fn = ev.functionValue(def, outer);
      yield makeScope(
        statics,
        outer,
        bindParameters(ev, fn, { positional: [], named: [] }, outer, true),
        false,
      );
    }
  }

  /** The callback of `tools.forEach(t => ...)` runs once per item. */
  function* itemRuns(statics: StaticScope, depth: number): Iterable<Scope> {
    const def = statics.function;
    const outerText = statics.parent;
    if (!def || !outerText) return;
    const site = outerText.effects.find(e => passes(e, def));
    if (site?.expression.kind !== 'call' || site.expression.callee.kind !== 'member') return;
    for (const outer of runs(outerText, depth + 1).flatMap(run => roundsOf(ev, site.expression.at, run))) {
      ev.budget.fuel = limits.fuel;
      const source = ev.evaluate(site.expression.callee.object, outer);
      if (source.kind !== 'list') continue;
      for (const item of source.items.slice(0, maxOwnRuns)) {
        const fn = ev.functionValue(def, outer);
        yield makeScope(
          statics,
          outer,
          bindParameters(ev, fn, { positional: [item.value], named: [] }, outer, true),
          false,
        );
      }
    }
  }

  /** A method runs once per object of its class. */
  function* objectRuns(statics: StaticScope, base: Scope, depth: number): Iterable<Scope> {
    const cls =
      statics.parent?.kind === 'class' && base.parent?.parent && statics.parent.class
        ? ev.classValue(statics.parent.class, base.parent.parent)
        : undefined;
    const def = statics.function;
    if (!cls || !def || !base.parent) return;
    for (const site of callersOf(cls.id, statics.file).slice(0, maxRuns)) {
      if (site.static === statics) continue;
      for (const caller of runs(site.static, depth + 1)) {
        const self = ev.evaluate(site.expression, caller);
        for (const object of self.kind === 'union' ? self.options : [self]) {
          if (object.kind === 'instance' && object.classValue?.id === cls.id)
            yield methodRun(object, base, statics);
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

/** The first few of a sequence; the rest is never made. */
function take<T>(source: Iterable<T>, count: number): readonly T[] {
  const out: T[] = [];
  for (const item of source) {
    out.push(item);
    if (out.length >= count) break;
  }
  return out;
}

/** Whether a call hands the function to something that runs it for every item of the receiver. */
function passes(effect: StaticScope['effects'][number], def: StaticScope['function']): boolean {
  const e = effect.expression;
  if (effect.kind !== 'call' || e.kind !== 'call' || e.callee.kind !== 'member') return false;
  if (!/^(?:forEach|map|flatMap)$/.test(e.callee.property)) return false;
  const [first] = e.args;
  return first?.value.kind === 'function' && first.value.def === def;
}

/** Files of a test suite, by the folders and names every test runner knows. */
function isTest(path: string): boolean {
  return /(?:^|\/)(?:tests?|__tests__|testing|spec|e2e)\/|(?:^|\/)(?:test_[^/]+|conftest)\.py$|(?:_test\.py|\.(?:test|spec)\.[cm]?[jt]sx?)$/.test(
    path,
  );
}
