import type { Edge, Graph, Node } from '../model/graph.ts';
import type { Label } from '../model/label.ts';
import type { Audit, AuditInput, FindingDraft } from './audit.ts';
import { mappings } from './mappings.ts';
import { isStopped, listNames } from './steps.ts';

/** Agents of a pipeline that strangers can start, where the agent can do something with it. */
export const ciAgentOutsiders: Audit = {
  id: 'ci-agent-outsiders',
  title: 'Outsiders can start an agent in the pipeline',
  severity: 'high',
  tags: ['ci', 'trigger'],
  mappings: mappings['ci-agent-outsiders'],
  run,
};

function* run({ graph }: AuditInput): Iterable<FindingDraft> {
  const nodes = new Map(graph.nodes.map(node => [node.id, node]));
  for (const agent of graph.nodes) {
    if (agent.kind !== 'agent' || agent.properties.ci !== true || !agent.location) continue;
    const triggers = graph.edges.flatMap(edge => {
      const trigger = nodes.get(edge.from);
      const opens =
        edge.kind === 'input' && edge.to === agent.id && trigger?.kind === 'trigger' && !isStopped(edge);
      return opens && trigger.labels.some(isOutside) ? [trigger] : [];
    });
    const tools = usable(graph, agent, nodes);
    if (triggers.length === 0 || tools.length === 0) continue;
    yield {
      about: [agent.id],
      severity: tools.some(isPowerful) ? 'high' : 'medium',
      confidence: Math.max(
        ...triggers.flatMap(trigger => trigger.labels.filter(isOutside).map(label => label.confidence)),
      ),
      message: `People outside the project can start ${listNames([agent.name])} with text of their own (${listNames(triggers.map(trigger => trigger.name))}); it can call ${listNames(tools.map(tool => tool.name))}.`,
      location: agent.location,
      related: triggers.flatMap(trigger =>
        trigger.location ? [{ location: trigger.location, message: `${trigger.name} starts it` }] : [],
      ),
    };
  }
}

/** Tools with which the agent can send, run or change something. */
function usable(graph: Graph, agent: Node, nodes: ReadonlyMap<string, Node>): readonly Node[] {
  const reached = (edge: Edge) =>
    edge.kind === 'call' && edge.from === agent.id && !isStopped(edge) ? nodes.get(edge.to) : undefined;
  return graph.edges.flatMap(edge => reached(edge) ?? []).filter(tool => tool.labels.some(acts));
}

const isOutside = (label: Label): boolean =>
  label.label === 'untrusted-input' &&
  (label.reach === 'anyone' || label.reach === 'outsider') &&
  label.confidence >= 0.5;

const acts = ({ label, confidence }: Label): boolean =>
  confidence >= 0.5 &&
  (label === 'external-sink' || label === 'code-execution' || label === 'destructive-action');

const isPowerful = (tool: Node): boolean =>
  tool.labels.some(
    label => acts(label) && (label.label === 'code-execution' || label.destination === 'model-chosen'),
  );
