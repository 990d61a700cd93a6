import type { Chain, Step } from '../model/chain.ts';
import type { Edge, Json, Node } from '../model/graph.ts';
import { type Change, changeKey } from './changes.ts';
import type { GraphIndex } from './graph-index.ts';
import { changeCost, perTool } from './weights.ts';

/** A change that breaks a chain where it was seen, and what it costs in lost function. */
export interface Option {
  readonly change: Change;
  readonly key: string;
  readonly cost: number;
}

/** Ways out that a fixed recipient or address tames; a fixed public place stays public. */
const bindable: ReadonlySet<string> = new Set([
  'network',
  'url',
  'email',
  'chat',
  'calendar',
  'form',
  'payment',
]);

/** Runs that nobody can be asked in. */
const noPerson = /actions|gitlab|pipeline|(^|-)ci(-|$)/;

const callable: ReadonlySet<string> = new Set(['tool', 'mcp-server', 'unknown', 'store']);

/** Every change known to break the witness of a chain, cheapest first. A chain can still have another witness. */
export function optionsOf(chain: Chain, index: GraphIndex): readonly Option[] {
  const found = new Map<string, Option>();
  const add = (change: Change, cost: number) => {
    const key = changeKey(change);
    if (!found.has(key)) found.set(key, { change, key, cost });
  };
  addSink(chain, index, add);
  for (const leg of ['untrusted', 'sensitive'] as const)
    for (const step of chain.legs[leg]) addSource(step, index, add);
  addSplit(chain, index, add);
  return [...found.values()].sort((a, b) => a.cost - b.cost || (a.key < b.key ? -1 : 1));
}

type Add = (change: Change, cost: number) => void;

function addSink(chain: Chain, index: GraphIndex, add: Add): void {
  const [first] = chain.legs.sink;
  const sink = index.nodes.get(chain.sink);
  const near = index.nodes.get(first?.to ?? '');
  const agent = index.nodes.get(first?.from ?? '');
  const asking = noPerson.test(agent?.framework ?? '') ? changeCost.askNobody : changeCost.approve;
  for (const step of chain.legs.sink) {
    const target = index.nodes.get(step.to);
    const edge = index.edges.get(step.edge);
    if (!target || !edge || target.kind === 'renderer') continue;
    if (decides(target)) addBetweenAgents(edge, add);
    else add({ change: 'approve', node: target.id }, step === first ? asking : changeCost.approveStore);
  }
  if (near && agent && callable.has(near.kind)) {
    addTakeAway(agent.id, near, index, add);
    for (const server of serversOf(agent.id, near.id, index)) {
      const count = index.provided.get(server)?.length ?? 1;
      if (count > 1)
        add(
          { change: 'approve', node: server },
          asking + changeCost.approveServer - 1 + perTool.approve * count,
        );
    }
  }
  for (const node of sink === near ? [sink] : [near, sink]) if (node) addNarrow(node, index, add);
}

/** Changes of the tool or renderer itself that leave the rest of it working. */
function addNarrow(node: Node, index: GraphIndex, add: Add): void {
  const { id, labels } = node;
  if (
    labels.some(
      label => label.label === 'external-sink' && bindable.has(label.kind) && isFree(label.destination),
    )
  )
    add({ change: 'bind', node: id }, changeCost.bind);
  if (labels.some(label => label.kind === 'render')) add({ change: 'quiet', node: id }, changeCost.quiet);
  if (labels.some(label => label.kind === 'configuration'))
    add({ change: 'protect', node: id }, changeCost.protect);
  if (labels.some(label => label.label === 'code-execution' && label.kind !== 'query-language'))
    add({ change: 'isolate', node: id }, changeCost.isolate);
  for (const server of index.providers.get(id) ?? [])
    for (const { setting, tools } of restrictionsOf(index.nodes.get(server)))
      if (tools.includes(node.name))
        add(
          { change: 'restrict-server', node: server, setting, tools },
          changeCost.restrict + perTool.restrict * tools.length,
        );
}

function addSource(step: Step, index: GraphIndex, add: Add): void {
  const edge = index.edges.get(step.edge);
  const from = index.nodes.get(step.from);
  const to = index.nodes.get(step.to);
  if (!edge || !from || !to) return;
  if (decides(from) && decides(to)) addBetweenAgents(edge, add);
  else if (edge.kind === 'save') add({ change: 'approve', node: to.id }, changeCost.approveStore);
  else if (edge.kind === 'load' && decides(to))
    add({ change: 'take-away', agent: to.id, node: from.id }, changeCost.forget);
  if (edge.kind !== 'result' || decides(from) || !decides(to)) return;
  addTakeAway(to.id, from, index, add);
  for (const server of index.providers.get(from.id) ?? [])
    for (const { setting, tools } of restrictionsOf(index.nodes.get(server)))
      if (tools.includes(from.name))
        add(
          { change: 'restrict-server', node: server, setting, tools },
          changeCost.restrict + perTool.restrict * tools.length,
        );
  if (from.labels.some(label => label.label === 'code-execution' && label.kind !== 'query-language'))
    add({ change: 'isolate', node: from.id }, changeCost.isolate);
}

function addBetweenAgents(edge: Edge, add: Add): void {
  if (edge.kind === 'result') add({ change: 'type', edge: edge.id }, changeCost.type);
  if (edge.kind === 'handoff' || edge.kind === 'call') {
    add({ change: 'approve-step', edge: edge.id }, changeCost.approveAgent);
    add({ change: 'type', edge: edge.id }, changeCost.type);
  }
}

function addTakeAway(agent: string, node: Node, index: GraphIndex, add: Add): void {
  add({ change: 'take-away', agent, node: node.id }, changeCost.remove);
  for (const server of serversOf(agent, node.id, index)) {
    const count = index.provided.get(server)?.length ?? 1;
    add({ change: 'take-away', agent, node: server }, changeCost.removeServer + perTool.remove * count);
  }
}

/** Servers through which an agent has a tool. */
function serversOf(agent: string, tool: string, index: GraphIndex): readonly string[] {
  const used = index.used.get(agent) ?? [];
  return (index.providers.get(tool) ?? []).filter(server => server !== agent && used.includes(server));
}

function addSplit(chain: Chain, index: GraphIndex, add: Add): void {
  const agent = index.owners.get(chain.context);
  const [step] = chain.legs.untrusted;
  if (!agent || !step) return;
  const readers = [step.from, ...chain.alternatives.untrusted].filter(id => {
    const kind = index.nodes.get(id)?.kind;
    return (kind === 'tool' || kind === 'unknown') && index.actors.get(id)?.includes(agent);
  });
  if (!readers.includes(step.from)) return;
  add({ change: 'split', agent, readers: readers.sort() }, changeCost.split);
}

const decides = (node: Node): boolean => node.kind === 'agent' || node.kind === 'workflow';

const isFree = (destination: string | undefined): boolean =>
  destination !== 'constant' && destination !== 'bound';

/** Settings of a server that take tools away, as the stage that lists its tools noted them. */
function restrictionsOf(
  server: Node | undefined,
): readonly { readonly setting: string; readonly tools: readonly string[] }[] {
  const noted = server?.properties.restrictions;
  if (!Array.isArray(noted)) return [];
  return noted.flatMap((item: Json) => {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return [];
    const { setting, tools } = item as { readonly [key: string]: Json };
    if (typeof setting !== 'string' || !Array.isArray(tools)) return [];
    return [{ setting, tools: tools.filter(name => typeof name === 'string') }];
  });
}
