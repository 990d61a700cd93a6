import type { Fact, NodeFact } from '../../src/model/fact.ts';
import type { Decorated, Project } from '../../src/resolve/project.ts';
import type { InstanceValue, Value } from '../../src/resolve/value.ts';
import type { Settings } from '../_shared/analyzer.ts';
import { argumentOf } from '../_shared/code/arguments.ts';
import { describe, relate } from '../_shared/facts.ts';
import { coworkers, isManaged, mayDelegate } from './delegation.ts';
import { type YamlEntry, yamlEntries } from './yaml.ts';

const project = (name: string): readonly string[] => [
  `crewai.project.${name}`,
  `crewai.project.annotations.${name}`,
];

/** A method of a class with the agent it returns and what YAML says of it. */
interface Member {
  readonly name: string;
  readonly made: InstanceValue;
  readonly ref: string;
  readonly entry: YamlEntry | undefined;
}

/** What classes under `@CrewBase` state. */
export interface CrewBases {
  readonly facts: readonly Fact[];
  /** Refs of crews that got their members here. */
  readonly covered: ReadonlySet<string>;
  /** Names and descriptions of agents from YAML, by ref. */
  readonly texts: ReadonlyMap<string, Pick<NodeFact, 'name' | 'description'>>;
}

/**
 * Crews of classes under `@CrewBase`: their agents and tasks are collected from decorated methods, in the order they are
 * written, with roles, goals, tools and rights from YAML.
 */
export function crewBaseFacts(program: Project, settings: Settings): CrewBases {
  const entryOf = yamlEntries(program, settings);
  const agents = byClass(program.decorated(project('agent')));
  const tasks = byClass(program.decorated(project('task')));
  const tools = byClass(program.decorated(project('tool')));
  const facts: Fact[] = [];
  const covered = new Set<string>();
  const members = new Map<string, readonly Member[]>();
  const texts = new Map<string, Pick<NodeFact, 'name' | 'description'>>();
  for (const [owner, items] of agents) {
    const found = items.flatMap((item): readonly Member[] => {
      const made = instanceOf(program, item);
      if (!made || item.target.kind !== 'function') return [];
      const entry = entryOf('agents', item.target);
      return [{ name: item.target.def.name, made, ref: program.ref(made), entry }];
    });
    members.set(owner, found);
    for (const { ref, entry } of found) {
      if (entry?.role !== undefined) texts.set(ref, { name: entry.role, ...describe(entry.goal) });
      if (entry) facts.push(...givenInYaml(program, ref, entry, tools.get(owner) ?? []));
    }
  }
  for (const crew of program.decorated(project('crew'))) {
    const made = instanceOf(program, crew);
    const owner = ownerOf(crew);
    const own = owner === undefined ? [] : (members.get(owner) ?? []);
    if (!made || owner === undefined || own.length === 0) continue;
    const ref = program.ref(made);
    covered.add(ref);
    const order = (tasks.get(owner) ?? []).flatMap(item => agentOfTask(program, item, own, entryOf) ?? []);
    for (const member of own) facts.push(relate('uses', ref, member.ref, member.made.at));
    facts.push(...togetherFacts(program, made, ref, own, order));
  }
  return { facts, covered, texts };
}

/** Who works after whom; with a manager, whom it gives work; and who may pass work on. */
function togetherFacts(
  program: Project,
  crew: InstanceValue,
  ref: string,
  own: readonly Member[],
  order: readonly string[],
): readonly Fact[] {
  const refs = own.map(member => member.ref);
  const passing = own
    .filter(({ made, entry }) => entry?.delegates || mayDelegate(made))
    .flatMap(member => coworkers(member.ref, refs, member.made.at));
  if (isManaged(crew)) {
    const boss = only(argumentOf(crew.args, ['manager_agent']));
    return [...passing, ...coworkers(boss ? program.ref(boss) : ref, refs, crew.at)];
  }
  const line = order.length > 0 ? order : refs;
  const next = line.flatMap((from, index) => {
    const to = line[index + 1];
    return to !== undefined && to !== from ? [relate('next', from, to, crew.at)] : [];
  });
  return [...passing, ...next];
}

/** Tools an agent is given in YAML: methods of the class under `@tool`, else ready-made ones; and running of code. */
function givenInYaml(
  program: Project,
  agent: string,
  { at, tools, runsCode }: YamlEntry,
  methods: readonly Decorated[],
): readonly Fact[] {
  const given = tools.flatMap((name): readonly Fact[] => {
    const method = methods.find(({ target }) => target.kind === 'function' && target.def.name === name);
    const made = method && madeBy(program, method);
    const value = made?.kind === 'union' ? made.options[0] : made;
    const symbol =
      value?.kind === 'instance' || value?.kind === 'external' ? value.symbol : `crewai_tools.${name}`;
    const ref = value ? program.ref(value) : `crewai:${agent}:${name}`;
    const handler = value?.kind === 'function' ? { handler: program.functionRef(value) } : { symbol };
    return [
      { fact: 'node', ref, kind: 'tool', name, framework: 'crewai', at, ...handler },
      relate('uses', agent, ref, at),
    ];
  });
  if (!runsCode) return given;
  const ref = `${agent}#Code Interpreter`;
  const symbol = 'crewai_tools.CodeInterpreterTool';
  return [
    ...given,
    { fact: 'node', ref, kind: 'tool', name: 'Code Interpreter', framework: 'crewai', at, symbol },
    relate('uses', agent, ref, at),
  ];
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

/** What a decorated method returns on an object of its class. */
function madeBy(program: Project, { target }: Decorated): Value | undefined {
  if (target.kind !== 'function' || !target.owner) return undefined;
  const method = program.member(program.call(target.owner), target.def.name);
  return program.call(method.kind === 'function' ? method : target);
}

const instanceOf = (program: Project, item: Decorated): InstanceValue | undefined =>
  only(madeBy(program, item));

/** The agent of a task: given in code, else named in YAML. */
function agentOfTask(
  program: Project,
  task: Decorated,
  own: readonly Member[],
  entryOf: ReturnType<typeof yamlEntries>,
): string | undefined {
  const made = instanceOf(program, task);
  const agent = made && only(argumentOf(made.args, ['agent']));
  if (agent) return program.ref(agent);
  const name = task.target.kind === 'function' ? entryOf('tasks', task.target)?.agent : undefined;
  return own.find(member => member.name === name)?.ref;
}

function only(value: Value | undefined): InstanceValue | undefined {
  if (value?.kind === 'union') return value.options.map(only).find(found => found !== undefined);
  return value?.kind === 'instance' && /\.(Agent|Crew|Task|LiteAgent)$/.test(value.symbol)
    ? value
    : undefined;
}
