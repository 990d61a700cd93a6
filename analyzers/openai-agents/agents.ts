import type { Barrier } from '../../src/model/graph.ts';
import type { CallArguments, InstanceValue, Value } from '../../src/resolve/value.ts';
import {
  argumentOf,
  isNothing,
  membersOf,
  nameOf,
  textOf,
  textsOf,
  truthOf,
} from '../_shared/code/arguments.ts';
import { valuesOf } from '../_shared/code/late.ts';
import { clip, describe, relate } from '../_shared/facts.ts';
import { agentGuardrails } from './guardrails.ts';
import { serversOf } from './mcp.ts';
import { isTyped } from './output.ts';
import { sandboxTools } from './sandbox.ts';
import { type AgentCall, framework, type Scan, type Toolset, type Use } from './scan.ts';
import { agentClasses, agentSymbols, nameIn } from './symbols.ts';
import { toolsOf } from './toolset.ts';

/** Finds every agent and makes it known, so that others can speak of it; clones after what they are cloned from. */
export function findAgents(scan: Scan): void {
  const calls = scan.project.calls(agentSymbols);
  const clones: InstanceValue[] = [];
  for (const call of calls) {
    if (/\.clone$/.test(call.symbol)) clones.push(call);
    else
      scan.know({
        ref: scan.project.ref(call),
        name: nameOf(call, ['name']),
        kind: kindOf(scan, call),
        call,
      });
  }
  for (const call of clones) {
    const base = scan.agentOf(call.receiver);
    if (!base) continue;
    const name = textOf(argumentOf(call.args, ['name'])) ?? base.name;
    scan.know({ ref: scan.project.ref(call), name, kind: base.kind, call, base });
  }
}

function kindOf(scan: Scan, call: InstanceValue): AgentCall['kind'] {
  const own = nameIn(call.symbol)?.replace(/\.create$/, '');
  const bases = call.classValue ? scan.project.bases(call.classValue).map(nameIn) : [];
  const found = [own, ...bases].find(name => name !== undefined && agentClasses.includes(name));
  return found === 'SandboxAgent' || found === 'RealtimeAgent' ? found : 'Agent';
}

/** Everything one agent states; returns the barriers of its input guardrails. */
export function tellAgent(scan: Scan, agent: AgentCall): readonly Barrier[] {
  const { ref, name, call, kind, base } = agent;
  const description = textOf(argument(agent, ['handoff_description', 'handoffDescription']));
  scan.add({
    fact: 'node',
    ref,
    kind: 'agent',
    name,
    framework,
    at: call.at,
    ...describe(description),
    properties: { type: kind, loop: true, ...(base && { clonedFrom: base.name }), ...outputOf(scan, agent) },
  });
  const tools = given(scan, agent, 'tools').map(value => toolsOf(scan, value));
  const servers = given(scan, agent, 'mcp_servers', 'mcpServers').map(value => serversOf(scan, value));
  const implied = kind === 'SandboxAgent' ? [sandboxTools(scan, agent)] : [];
  for (const found of [...tools, ...servers, ...implied]) scan.attach(ref, ending(agent, found));
  hiddenArguments(scan, agent);
  for (const value of given(scan, agent, 'handoffs')) handoffs(scan, agent, value);
  instructions(scan, agent);
  return agentGuardrails(scan, ref, allArguments(agent));
}

function outputOf(scan: Scan, agent: AgentCall): { readonly typedOutput?: true } {
  return isTyped(scan, agent) ? { typedOutput: true } : {};
}

/** Own argument, else that of the agent it was cloned from. */
function argument(agent: AgentCall, names: readonly string[]): Value | undefined {
  const own = argumentOf(agent.call.args, names);
  return own ?? (agent.base && argument(agent.base, names));
}

/** Own arguments first, so that they win over those of the agent it was cloned from. */
function allArguments(agent: AgentCall): CallArguments {
  if (!agent.base) return agent.call.args;
  const before = allArguments(agent.base);
  const { positional, named } = agent.call.args;
  return { positional: [...positional, ...before.positional], named: [...named, ...before.named] };
}

/** The values of an argument: as constructed, as set or added to later; else those of the agent it was cloned from. */
function given(scan: Scan, agent: AgentCall, ...names: readonly string[]): readonly Value[] {
  const own = valuesOf(scan.project, agent.call, names);
  return own.length > 0 || !agent.base ? own : given(scan, agent.base, ...names);
}

