import type { Barrier } from '../../../src/model/graph.ts';
import type { CallArguments } from '../../../src/resolve/value.ts';
import { gateBarrier } from '../facts.ts';
import { argumentOf, textsOf, truthOf } from './arguments.ts';
import type { ApprovalRule } from './spec.ts';

/** Barriers an approval argument stands for: a yes for every call, or a function that asks for some. */
export function approvalOf(
  args: CallArguments | undefined,
  rule: ApprovalRule | undefined,
): readonly Barrier[] {
  const value = rule && argumentOf(args, rule.places);
  if (!rule || !value) return [];
  const { mechanism } = rule;
  if (value.kind === 'function') {
    return [gateBarrier(mechanism, 0.3, 'A function decides which calls wait for a person.', value.at)];
  }
  const asks = rule.asks ? textsOf(value).some(text => rule.asks?.includes(text)) : truthOf(value) === true;
  return asks ? [gateBarrier(mechanism, 0.8, 'Every call waits for a person.', value.at)] : [];
}
