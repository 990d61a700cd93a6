import type { Ref, RelationFact } from '../../src/model/fact.ts';
import type { Location } from '../../src/model/location.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { InstanceValue } from '../../src/resolve/value.ts';
import { argumentOf, membersOf, truthOf } from '../_shared/code/arguments.ts';
import { relate } from '../_shared/facts.ts';

/** An agent that may delegate can hand work to, and ask questions of, every other member of its crew. */
export function coworkers(agent: Ref, crew: readonly Ref[], at: Location): readonly RelationFact[] {
  return crew.filter(other => other !== agent).map(other => relate('delegates', agent, other, at));
}

/** True for `true` and the word. */
export const isOn = (value: unknown): boolean => value === true || value === 'true';

/** True for an agent made with `allow_delegation=True`. */
export const mayDelegate = ({ args }: InstanceValue): boolean =>
  truthOf(argumentOf(args, ['allow_delegation'])) === true;

/** `process=Process.hierarchical`. */
export function isManaged({ args }: InstanceValue): boolean {
  const process = argumentOf(args, ['process']);
  return process?.kind === 'external' && process.symbol.endsWith('.hierarchical');
}

/** Delegation in crews that are made in code with their list of agents. */
export function plainCrews(project: Project): readonly RelationFact[] {
  return project.calls(['crewai.Crew', 'crewai.crew.Crew']).flatMap(crew => {
    const agents = argumentOf(crew.args, ['agents']);
    const made = (agents ? membersOf(agents).members : []).flatMap(({ value }) =>
      value.kind === 'instance' ? [value] : [],
    );
    const refs = made.map(agent => project.ref(agent));
    const passing = made.filter(mayDelegate).flatMap(agent => coworkers(project.ref(agent), refs, agent.at));
    if (!isManaged(crew)) return passing;
    const boss = argumentOf(crew.args, ['manager_agent']);
    return [...passing, ...coworkers(project.ref(boss?.kind === 'instance' ? boss : crew), refs, crew.at)];
  });
}
