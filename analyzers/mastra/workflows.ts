import type { Fact, Ref } from '../../src/model/fact.ts';
import type { Project, Use } from '../../src/resolve/project.ts';
import { symbolMatcher } from '../../src/resolve/symbols.ts';
import type { InstanceValue, Value } from '../../src/resolve/value.ts';
import { argumentOf, membersOf, nameOf, optionsOf, schemaOf, textOf } from '../_shared/code/arguments.ts';
import { functionOf } from '../_shared/code/tools.ts';
import { describe, gap, relate } from '../_shared/facts.ts';
import { agentSymbols, framework, toolSymbols } from './framework.ts';

const homes = [
  '@mastra/core/workflows',
  '@mastra/core/workflows/vNext',
  '@mastra/core/workflows/legacy',
  '@mastra/core',
];
const under = (...names: readonly string[]): readonly string[] =>
  homes.flatMap(home => names.map(name => `${home}#${name}`));
const workflows = under('createWorkflow', 'Workflow', 'LegacyWorkflow');
const isWorkflow = symbolMatcher(workflows);
const isStep = symbolMatcher(under('createStep', 'Step', 'LegacyStep'));
const isAgent = symbolMatcher(agentSymbols);
const isTool = symbolMatcher(toolSymbols);
const runs = symbolMatcher(framework.runs.map(name => `?.${name}`));

/** Methods that add steps; each gives the workflow back. */
const adds = ['then', 'step', 'branch', 'parallel', 'foreach', 'dowhile', 'dountil', 'after', 'map'];

/** Chains of a workflow go on with the workflow. */
export const fluent = workflows.flatMap(symbol => [...adds, 'commit'].map(method => `${symbol}().${method}`));

/** Workflows as graphs: the steps in the order their methods add them. */
export function workflowFacts(project: Project): readonly Fact[] {
  const found = project.calls(workflows);
  if (found.length === 0) return [];
  const known = registered(project);
  return found.flatMap(call => oneWorkflow(project, call, known));
}

function oneWorkflow(
  project: Project,
  call: InstanceValue,
  known: ReadonlyMap<string, Ref>,
): readonly Fact[] {
  const ref = project.ref(call);
  const facts: Fact[] = [
    {
      fact: 'node',
      ref,
      kind: 'workflow',
      name: nameOf(call, ['id', 'name']),
      framework: 'mastra',
      at: call.at,
      ...describe(textOf(argumentOf(call.args, ['description']))),
      properties: { type: 'graph' },
    },
  ];
  let before: readonly Ref[] = [ref];
  for (const use of project.uses(call)) {
    if (use.kind !== 'call' || !adds.includes(use.method)) continue;
    const values = stepsOf(use);
    if (use.method === 'after') {
      const named = values.flatMap(value => (value.kind === 'instance' ? [project.ref(value)] : []));
      if (named.length > 0) before = named;
      continue;
    }
    const placed = values.flatMap(value => place(project, ref, value, known, facts));
    const isChoice = use.method === 'branch' || use.conditional;
    for (const to of placed) {
      facts.push(relate('uses', ref, to, use.at));
      for (const from of before)
        if (from !== to) facts.push(relate('next', from, to, use.at, isChoice ? { conditional: true } : {}));
    }
    if (placed.length > 0) before = placed;
  }
  return facts;
}

/** The steps one method adds: `then(a)`, `parallel([a, b])`, `branch([[test, a], [test, b]])`. */
function stepsOf({ method, args }: Use & { kind: 'call' }): readonly Value[] {
  const [first] = args.positional;
  if (!first || method === 'map') return [];
  if (method !== 'branch' || first.kind !== 'list') return membersOf(first).members.map(({ value }) => value);
  return first.items.flatMap(({ value }) =>
    value.kind === 'list' ? value.items.slice(1).map(item => item.value) : [],
  );
}

/** The node of a step: an agent, a tool or a workflow itself, or code of its own. */
function place(
  project: Project,
  flow: Ref,
  value: Value,
  known: ReadonlyMap<string, Ref>,
  facts: Fact[],
): readonly Ref[] {
  if (value.kind !== 'instance') {
    if (value.kind === 'unknown')
      facts.push(gap('unresolved-value', value.at, 'A step of this workflow was not resolved.', [flow]));
    return [];
  }
  const ref = project.ref(value);
  if (isAgent(value.symbol) || isTool(value.symbol) || isWorkflow(value.symbol)) return [ref];
  if (!isStep(value.symbol)) return [];
  const [first] = value.args.positional;
  if (first?.kind === 'instance') return place(project, flow, first, known, facts);
  const handler = functionOf(argumentOf(value.args, ['execute']));
  const parameters = schemaOf(project, argumentOf(value.args, ['inputSchema']));
  facts.push({
    fact: 'node',
    ref,
    kind: 'tool',
    name: nameOf(value, ['id']),
    framework: 'mastra',
    at: value.at,
    ...describe(textOf(argumentOf(value.args, ['description']))),
    ...(handler && { handler: project.functionRef(handler) }),
    ...(parameters && { parameters }),
    properties: { step: true },
  });
  for (const call of handler ? project.callsIn(handler) : []) {
    const agent = runs(`?.${call.symbol.split(/[.#]/).at(-1) ?? ''}`)
      ? agentOf(project, call.receiver, known)
      : undefined;
    if (agent !== undefined) facts.push(relate('delegates', ref, agent, call.at, { carries: 'arguments' }));
  }
  return [ref];
}

/** The agent that is run: itself, or asked for by name with `mastra.getAgent('clerk')`. */
function agentOf(
  project: Project,
  value: Value | undefined,
  known: ReadonlyMap<string, Ref>,
): Ref | undefined {
  for (const option of value ? optionsOf(value) : []) {
    if (option.kind !== 'instance') continue;
    if (isAgent(option.symbol)) return project.ref(option);
    const name = /\.(?:getAgent|getAgentById)$/.test(option.symbol)
      ? textOf(option.args.positional[0])
      : undefined;
    if (name !== undefined && known.has(name)) return known.get(name);
  }
  return undefined;
}

/** Agents by the name they are registered under: `new Mastra({ agents: { clerk } })`. */
function registered(project: Project): ReadonlyMap<string, Ref> {
  const found = new Map<string, Ref>();
  for (const call of project.calls(['@mastra/core#Mastra', '@mastra/core/mastra#Mastra'])) {
    const agents = argumentOf(call.args, ['agents']);
    if (agents?.kind !== 'record') continue;
    for (const { key, value } of agents.entries)
      if (value.kind === 'instance') found.set(key, project.ref(value));
  }
  return found;
}
