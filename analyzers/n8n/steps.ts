import type { Fact, RelationFact } from '../../src/model/fact.ts';
import { gap, relate, sink } from '../_shared/facts.ts';
import { behind, type Flow, type StepPair, stepPairs } from './flow.ts';
import { barriersBetween } from './gates.ts';
import { isVectorStore, storeRef } from './stores.ts';
import { triggerLabels } from './triggers.ts';

/** Triggers, the drawn order of steps with the data that moves, and what a calling workflow reaches. */
export function stepFacts(flow: Flow): readonly Fact[] {
  const { pairs, complete } = stepPairs(flow);
  const facts: Fact[] = [...flow.workflow.nodes.values()].flatMap(node =>
    flow.roles.get(node.name) === 'trigger' ? triggerFacts(flow, node.name) : [],
  );
  for (const pair of pairs) facts.push(...pairFacts(flow, pair.from, pair.to, pair.data));
  for (const node of flow.workflow.nodes.values())
    if (flow.roles.get(node.name) === 'entry') facts.push(...bodyFacts(flow, node.name, pairs));
  if (!complete)
    facts.push(
      gap('depth-limit', flow.at(''), 'The workflow is too large to follow all connections.', [flow.ref]),
    );
  return facts;
}

function triggerFacts(flow: Flow, name: string): readonly Fact[] {
  const node = flow.workflow.nodes.get(name);
  if (!node) return [];
  const at = flow.at(name);
  const labels = triggerLabels(node, at);
  const chat = /chatTrigger$/i.test(node.type) ? chatWindow(flow, name) : [];
  return [
    {
      fact: 'node',
      ref: flow.refOf(name),
      kind: 'trigger',
      name,
      framework: 'n8n',
      at,
      symbol: `n8n:${node.type}`,
      ...(labels.length > 0 && { labels }),
      properties: { type: node.type },
    },
    ...chat,
  ];
}

/** The chat shows the agents' answers as Markdown. */
function chatWindow(flow: Flow, trigger: string): readonly Fact[] {
  const ref = `${flow.refOf(trigger)}:window`;
  const at = flow.at(trigger);
  const label = sink('render', 'model-chosen', 'url', {
    detail: 'The chat window renders Markdown.',
    at,
    confidence: 0.4,
  });
  const shown = [...behind(flow, trigger)].filter(name => flow.roles.get(name) === 'agent');
  if (shown.length === 0) return [];
  return [
    { fact: 'node', ref, kind: 'renderer', name: `${trigger} window`, framework: 'n8n', at, labels: [label] },
    ...shown.map(name => relate('renders', flow.refOf(name), ref, at)),
  ];
}

function pairFacts(flow: Flow, from: string, to: string, data: boolean): readonly Fact[] {
  const source = flow.workflow.nodes.get(from);
  const target = flow.workflow.nodes.get(to);
  const roles = [flow.roles.get(from), flow.roles.get(to)];
  if (!source || !target || roles[0] === 'entry' || roles.includes('mcp-server')) return [];
  const at = flow.at(from);
  if (roles[1] === 'store')
    return data && isVectorStore(target)
      ? [relate('writes', flow.refOf(from), storeRef(flow, target), at)]
      : [];
  if (roles[0] === 'store')
    return data && isVectorStore(source) ? [relate('reads', flow.refOf(to), storeRef(flow, source), at)] : [];
  const barriers = barriersBetween(flow, from, to);
  const extra: Pick<RelationFact, 'carries' | 'barriers' | 'properties'> = {
    ...(!data && { carries: 'typed', properties: { order: true } }),
    ...(barriers.length > 0 && { barriers }),
  };
  const kind = roles[0] === 'trigger' && roles[1] === 'agent' ? 'triggers' : 'next';
  return [relate(kind, flow.refOf(from), flow.refOf(to), at, extra)];
}

/** Steps behind an `executeWorkflowTrigger` belong to this workflow as a callable: first ones get the arguments, last ones answer. */
function bodyFacts(flow: Flow, entry: string, pairs: readonly StepPair[]): readonly Fact[] {
  const body = behind(flow, entry);
  const goesOn = new Set(pairs.map(pair => pair.from));
  const isBody = (name: string) => ['agent', 'tool'].includes(flow.roles.get(name) ?? '');
  const first = pairs.filter(pair => pair.from === entry && isBody(pair.to));
  return [
    ...first.map(pair =>
      relate('next', flow.ref, flow.refOf(pair.to), flow.at(entry), pair.data ? {} : { carries: 'typed' }),
    ),
    ...[...body].flatMap((name): readonly Fact[] => {
      if (!isBody(name) || flow.waits.has(name)) return [];
      const member = relate('uses', flow.ref, flow.refOf(name), flow.at(name));
      return goesOn.has(name)
        ? [member]
        : [member, relate('next', flow.refOf(name), flow.ref, flow.at(name))];
    }),
  ];
}
