import type { Ref } from '../../../src/model/fact.ts';
import type { CallArguments, InstanceValue, Value } from '../../../src/resolve/value.ts';
import { modelsIn } from '../bodies.ts';
import { exportedRefs } from '../deployed.ts';
import { interruptOn, staticInterrupts } from '../gates.ts';
import { middlewareOf } from '../middleware.ts';
import { agentNode, type Scan, type Toolset } from '../scan.ts';
import { memories } from '../stores.ts';
import { type AgentForm, agentForm, agentRoots, isBinding } from '../symbols.ts';
import { join } from '../tools/result.ts';
import { toolsOf } from '../tools/toolset.ts';
import { argument, chainOf, lastName, options, textOf, wordsOf } from '../values.ts';
import { chainFacts } from './chains.ts';
import { deepFacts, subagentFacts } from './deep.ts';
import { modelFacts, promptFacts } from './parts.ts';
import { swarmFacts, teamFacts } from './teams.ts';
import { toolkitFacts } from './toolkits.ts';

/** A call that makes an agent, and how. */
export interface AgentCall {
  readonly call: InstanceValue;
  readonly form: AgentForm;
  readonly ref: Ref;
  readonly name: string;
}

/** Finds every agent construction and makes it known, so that others can speak of it. */
export function findAgents(scan: Scan): readonly AgentCall[] {
  const found = new Map<string, AgentCall>();
  for (const call of scan.project.calls(agentRoots)) {
    const form = agentForm(call.symbol);
    if (!form || found.has(call.id)) continue;
    found.set(call.id, { call, form, ref: scan.project.ref(call), name: nameOf(call, form) });
  }
  const consumed = new Set(
    [...found.values()].flatMap(agent => (agent.form === 'executor' ? innerIds(agent.call) : [])),
  );
  const agents = [...found.values()].filter(({ call, form }) => form !== 'inner' || !consumed.has(call.id));
  const refs = exportedRefs(
    scan.project,
    agents.map(({ call }) => ({
      call,
      file: call.at.file,
      ...(call.holder !== undefined && { holder: call.holder }),
    })),
  );
  const named = agents.map(agent => ({ ...agent, ref: refs.get(agent.call.id) ?? agent.ref }));
  for (const { call, form, ref, name } of named) {
    scan.runnables.set(call.id, { ref, name, kind: form === 'swarm' ? 'workflow' : 'agent', call });
  }
  return named;
}

/** The agent objects an executor runs: the executor is the agent. */
function innerIds(executor: InstanceValue): readonly string[] {
  const inner = argument(executor.args, ['agent'], 0);
  return options(inner).flatMap(option => chainOf(option).map(link => link.id));
}

function nameOf(call: InstanceValue, form: AgentForm): string {
  if (form === 'supervisor')
    return textOf(argument(call.args, ['supervisor_name', 'supervisorName'])) ?? 'supervisor';
  const declared = wordsOf(argument(call.args, ['name', 'agent_name']));
  return declared ?? call.holder ?? lastName(call.symbol);
}

/** Facts of all agents made by constructors. */
export function agentFacts(scan: Scan, agents: readonly AgentCall[]): void {
  for (const agent of agents) {
    switch (agent.form) {
      case 'swarm':
        swarmFacts(scan, agent);
        break;
      case 'supervisor':
        baseFacts(scan, agent);
        teamFacts(scan, agent);
        break;
      case 'deep':
        deepFacts(scan, agent, baseFacts(scan, agent));
        break;
      case 'toolkit':
        baseFacts(scan, agent);
        toolkitFacts(scan, agent);
        break;
      case 'chain':
        chainFacts(scan, agent);
        break;
      default:
        baseFacts(scan, agent);
    }
  }
}

/** Node, tools, middleware, gates, memory, model and prompt of one agent. */
function baseFacts(scan: Scan, agent: AgentCall): Toolset {
  const { call, form, ref, name } = agent;
  const { args, at } = call;
  scan.add(agentNode(ref, name, at, { type: lastName(call.symbol), loop: true }));
  const tools = form === 'toolkit' ? undefined : toolsArgument(call, form);
  const added = middlewareOf(scan, ref, argument(args, ['middleware']));
  const inner = form === 'executor' ? innerTools(scan, call) : [];
  const own = toolsOf(scan, tools);
  scan.attach(ref, join([own, added.tools, ...inner]));
  for (const given of added.subagents) subagentFacts(scan, agent, own, given);
  const interrupts = argument(args, ['interrupt_on', 'interruptOn']);
  interruptOn(scan, ref, 'interrupt_on', interrupts, at);
  staticInterrupts(
    scan,
    ref,
    argument(args, ['interrupt_before', 'interruptBefore']),
    argument(args, ['interrupt_after', 'interruptAfter']),
    at,
  );
  memories(scan, ref, args, at);
  compiled(scan, ref, call);
  promptFacts(scan, ref, name, promptOf(args, form), at);
  modelFacts(scan, ref, argument(args, ['model', 'llm'], form === 'executor' ? 1 : 0), at);
  return own;
}

/** `create_supervisor(...).compile(checkpointer=…)` gives memory and interrupts after the fact. */
function compiled(scan: Scan, ref: Ref, call: InstanceValue): void {
  for (const use of scan.project.uses(call)) {
    if (use.kind !== 'call' || use.method !== 'compile') continue;
    memories(scan, ref, use.args, use.at);
    const before = argument(use.args, ['interrupt_before', 'interruptBefore']);
    staticInterrupts(scan, ref, before, argument(use.args, ['interrupt_after', 'interruptAfter']), use.at);
  }
}

const toolNames = ['tools', 'functions'];

function toolsArgument(call: InstanceValue, form: AgentForm): Value | undefined {
  const { args, symbol } = call;
  if (form === 'supervisor') return argument(args, toolNames);
  if (form === 'executor') {
    const first = /initialize_?agent/i.test(lastName(symbol))
      ? 0
      : lastName(symbol).startsWith('create')
        ? 1
        : undefined;
    return argument(args, toolNames, first);
  }
  // Early `create_deep_agent(tools, instructions)` has no model in front.
  const [first] = args.positional;
  if (form === 'deep' && first?.kind === 'list') return argument(args, toolNames, 0);
  return argument(args, toolNames, 1);
}

/** Tools of the agent inside an executor, also where it is a pipe with a model that has tools bound. */
function innerTools(scan: Scan, executor: InstanceValue) {
  return options(argument(executor.args, ['agent'], 0)).flatMap(option => {
    const made = chainOf(option).find(link => agentForm(link.symbol) === 'inner');
    if (made) return [toolsOf(scan, toolsArgument(made, 'inner'))];
    return modelsIn(option, 0)
      .filter(model => isBinding(model.symbol))
      .map(binding => toolsOf(scan, argument(binding.args, ['tools', 'functions'], 0)));
  });
}

const promptNames = [
  'system_prompt',
  'systemPrompt',
  'prompt',
  'state_modifier',
  'stateModifier',
  'messages_modifier',
  'messageModifier',
  'instructions',
  'system_message',
  'prefix',
];

function promptOf(args: CallArguments, form: AgentForm): Value | undefined {
  return argument(args, promptNames, form === 'deep' && args.positional[0]?.kind === 'list' ? 1 : undefined);
}
