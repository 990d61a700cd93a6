import type { Ref } from '../../../src/model/fact.ts';
import type { Value } from '../../../src/resolve/value.ts';
import { relate } from '../../_shared/facts.ts';
import { framework, type Runnable, type Scan } from '../scan.ts';
import { memories } from '../stores.ts';
import { argument, isAbsent, options, textOf } from '../values.ts';
import type { AgentCall } from './create.ts';

/**
 * A supervisor hands the conversation to one of its agents and gets the answer back into its own: both ways the history
 * moves.
 */
export function teamFacts(scan: Scan, { call, ref }: AgentCall): void {
  for (const member of membersOf(scan, argument(call.args, ['agents'], 0), ref)) {
    scan.add(relate('hands-off', ref, member.ref, call.at), relate('hands-off', member.ref, ref, call.at));
  }
}

/** A swarm is a workflow of agents that hand the conversation to one another by hand-off tools. */
export function swarmFacts(scan: Scan, { call, ref, name }: AgentCall): void {
  const start = textOf(argument(call.args, ['default_active_agent', 'defaultActiveAgent']));
  scan.add({
    fact: 'node',
    ref,
    kind: 'workflow',
    name,
    framework,
    at: call.at,
    properties: { type: 'swarm', ...(start !== undefined && { start }) },
  });
  const members = membersOf(scan, argument(call.args, ['agents'], 0), ref);
  scan.teams.push(members);
  for (const member of members) scan.add(relate('uses', ref, member.ref, call.at));
  for (const use of scan.project.uses(call))
    if (use.kind === 'call' && use.method === 'compile') memories(scan, ref, use.args, use.at);
}

/** The agents of an `agents` argument; what is no known agent becomes a gap. */
export function membersOf(scan: Scan, value: Value | undefined, owner: Ref): readonly Runnable[] {
  return options(value).flatMap((option): readonly Runnable[] => {
    if (isAbsent(option)) return [];
    if (option.kind === 'list') {
      if (option.open !== undefined)
        scan.gap('unresolved-value', option.at, `More agents are added at run time: ${option.open}.`, owner);
      return option.items.flatMap(item => membersOf(scan, item.value, owner));
    }
    const known = scan.runnable(option);
    if (known) return [known];
    scan.gap('unresolved-value', option.at, 'A member of this team could not be read.', owner);
    return [];
  });
}
