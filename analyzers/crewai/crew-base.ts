import type { Fact } from '../../src/model/fact.ts';
import type { Decorated, Project } from '../../src/resolve/project.ts';
import type { InstanceValue, Value } from '../../src/resolve/value.ts';
import { argumentOf } from '../_shared/code/arguments.ts';
import { relate } from '../_shared/facts.ts';

const project = (name: string): readonly string[] => [
  `crewai.project.${name}`,
  `crewai.project.annotations.${name}`,
];

/**
 * Crews of classes under `@CrewBase`: their agents and tasks are collected from decorated methods, in the order they are
 * written. `covered` are the refs of crews that got their members here.
 */
export function crewBaseFacts(program: Project): {
  readonly facts: readonly Fact[];
  readonly covered: ReadonlySet<string>;
} {
  const agents = byClass(program.decorated(project('agent')));
  const tasks = byClass(program.decorated(project('task')));
  const facts: Fact[] = [];
  const covered = new Set<string>();
  for (const crew of program.decorated(project('crew'))) {
    const made = instanceOf(program, crew);
    const owner = ownerOf(crew);
    if (!made || owner === undefined) continue;
    const members = (agents.get(owner) ?? []).flatMap(item => instanceOf(program, item) ?? []);
    if (members.length === 0) continue;
    const ref = program.ref(made);
    covered.add(ref);
    const order = (tasks.get(owner) ?? []).flatMap(item => agentOfTask(program, item) ?? []);
    for (const member of members) facts.push(relate('uses', ref, program.ref(member), member.at));
    const line = (order.length > 0 ? order : members).map(member => program.ref(member));
    line.forEach((from, index) => {
      const to = line[index + 1];
      if (to !== undefined && to !== from) facts.push(relate('next', from, to, made.at));
    });
  }
  return { facts, covered };
}

function byClass(items: readonly Decorated[]): ReadonlyMap<string, readonly Decorated[]> {
  const found = new Map<string, Decorated[]>();
  for (const item of items) {
    const owner = ownerOf(item);
    if (owner === undefined) continue;
    found.set(owner, [...(found.get(owner) ?? []), item]);
  }
  return found;
}

function ownerOf({ target }: Decorated): string | undefined {
  return target.kind === 'function' ? target.owner?.id : undefined;
}

/** What a decorated method returns on an object of its class, if it is one object. */
function instanceOf(program: Project, { target }: Decorated): InstanceValue | undefined {
  if (target.kind !== 'function' || !target.owner) return undefined;
  const method = program.member(program.call(target.owner), target.def.name);
  return only(program.call(method.kind === 'function' ? method : target));
}

function agentOfTask(program: Project, task: Decorated): InstanceValue | undefined {
  const made = instanceOf(program, task);
  return made && only(argumentOf(made.args, ['agent']));
}

function only(value: Value | undefined): InstanceValue | undefined {
  if (value?.kind === 'union') return value.options.map(only).find(found => found !== undefined);
  return value?.kind === 'instance' && /\.(Agent|Crew|Task|LiteAgent)$/.test(value.symbol)
    ? value
    : undefined;
}
