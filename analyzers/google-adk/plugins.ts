import type { Fact } from '../../src/model/fact.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { FunctionValue, InstanceValue, Value } from '../../src/resolve/value.ts';
import { argumentOf, membersOf } from '../_shared/code/arguments.ts';
import { interceptorBarrier } from '../_shared/code/verdict.ts';

const mechanism = 'plugin before_tool_callback';
const bases = ['google.adk.plugins.BasePlugin', 'google.adk.plugins.base_plugin.BasePlugin'];
const runners = [
  'google.adk.runners.Runner',
  'google.adk.runners.InMemoryRunner',
  'google.adk.Runner',
  'google.adk.apps.App',
  'google.adk.apps.app.App',
];

/** Gates of plugins: a plugin of a runner or app is asked before each tool call of every agent that runs in it. */
export function pluginGates(project: Project): readonly Fact[] {
  const asked = new Map(
    project.calls(bases).flatMap(plugin => {
      const method = plugin.classValue && project.classMember(plugin.classValue, 'before_tool_callback');
      return method?.kind === 'function' ? [[plugin.id, method] as const] : [];
    }),
  );
  if (asked.size === 0) return [];
  return project.calls(runners).flatMap(runner => {
    const root = argumentOf(runner.args, ['root_agent', 'agent']);
    const guards = held(argumentOf(runner.args, ['plugins'])).flatMap(({ id }) => asked.get(id) ?? []);
    const agents = new Map<string, InstanceValue>();
    if (guards.length > 0) collect(root, agents, 0);
    return [...agents.values()].flatMap(agent => guards.map(fn => gateOf(project, agent, fn)));
  });
}

function gateOf(project: Project, agent: InstanceValue, fn: FunctionValue): Fact {
  const scope = project.ref(agent);
  return {
    fact: 'gate',
    ref: `${scope}#plugin:${fn.at.file}:${fn.at.line}`,
    name: mechanism,
    framework: 'google-adk',
    at: fn.at,
    scope,
    guards: '*',
    barrier: interceptorBarrier(project, fn, mechanism),
  };
}

/** An agent with the agents under it and those it has as tools. */
function collect(value: Value | undefined, into: Map<string, InstanceValue>, depth: number): void {
  if (depth > 8) return;
  for (const agent of held(value)) {
    if (into.has(agent.id)) continue;
    into.set(agent.id, agent);
    collect(argumentOf(agent.args, ['sub_agents']), into, depth + 1);
    for (const tool of held(argumentOf(agent.args, ['tools'])))
      if (/\.AgentTool$/.test(tool.symbol)) collect(argumentOf(tool.args, ['agent', 0]), into, depth + 1);
  }
}

const held = (value: Value | undefined): readonly InstanceValue[] =>
  value ? membersOf(value).members.flatMap(item => (item.value.kind === 'instance' ? [item.value] : [])) : [];
