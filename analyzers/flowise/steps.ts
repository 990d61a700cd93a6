import type { Fact } from '../../src/model/fact.ts';
import { relate, untrusted } from '../_shared/facts.ts';
import { bridge, type Wire } from '../_shared/wires.ts';
import type { Flow, Role } from './flow.ts';
import { approvalOf, humanInputsBetween } from './gates.ts';

const steps: ReadonlySet<Role> = new Set(['agent', 'tool', 'mcp', 'model', 'store', 'loader', 'start']);

/** Who starts the flow, and what the drawn connections mean. */
export function stepFacts(flow: Flow): readonly Fact[] {
  const facts: Fact[] = [...startFacts(flow)];
  const { pairs } = bridge(allWires(flow), id => steps.has(flow.role(id)));
  for (const pair of pairs) facts.push(...(flow.ordered ? orderedPair(flow, pair) : pluggedPair(flow, pair)));
  for (const node of flow.export.nodes.values()) {
    if (flow.role(node.id) === 'tool-node') facts.push(...calledByPrevious(flow, node.id));
    if (flow.role(node.id) === 'gate')
      facts.push({
        fact: 'node',
        ref: flow.refOf(node.id),
        kind: 'gate',
        name: node.label,
        framework: 'flowise',
        at: flow.at(node.id),
        symbol: `flowise:${node.name}`,
      });
  }
  return facts;
}

/** Loops jump back, and an iteration hands its items to the nodes inside. */
function allWires(flow: Flow): readonly Wire[] {
  const wires = [...flow.export.wires];
  for (const node of flow.export.nodes.values()) {
    const back = node.inputs.loopBackToNode;
    if (typeof back === 'string') wires.push({ from: node.id, to: back.split('-')[0] ?? back });
    if (node.parent) wires.push({ from: node.parent, to: node.id }, { from: node.id, to: node.parent });
  }
  return wires;
}

/** The chat (or form) that starts a flow. The prediction address asks for no key unless the owner sets one. */
function startFacts(flow: Flow): readonly Fact[] {
  const start = [...flow.export.nodes.values()].find(node => flow.role(node.id) === 'start');
  const ref = `${flow.ref}:chat`;
  const at = start ? flow.at(start.id) : flow.at('');
  const form = start?.inputs.startInputType === 'formInput';
  const detail =
    'Whoever reaches the flow writes the input; a key is asked for only if one was set in the installation.';
  const label = untrusted(form ? 'form' : 'user', 'anyone', { detail, at, confidence: 0.5 });
  const first = start ? [] : entryAgents(flow);
  return [
    {
      fact: 'node',
      ref,
      kind: 'trigger',
      name: form ? 'form input' : 'chat input',
      framework: 'flowise',
      at,
      labels: [label],
    },
    ...first.map(id => relate('triggers', ref, flow.refOf(id), flow.at(id))),
  ];
}

/** Without a start node the agents that no other agent feeds get the chat input. */
function entryAgents(flow: Flow): readonly string[] {
  const agents = [...flow.export.nodes.keys()].filter(id => flow.role(id) === 'agent');
  const { pairs } = bridge(flow.export.wires, id => flow.role(id) === 'agent');
  const fed = new Set(pairs.map(pair => pair.to));
  return agents.filter(id => !fed.has(id));
}

function orderedPair(flow: Flow, pair: Wire): readonly Fact[] {
  const at = flow.at(pair.from);
  const barriers = humanInputsBetween(flow, pair.from, pair.to);
  const extra = barriers.length > 0 ? { barriers } : {};
  if (flow.role(pair.from) === 'start') {
    const kind = flow.role(pair.to) === 'agent' ? 'triggers' : 'next';
    return [relate(kind, `${flow.ref}:chat`, flow.refOf(pair.to), at, extra)];
  }
  return [relate('next', flow.refOf(pair.from), flow.refOf(pair.to), at, extra)];
}

/** Connections of chatflows and version 1 agentflows: what is plugged into what, except between agents. */
function pluggedPair(flow: Flow, pair: Wire): readonly Fact[] {
  const [from, to] = [flow.role(pair.from), flow.role(pair.to)];
  const [source, target, at] = [flow.refOf(pair.from), flow.refOf(pair.to), flow.at(pair.from)];
  const input = `${flow.ref}:chat`;
  if (from === 'start') return to === 'agent' ? [relate('triggers', input, target, at)] : [];
  if (from === 'agent' && to === 'agent') return [agentPair(flow, pair)];
  if (from === 'agent' && to === 'tool')
    return [relate('delegates', target, source, at, { carries: 'arguments' })];
  if (from === 'loader')
    return to === 'store' ? [relate('writes', source, target, at)] : [relate('next', source, target, at)];
  if (to === 'start' || to === 'store' || to === 'model' || to === 'loader') return [];
  if (from === 'store') {
    const memory = flow.export.nodes.get(pair.from)?.category === 'Memory';
    return [
      relate('reads', target, source, at),
      ...(memory && to === 'agent' ? [relate('writes', target, source, at)] : []),
    ];
  }
  if (from === 'model') return to === 'agent' ? [relate('uses', target, source, at)] : [];
  const node = flow.export.nodes.get(pair.to);
  const asks = node?.inputs.interrupt === true;
  return [
    relate(
      'uses',
      target,
      source,
      at,
      asks ? { barriers: [approvalOf(flow.export.nodes.get(pair.from)?.label ?? 'a tool', at)] } : {},
    ),
  ];
}

function agentPair(flow: Flow, pair: Wire): Fact {
  const supervises = flow.export.nodes.get(pair.from)?.name === 'supervisor';
  const [source, target, at] = [flow.refOf(pair.from), flow.refOf(pair.to), flow.at(pair.from)];
  return supervises ? relate('delegates', source, target, at) : relate('next', source, target, at);
}

/** A tool node of version 1 runs the calls of the agent before it. */
function calledByPrevious(flow: Flow, toolNode: string): readonly Fact[] {
  const { pairs } = bridge(flow.export.wires, id => steps.has(flow.role(id)) || id === toolNode);
  const into = pairs.filter(pair => pair.to === toolNode).map(pair => pair.from);
  const asks = flow.export.nodes.get(toolNode)?.inputs.interrupt === true;
  const at = flow.at(toolNode);
  return into
    .filter(id => flow.role(id) === 'agent')
    .flatMap(agent =>
      into
        .filter(id => flow.role(id) === 'tool' || flow.role(id) === 'mcp')
        .map(tool =>
          relate(
            'uses',
            flow.refOf(agent),
            flow.refOf(tool),
            at,
            asks ? { barriers: [approvalOf('the tools', at)] } : {},
          ),
        ),
    );
}
