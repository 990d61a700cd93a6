import type { FunctionValue, Value } from '../../../src/resolve/value.ts';
import { argumentOf, membersOf } from './arguments.ts';
import type { InterceptorRule } from './spec.ts';
import type { FoundAgent, State } from './state.ts';
import { interceptorBarrier } from './verdict.ts';

/** Functions that a framework asks before every tool call of an agent: gates before all of its tools. */
export function tellInterceptors(state: State, agent: FoundAgent): void {
  for (const rule of state.framework.interceptors ?? []) {
    functionsOf(state, agent, rule).forEach((fn, index) => {
      state.facts.push({
        fact: 'gate',
        ref: `${agent.ref}#${rule.mechanism}:${index}`,
        name: rule.mechanism,
        framework: state.framework.id,
        at: fn.at,
        scope: agent.ref,
        guards: '*',
        barrier: interceptorBarrier(state.project, fn, rule.mechanism),
      });
    });
  }
}

function functionsOf(state: State, agent: FoundAgent, rule: InterceptorRule): readonly FunctionValue[] {
  if (rule.everywhere)
    return state.project
      .decorated(rule.everywhere)
      .flatMap(({ target }) => (target.kind === 'function' ? [target] : []));
  const held = argumentOf(agent.call.args, rule.in);
  if (!held) return [];
  if (rule.registered === undefined) return functions(held);
  const owners = new Set(
    membersOf(held).members.flatMap(({ value }) =>
      value.kind === 'instance' ? [value.id, value.classValue?.id] : [],
    ),
  );
  if (held.kind === 'instance') owners.add(held.id).add(held.classValue?.id);
  const { methods, packages, decorators, events } = rule.registered;
  const isMeant = (value: Value | undefined): boolean =>
    (value?.kind === 'external' || value?.kind === 'instance') && events.test(value.symbol);
  const calls = state.project.methodCalls(methods, packages).flatMap(({ receiver, call }) => {
    const [event, fn] = call.args.positional;
    if (fn?.kind !== 'function' || !isMeant(event)) return [];
    return owners.has(fn.owner?.id) || owners.has(idOf(receiver)) ? [fn] : [];
  });
  const decorated = state.project.decorated(decorators).flatMap(({ target, args, receiver }) => {
    if (target.kind !== 'function' || !isMeant(args?.positional[0])) return [];
    return owners.has(idOf(receiver)) ? [target] : [];
  });
  return [...calls, ...decorated];
}

const functions = (value: Value): readonly FunctionValue[] =>
  value.kind === 'function'
    ? [value]
    : value.kind === 'list'
      ? value.items.flatMap(item => functions(item.value))
      : [];

const idOf = (value: Value | undefined): string | undefined =>
  value?.kind === 'instance' ? value.id : undefined;