/** Arguments that are spread in from somewhere unknown may hold tools. */
function hiddenArguments(scan: Scan, agent: AgentCall): void {
  if (argument(agent, ['tools'])) return;
  const { args, at } = agent.call;
  const [first] = args.positional;
  const open = first?.kind === 'record' ? first.open : first?.kind === 'unknown' ? first.detail : args.rest;
  if (open === undefined) return;
  scan.attach(agent.ref, { uses: [], missing: [{ detail: `the agent's settings, ${open}`, at }] });
}

/** `tool_use_behavior`: a run that ends with a tool's answer never shows that answer to the model. */
function ending(agent: AgentCall, found: Toolset): Toolset {
  const value = argument(agent, ['tool_use_behavior', 'toolUseBehavior']);
  if (!value) return found;
  const args: CallArguments | undefined =
    value.kind === 'instance'
      ? value.args
      : value.kind === 'record'
        ? { positional: [value], named: [] }
        : undefined;
  const stops = textsOf(args && argumentOf(args, ['stop_at_tool_names', 'stopAtToolNames', 0]));
  const isFirst = /^stop_on_first_tool$/.test(textOf(value) ?? '') && value.kind === 'literal';
  const ends = (use: Use): boolean => !use.hosted && (isFirst || stops.includes(use.name));
  return {
    ...found,
    uses: found.uses.map(use =>
      ends(use) ? { ...use, properties: { ...use.properties, returns: false } } : use,
    ),
  };
}

function handoffs(scan: Scan, agent: AgentCall, value: Value): void {
  const { members, open } = membersOf(value);
  for (const { value: item, conditional } of members) {
    const call =
      item.kind === 'instance' && /^(?:realtime_)?handoff$/.test(nameIn(item.symbol) ?? '')
        ? item
        : undefined;
    const targets = scan.agentsOf(call ? argumentOf(call.args, ['agent', 0]) : item);
    const enabled = call && argumentOf(call.args, ['is_enabled', 'isEnabled']);
    if (truthOf(enabled) === false) continue;
    for (const target of targets) {
      scan.add(
        relate('hands-off', agent.ref, target.ref, item.at, {
          ...((conditional || targets.length > 1 || enabled) && { conditional: true }),
          ...(call && handoffSettings(call)),
        }),
      );
    }
    if (targets.length === 0 && !isNothing(item))
      scan.gap(
        'unresolved-value',
        item.at,
        `A hand-off of '${agent.name}' leads to an agent that was not found.`,
        agent.ref,
      );
  }
  if (open !== undefined)
    scan.gap(
      'unresolved-value',
      value.at,
      `'${agent.name}' may hand off to more agents: ${open}.`,
      agent.ref,
    );
}

function handoffSettings(call: InstanceValue): { readonly properties?: { readonly [key: string]: string } } {
  const tool = textOf(argumentOf(call.args, ['tool_name_override', 'toolNameOverride']));
  const filter = argumentOf(call.args, ['input_filter', 'inputFilter']);
  const named =
    filter?.kind === 'function'
      ? filter.def.name
      : filter?.kind === 'external'
        ? filter.symbol.split(/[.#]/).at(-1)
        : undefined;
  const properties = { ...(tool !== undefined && { tool }), ...(named && { inputFilter: named }) };
  return Object.keys(properties).length > 0 ? { properties } : {};
}

/** The prompt, and the model where its name is written down. */
function instructions(scan: Scan, agent: AgentCall): void {
  const value = argument(agent, ['instructions']);
  const text = textOf(value)?.trim();
  if (text && value) {
    const ref = `${agent.ref}:instructions`;
    const name = `${agent.name} instructions`;
    scan.add(
      { fact: 'node', ref, kind: 'instruction', name, framework, at: value.at, description: clip(text) },
      relate('instructs', ref, agent.ref, value.at),
    );
  }
  const model = argument(agent, ['model']);
  const named = textOf(model);
  if (!named || named.length > 100 || !model) return;
  scan.add(
    { fact: 'node', ref: `model:${named}`, kind: 'model', name: named, framework, at: model.at },
    relate('uses', agent.ref, `model:${named}`, model.at),
  );
}
