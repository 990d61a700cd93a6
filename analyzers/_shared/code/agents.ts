import type { NodeFact } from '../../../src/model/fact.ts';
import type { InstanceValue, Value } from '../../../src/resolve/value.ts';
import { describe, gap, gateBarrier, relate } from '../facts.ts';
import { approvalOf } from './approval.ts';
import { argumentOf, isNothing, membersOf, nameOf, textOf, truthOf } from './arguments.ts';
import { gained, registeredWith } from './given.ts';
import { tellGraph } from './graph.ts';
import { valuesOf } from './late.ts';
import { giveTools, unknownTools } from './members.ts';
import { hasModel, toolsAnywhere } from './own-class.ts';
import type { Places } from './spec.ts';
import { agentOf, type FoundAgent, type State } from './state.ts';
import { functionTool, symbolTool } from './tools.ts';
import { answersTyped } from './typed-answer.ts';

const inOrder = new Set(['sequence', 'loop', 'parallel']);

function propertiesOf(single: boolean, typed: boolean): Pick<NodeFact, 'properties'> {
  if (!single && !typed) return {};
  return { properties: { ...(single && { singleStep: true }), ...(typed && { output: 'typed' }) } };
}

/** Everything one agent, team or workflow states. */
export function tellAgent(state: State, agent: FoundAgent): void {
  const { rule, call, ref } = agent;
  const tools = [
    ...(rule.ownClass ? toolsAnywhere(state, call) : valuesOf(state.project, call, rule.tools)),
    ...gained(state, agent),
  ];
  const decorated = [...state.decorated.values()].filter(
    item => item.rule.ofAgent && item.receiver === call.id,
  );
  if (rule.needsTools && tools.length === 0 && decorated.length === 0) return;
  if (rule.ownClass && tools.length === 0 && !hasModel(state.project, call, rule.ownClass.models)) return;
  if (rule.chosenBy && !isChosen(state, agent, rule.chosenBy)) return;
  if (rule.partOf && isHeld(state, agent, rule.partOf)) return;
  const registered = registeredWith(state, agent);
  const single = rule.loops !== undefined && !argumentOf(call.args, rule.loops);
  state.facts.push({
    fact: 'node',
    ref,
    kind: inOrder.has(rule.shape ?? 'agent') ? 'workflow' : 'agent',
    name: nameOf(call, rule.name),
    framework: state.framework.id,
    at: call.at,
    ...describe(textOf(argumentOf(call.args, rule.description))),
    ...propertiesOf(single, answersTyped(state.project, call)),
  });
  for (const value of tools) giveTools(state, agent, value);
  if (call.args.rest !== undefined && rule.tools && tools.length === 0)
    unknownTools(state, agent, call, call.args.rest);
  for (const { target } of decorated) {
    if (target.kind !== 'function') continue;
    const { ref: tool, barriers } = functionTool(state, target, undefined);
    state.facts.push(relate('uses', ref, tool, target.at, { ...(barriers.length > 0 && { barriers }) }));
  }
  for (const value of registered) giveTools(state, agent, value);
  tellApprovals(state, agent);
  tellImplicit(state, agent);
  tellGraph(state, agent);
  tellServers(state, agent);
  tellMembers(state, agent);
  tellHandoffs(state, agent);
  tellStore(state, agent, 'memory');
  tellStore(state, agent, 'knowledge');
  for (const barrier of approvalOf(call.args, rule.approval)) {
    state.facts.push({
      fact: 'gate',
      ref: `${ref}#approval`,
      name: barrier.mechanism,
      framework: state.framework.id,
      at: call.at,
      scope: ref,
      guards: '*',
      barrier,
    });
  }
}

/** Whether the file imports what lets a model choose, or one beside it where the folder has one such object only. */
function isChosen({ project, agents }: State, { rule, call }: FoundAgent, names: RegExp): boolean {
  const folder = folderOf(call.at.file);
  const others = agents.filter(other => other.rule === rule && folderOf(other.call.at.file) === folder);
  const isAlone = others.every(other => other.call.at.file === call.at.file);
  return [...project.modules.values()].some(
    ({ path, imports }) =>
      (path === call.at.file || (isAlone && path.startsWith(folder))) &&
      imports.some(({ name }) => name !== undefined && names.test(name)),
  );
}

const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/') + 1);

function isHeld(state: State, part: FoundAgent, places: Places): boolean {
  return state.agents.some(({ call }) => {
    const held = argumentOf(call.args, places);
    return held?.kind === 'instance' && agentOf(state, held.id) === part;
  });
}

