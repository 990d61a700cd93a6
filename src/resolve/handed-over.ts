import { argumentsOf } from './call-arguments.ts';
import { type Evaluator, limits } from './evaluator.ts';
import { bindParameters } from './parameters.ts';
import { makeScope, type Scope, type StaticScope } from './scope.ts';
import type { CallSite, EffectSite } from './site-index.ts';
import type { FunctionValue, Value } from './value.ts';

/** Where a function is handed a collection that it then fills: the call, and the place of the collection among its arguments. */
export interface Handover {
  readonly site: CallSite;
  readonly argument: number;
}

/** An effect of a function body on one of its own parameters. */
export interface ParameterEffect {
  readonly effect: EffectSite;
  readonly parameter: string;
}

/** The parameter an effect falls on, where its object is nothing but a parameter: `tools.append(x)` in `def fill(tools)`. */
export function parameterOf({ receiver }: EffectSite, statics: StaticScope): string | undefined {
  if (receiver.kind !== 'name' || statics.kind !== 'function') return undefined;
  const { name } = receiver;
  const isParameter = statics.function?.params.some(param => param.name === name && param.kind !== 'rest');
  return isParameter && !statics.bindings.has(name) ? name : undefined;
}

/**
 * Effects of functions on collections of their callers, by the id of the collection: `fill(tools)` puts into the list of
 * the caller what the body of `fill` puts into its parameter. One step deep.
 */
export function handedOver(
  ev: Evaluator,
  effects: ReadonlyMap<string, readonly ParameterEffect[]>,
  callers: ReadonlyMap<string, readonly CallSite[]>,
  runOf: (statics: StaticScope) => Scope | undefined,
): readonly { readonly id: string; readonly effect: EffectSite }[] {
  return [...effects].flatMap(([fn, list]) =>
    (callers.get(fn) ?? []).slice(0, limits.items).flatMap(site => {
      const run = runOf(site.static);
      if (!run) return [];
      ev.budget.fuel = limits.fuel;
      ev.budget.depth = 0;
      const callee = calleeOf(ev, site, run, list[0]?.effect.static);
      if (!callee) return [];
      const frame = bindParameters(
        ev,
        callee,
        argumentsOf(ev, site.expression.args, run),
        callee.scope as Scope,
        true,
      );
      const given = site.expression.args.map(({ value }) => collections(ev.evaluate(value, run)));
      return list.flatMap(({ effect, parameter }) =>
        collections(frame.get(parameter)).map(id => {
          const argument = given.findIndex(ids => ids.includes(id));
          const conditional = effect.conditional || site.conditional;
          return { id, effect: { ...effect, conditional, maybe: site.conditional, via: { site, argument } } };
        }),
      );
    }),
  );
}

/**
 * The run of a function at the call that hands it a collection. The collection itself stays out of it: what it holds is
 * just being asked.
 */
export function runAt(
  ev: Evaluator,
  { site, argument }: Handover,
  caller: Scope,
  body: StaticScope,
): Scope | undefined {
  const callee = calleeOf(ev, site, caller, body);
  if (!callee) return undefined;
  const outer = callee.scope as Scope;
  const rest = site.expression.args.map((arg, i) =>
    i === argument ? { ...arg, value: { kind: 'literal', value: null, at: arg.value.at } as const } : arg,
  );
  const args = argumentsOf(ev, rest, caller);
  return makeScope(body, outer, bindParameters(ev, callee, args, outer, true), false);
}

/** The function with that body, as a call names it. */
function calleeOf(
  ev: Evaluator,
  site: CallSite,
  run: Scope,
  body: StaticScope | undefined,
): FunctionValue | undefined {
  const value = ev.evaluate(site.expression.callee, run);
  const options = value.kind === 'union' ? value.options : [value];
  return options.find(
    (option): option is FunctionValue => option.kind === 'function' && option.def === body?.function,
  );
}

function collections(value: Value | undefined): readonly string[] {
  if (!value) return [];
  const options = value.kind === 'union' ? value.options : [value];
  return options.flatMap(option => (option.kind === 'list' || option.kind === 'record' ? [option.id] : []));
}
