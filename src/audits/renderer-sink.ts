import type { Edge, Graph, Node } from '../model/graph.ts';
import type { Label } from '../model/label.ts';
import type { Audit, AuditInput, FindingDraft } from './audit.ts';
import { mappings } from './mappings.ts';
import { isStopped, listNames } from './steps.ts';

/** Places that load images, links or previews out of what an agent writes, where the agent also holds sensitive data. */
export const rendererSink: Audit = {
  id: 'renderer-sink',
  title: 'What the agent writes is fetched when it is shown',
  severity: 'medium',
  tags: ['renderer', 'exfiltration'],
  mappings: mappings['renderer-sink'],
  run,
};

const outward: ReadonlySet<string> = new Set(['call', 'emit', 'save']);

function* run({ graph, chains }: AuditInput): Iterable<FindingDraft> {
  const nodes = new Map(graph.nodes.map(node => [node.id, node]));
  const exposed = new Set(
    chains.flatMap(chain => (chain.sensitive ? [`${ownerOf(graph, chain.context)} ${chain.sink}`] : [])),
  );
  const seen = new Set<string>();
  for (const edge of graph.edges) {
    const agent = nodes.get(edge.from);
    const shown = nodes.get(edge.to);
    const label = shown?.labels.find(isRender);
    if (!agent || !shown || !label || agent.kind !== 'agent' || !isOpen(edge)) continue;
    const key = `${agent.id} ${shown.id}`;
    if (!exposed.has(key) || seen.has(key)) continue;
    seen.add(key);
    const location = shown.location ?? agent.location;
    if (location)
      yield {
        about: [agent.id, shown.id],
        confidence: label.confidence,
        message: tell(agent, shown),
        location,
      };
  }
}

function tell(agent: Node, shown: Node): string {
  return `Links or images in what ${listNames([agent.name])} writes to ${listNames([shown.name])} are fetched without a click, so an address can carry data out even where the recipient is fixed.`;
}

const isRender = (label: Label): boolean =>
  label.label === 'external-sink' &&
  label.kind === 'render' &&
  label.destination !== 'allow-listed' &&
  label.confidence >= 0.5;

const isOpen = (edge: Edge): boolean => outward.has(edge.kind) && !isStopped(edge);

const ownerOf = (graph: Graph, context: string): string =>
  graph.contexts.find(({ id }) => id === context)?.agent ?? '';