/** `toolApproval: {send: 'user-approval'}`: a gate before the named tools. */
function tellApprovals(state: State, { rule, call, ref }: FoundAgent): void {
  const value = rule.approvals && argumentOf(call.args, rule.approvals.places);
  if (value?.kind !== 'record' || !rule.approvals) return;
  const { mechanism, asks } = rule.approvals;
  for (const { key, value: setting } of value.entries) {
    const isYes = asks ? asks.includes(textOf(setting) ?? '') : truthOf(setting) === true;
    const isFunction = setting.kind === 'function';
    if (!isYes && !isFunction) continue;
    const barrier = isYes
      ? gateBarrier(mechanism, 0.8, 'Every call waits for a person.', setting.at)
      : gateBarrier(mechanism, 0.3, 'A function decides which calls wait for a person.', setting.at);
    const gate = {
      name: mechanism,
      framework: state.framework.id,
      at: setting.at,
      scope: ref,
      guards: [key],
      barrier,
    };
    state.facts.push({ fact: 'gate', ref: `${ref}#approval:${key}`, ...gate });
  }
}

function tellImplicit(state: State, { rule, call, ref }: FoundAgent): void {
  for (const item of rule.implicit ?? []) {
    const value = item.when && argumentOf(call.args, item.when);
    const isOn = item.when === undefined || (value ? truthOf(value) !== false : item.byDefault === true);
    if (!isOn) continue;
    const { ref: tool } = symbolTool(state, call, `${ref}#${item.name}`, item.name, item.symbol);
    state.facts.push(relate('uses', ref, tool, call.at));
  }
}

function tellServers(state: State, agent: FoundAgent): void {
  for (const value of valuesOf(state.project, agent.call, agent.rule.servers)) giveTools(state, agent, value);
}

function tellMembers(state: State, agent: FoundAgent): void {
  const { rule, call, ref } = agent;
  const value = argumentOf(call.args, rule.members);
  if (!value) return;
  const { members, open } = membersOf(value);
  if (open !== undefined) unknownTools(state, agent, value, open);
  const refs: string[] = [];
  for (const { value: member } of members) {
    const found = member.kind === 'instance' ? memberAgent(state, agent, member) : undefined;
    if (found) refs.push(found);
    else if (member.kind === 'unknown') unknownTools(state, agent, member, member.detail);
  }
  const kind = inOrder.has(rule.shape ?? 'agent') ? 'uses' : 'delegates';
  for (const to of new Set(refs)) if (to !== ref) state.facts.push(relate(kind, ref, to, call.at));
  if (rule.shape !== 'sequence' && rule.shape !== 'loop') return;
  refs.forEach((to, index) => {
    const next = refs[index + 1] ?? (rule.shape === 'loop' ? refs[0] : undefined);
    if (next !== undefined && next !== to) state.facts.push(relate('next', to, next, call.at));
  });
}

/** The agent a member is, or the one a task names; tools of the task go to that agent. */
function memberAgent(state: State, group: FoundAgent, member: InstanceValue): string | undefined {
  const direct = agentOf(state, member.id);
  if (direct) return direct.ref;
  const { memberAgent: places } = group.rule;
  const value = argumentOf(member.args, places);
  const inner = value?.kind === 'instance' ? agentOf(state, value.id) : undefined;
  if (!inner) {
    if (places && value)
      state.facts.push(
        gap('unresolved-value', member.at, 'The agent of this step was not resolved.', [group.ref]),
      );
    return undefined;
  }
  const tools = argumentOf(member.args, ['tools']);
  if (tools) giveTools(state, inner, tools);
  return inner.ref;
}

function tellHandoffs(state: State, agent: FoundAgent): void {
  const values = valuesOf(state.project, agent.call, agent.rule.handoffs);
  for (const { value: target, conditional } of values.flatMap(value => membersOf(value).members)) {
    const name = textOf(target);
    const found =
      target.kind === 'instance'
        ? agentOf(state, target.id)
        : state.agents.find(other => name !== undefined && nameOf(other.call, other.rule.name) === name);
    if (found)
      state.facts.push(
        relate('hands-off', agent.ref, found.ref, target.at, { ...(conditional && { conditional }) }),
      );
    else
      state.facts.push(
        gap('unresolved-value', target.at, 'The target of a hand-off was not resolved.', [agent.ref]),
      );
  }
}

/** A memory or knowledge argument as a store that every run reads, a memory also written. */
function tellStore(state: State, { rule, call, ref }: FoundAgent, what: 'memory' | 'knowledge'): void {
  const value = argumentOf(call.args, rule[what]);
  if (!value || isNothing(value) || truthOf(value) === false) return;
  const store = value.kind === 'instance' ? state.project.ref(value) : `${ref}#${what}`;
  if (!state.told.has(store)) {
    state.told.add(store);
    state.facts.push({
      fact: 'node',
      ref: store,
      kind: 'store',
      name: storeName(value, what),
      framework: state.framework.id,
      at: value.at,
      ...(value.kind === 'instance' && { symbol: value.symbol }),
      properties: { store: what, ...(what === 'memory' && { memory: true }) },
    });
  }
  state.facts.push(relate('reads', ref, store, value.at));
  if (what === 'memory') state.facts.push(relate('writes', ref, store, value.at));
}

function storeName(value: Value, what: string): string {
  return (value.kind === 'instance' ? value.holder : undefined) ?? what;
}
