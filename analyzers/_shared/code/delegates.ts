import type { Ref, RelationFact } from '../../../src/model/fact.ts';
import type { Project } from '../../../src/resolve/project.ts';
import type { FunctionValue } from '../../../src/resolve/value.ts';
import { relate } from '../facts.ts';

/** Agents that a step runs in its function: `clerk.run(text)`. `agents` are the known ones by the id of their object. */
export function delegatesOf(
  project: Project,
  step: Ref,
  work: FunctionValue,
  agents: ReadonlyMap<string, Ref>,
  runs: readonly string[],
): readonly RelationFact[] {
  return project.callsIn(work).flatMap(({ symbol, receiver, at }) => {
    const agent = receiver?.kind === 'instance' ? agents.get(receiver.id) : undefined;
    const method = symbol.split('.').at(-1) ?? '';
    return agent !== undefined && runs.includes(method)
      ? [relate('delegates', step, agent, at, { carries: 'arguments' })]
      : [];
  });
}
