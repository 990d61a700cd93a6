import type { Barrier } from '../../../src/model/graph.ts';
import type { Project } from '../../../src/resolve/project.ts';
import type { CallArguments } from '../../../src/resolve/value.ts';
import { gateBarrier } from '../facts.ts';
import { argumentOf, textsOf, truthOf } from './arguments.ts';
import type { ApprovalRule } from './spec.ts';
import { approverBarrier, askerBarrier } from './verdict.ts';

/** Barriers an approval argument stands for: a yes for every call, or a function that asks for some. */
export function approvalOf(
  project: Project,
  args: CallArguments | undefined,
  rule: ApprovalRule | undefined,
): readonly Barrier[] {
  const value = rule && argumentOf(args, rule.places);
  if (!rule || !value) return [];
  const { mechanism } = rule;
  if (value.kind === 'function') {
    return [rule.approves ? approverBarrier(project, value, mechanism) : askerBarrier(value, mechanism)];
  }
  const asks = rule.asks ? textsOf(value).some(text => rule.asks?.includes(text)) : truthOf(value) === true;
  return asks ? [gateBarrier(mechanism, 0.8, 'Every call waits for a person.', value.at)] : [];
}
