import type { Expression } from '../lang/module.ts';
import { locate } from '../model/location.ts';
import { classScope } from './classes.ts';
import { type Evaluator, limits, type ObjectEffect } from './evaluator.ts';
import { type Handover, handedOver, type ParameterEffect, parameterOf, runAt } from './handed-over.ts';
import { externalBase } from './member.ts';
import type { RunFinder } from './run-of.ts';
import { type Block, position, type Scope, type StaticScope } from './scope.ts';
import type { Value } from './value.ts';

/** One call in the text, with the body it stands in. */
export interface CallSite {
  readonly expression: Expression & { kind: 'call' };
  readonly static: StaticScope;
  readonly conditional: boolean;
}

/** One effect in the text, with the body it stands in. */
export interface EffectSite {
  readonly kind: 'call' | 'set';
  readonly name: string;
  readonly expression: Expression;
  readonly receiver: Expression;
  readonly index?: Expression;
  readonly static: StaticScope;
  readonly conditional: boolean;
  readonly blocks: readonly Block[];
  readonly whole: Expression;
  /** The call that hands the object to the body, where the body knows it as a parameter only. */
  readonly via?: Handover;
  readonly maybe?: boolean;
}

/** Every call of the program by what it calls, and every effect by the place its object was made. */
export interface SiteIndex {
  readonly bySymbol: ReadonlyMap<string, readonly CallSite[]>;
  /** Calls `x.method(...)` where `x` could not be told, by method. */
  readonly byMethod: ReadonlyMap<string, readonly CallSite[]>;
  /** Call sites of project functions and classes by value id. */
  readonly callers: ReadonlyMap<string, readonly CallSite[]>;
  readonly effects: ReadonlyMap<string, readonly EffectSite[]>;
  readonly scopes: readonly StaticScope[];
  /** Calls that the limit of work left without an answer, in order. */
  readonly cut: readonly CallSite[];
}

/** Object ids without the factory fingerprint: the place in the text. */
export function placeOf(id: string): string {
  const cut = id.indexOf('@', id.lastIndexOf('/') + 1);
  const at = /@[0-9a-z]+$/.exec(id);
  return at && cut >= 0 ? id.slice(0, at.index) : id;
}

/** Bodies of a module with their generic runs, outermost first. */
export function walkScopes(ev: Evaluator, path: string): readonly Scope[] {
  const out: Scope[] = [];
  const root = ev.moduleScope(path);
  const stack = root ? [root] : [];
  const asked = { ...ev.budget };
  while (stack.length > 0 && out.length < 50_000) {
    const scope = stack.pop();
    if (!scope) break;
    out.push(scope);
    // Defaults and types of parameters are read here: each body has work of its own to spend.
    ev.budget.fuel = limits.fuel;
    ev.budget.depth = 0;
    if (scope.depth > 60) continue;
    const inner: Scope[] = scope.static.functions.map(def => ev.genericScope(ev.functionValue(def, scope)));
    for (const def of scope.static.classes) inner.push(classScope(ev, ev.classValue(def, scope)));
    stack.push(...inner.reverse());
  }
  ev.budget.fuel = asked.fuel;
  ev.budget.depth = asked.depth;
  return out;
}

/** Reads all modules once, with an evaluator that knows no effects yet. */
export function buildSiteIndex(ev: Evaluator, paths: readonly string[]): SiteIndex {
  const bySymbol = new Map<string, CallSite[]>();
  const byMethod = new Map<string, CallSite[]>();
  const callers = new Map<string, CallSite[]>();
  const effects = new Map<string, EffectSite[]>();
  const scopes: StaticScope[] = [];
  const cut: CallSite[] = [];
  const runs = new Map<StaticScope, Scope>();
  const onParameters = new Map<string, ParameterEffect[]>();
  const push = <T>(map: Map<string, T[]>, key: string, item: T): void => {
    const list = map.get(key);
    if (list) list.push(item);
    else map.set(key, [item]);
  };
  for (const path of paths) {
    for (const scope of walkScopes(ev, path)) {
      scopes.push(scope.static);
      runs.set(scope.static, scope);
      for (const effect of scope.static.effects) {
        ev.budget.fuel = limits.indexFuel;
        ev.budget.depth = 0;
        const { expression: e, conditional } = effect;
        if (e.kind === 'call') {
          const site: CallSite = { expression: e, static: scope.static, conditional };
          const callee = ev.evaluate(e.callee, scope);
          for (const c of callee.kind === 'union' ? callee.options : [callee]) {
            if (c.kind === 'unknown' && c.reason === 'limit') cut.push(site);
            for (const symbol of calleeSymbols(ev, c)) push(bySymbol, symbol, site);
            if (c.kind === 'function' || c.kind === 'class') push(callers, c.id, site);
            if (c.kind === 'unknown' && e.callee.kind === 'member') push(byMethod, e.callee.property, site);
          }
        }
        for (const site of effectSites(effect, scope.static)) {
          for (const id of objectIds(ev.evaluate(site.receiver, scope), site.kind))
            push(effects, placeOf(id), site);
          const parameter = parameterOf(site, scope.static);
          const body = parameter === undefined ? undefined : bodyOf(ev, scope);
          if (parameter !== undefined && body !== undefined)
            push(onParameters, body, { effect: site, parameter });
        }
      }
    }
  }
  for (const { id, effect } of handedOver(ev, onParameters, callers, statics => runs.get(statics)))
    push(effects, placeOf(id), effect);
  for (const list of effects.values()) list.sort((a, b) => order(a) - order(b));
  return { bySymbol, byMethod, callers, effects, scopes, cut };
}

