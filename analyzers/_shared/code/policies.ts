import type { Barrier } from '../../../src/model/graph.ts';
import type { InstanceValue } from '../../../src/resolve/value.ts';
import { gateBarrier } from '../facts.ts';
import { argumentOf, membersOf, textOf, truthOf } from './arguments.ts';
import type { PolicyRule } from './spec.ts';
import type { FoundAgent, State } from './state.ts';

/** Engines that follow where text came from while an agent runs, and refuse calls that it may not decide. */
export function tellPolicies(state: State, agent: FoundAgent): void {
  for (const rule of state.framework.policies ?? []) {
    const held = argumentOf(agent.call.args, rule.in);
    if (!held) continue;
    for (const { value } of membersOf(held).members.length > 0
      ? membersOf(held).members
      : [{ value: held }]) {
      if (value.kind !== 'instance' || !rule.symbols.includes(value.symbol)) continue;
      const freed = argumentOf(value.args, rule.frees);
      const except = freed ? membersOf(freed).members.flatMap(item => textOf(item.value) ?? []) : [];
      state.facts.push({
        fact: 'gate',
        ref: `${agent.ref}#policy`,
        name: rule.mechanism,
        framework: state.framework.id,
        at: value.at,
        scope: agent.ref,
        guards: '*',
        ...(except.length > 0 && { except }),
        barrier: barrierOf(value, rule),
      });
    }
  }
}

function barrierOf({ args, at }: InstanceValue, rule: PolicyRule): Barrier {
  const { mechanism, enforced, blocks, asks } = rule;
  const isOff = (places: PolicyRule['enforced']): boolean => {
    const value = argumentOf(args, places);
    return value !== undefined && truthOf(value) === false;
  };
  const asked = argumentOf(args, asks);
  if (isOff(enforced)) return gateBarrier(mechanism, 0, 'The policy is set up and not enforced.', at);
  if (asked && truthOf(asked) === true)
    return gateBarrier(
      mechanism,
      0.8,
      'A call that text from outside may have decided waits for a person.',
      at,
    );
  if (isOff(blocks)) return gateBarrier(mechanism, 0, 'What breaks the policy is only written down.', at);
  return gateBarrier(
    mechanism,
    0.95,
    'The policy follows where text came from and refuses calls that text from outside may have decided.',
    at,
  );
}