function order({ via, whole }: EffectSite): number {
  const { at } = via ? via.site.expression : whole;
  return position(at[2], at[3]);
}

function bodyOf(ev: Evaluator, { static: statics, parent }: Scope): string | undefined {
  return statics.function && parent && ev.functionValue(statics.function, parent).id;
}

function effectSites(effect: StaticScope['effects'][number], statics: StaticScope): readonly EffectSite[] {
  const { expression: e, conditional, blocks } = effect;
  const base = { static: statics, conditional, blocks, whole: e };
  if (effect.kind === 'set' && effect.value) {
    if (e.kind === 'member')
      return [{ ...base, kind: 'set', name: e.property, expression: effect.value, receiver: e.object }];
    if (e.kind === 'subscript')
      return [
        { ...base, kind: 'set', name: '[]', expression: effect.value, receiver: e.object, index: e.index },
      ];
  }
  if (e.kind !== 'call') return [];
  const [first, second, third] = e.args.map(a => a.value);
  if (
    e.callee.kind === 'name' &&
    e.callee.name === 'setattr' &&
    first &&
    second?.kind === 'literal' &&
    third
  ) {
    return [{ ...base, kind: 'set', name: String(second.value), expression: third, receiver: first }];
  }
  if (e.callee.kind !== 'member') return [];
  const isAssign =
    e.callee.object.kind === 'name' && e.callee.object.name === 'Object' && e.callee.property === 'assign';
  if (isAssign && first && second) {
    return [
      { ...base, kind: 'call', name: 'update', expression: { ...e, args: e.args.slice(1) }, receiver: first },
    ];
  }
  const to = e.callee.object;
  return [
    { ...base, kind: 'call', name: e.callee.property, expression: e, receiver: to },
    // `agent.handoffs.append(x)` where nothing was given as `handoffs`: an effect on the agent.
    ...(to.kind === 'member'
      ? [
          {
            ...base,
            kind: 'call' as const,
            name: `${to.property}.${e.callee.property}`,
            expression: e,
            receiver: to.object,
          },
        ]
      : []),
  ];
}

/** The index turned around: what each call may run, by the place of the call. */
export function calleesOf({ callers }: SiteIndex): ReadonlyMap<string, readonly string[]> {
  const out = new Map<string, string[]>();
  for (const [id, sites] of callers)
    for (const { expression, static: statics } of sites) {
      const key = `${statics.file}:${expression.at[0]}:${expression.at[1]}`;
      const list = out.get(key);
      if (list) list.push(placeOf(id));
      else out.set(key, [placeOf(id)]);
    }
  return out;
}

/** Spellings under which a callee can be asked for: external symbols, project classes and what they derive from. */
export function calleeSymbols(ev: Evaluator, callee: Value): readonly string[] {
  switch (callee.kind) {
    case 'external':
      return [callee.symbol];
    case 'instance':
      return callee.classValue ? [] : [`${callee.symbol}()`];
    case 'class': {
      const base = externalBase(ev, callee);
      return [`${callee.file}#${callee.def.name}`, ...(base === undefined ? [] : [base])];
    }
    default:
      return [];
  }
}

/** Objects with effects; functions count where an attribute is set on them (a decorated function is an object). */
function objectIds(value: Value, effect: EffectSite['kind']): readonly string[] {
  const options = value.kind === 'union' ? value.options : [value];
  return options.flatMap(o =>
    o.kind === 'instance' ||
    o.kind === 'list' ||
    o.kind === 'record' ||
    (o.kind === 'function' && effect === 'set')
      ? [o.id]
      : [],
  );
}

/** The index's effects as the evaluator wants them, in the runs of a second evaluator. */
export function effectsFor(
  ev: Evaluator,
  index: SiteIndex,
  runs: RunFinder,
): (id: string) => readonly (ObjectEffect & { readonly receiver: Expression; readonly whole: Expression })[] {
  const made = new Map<
    string,
    readonly (ObjectEffect & { readonly receiver: Expression; readonly whole: Expression })[]
  >();
  return id => {
    const place = placeOf(id);
    const known = made.get(place);
    if (known) return known;
    const refusals = runs.refusals();
    const list = (index.effects.get(place) ?? []).flatMap(site => {
      const caller = site.via && runs.runOf(site.via.site.static);
      const scope = site.via ? caller && runAt(ev, site.via, caller, site.static) : runs.runOf(site.static);
      const at = locate(site.static.file, site.whole.at);
      return scope ? [{ ...site, scope, at }] : [];
    });
    if (runs.refusals() === refusals) made.set(place, list);
    return list;
  };
}
