import type { Label } from '../model/label.ts';
import type { Audit, AuditInput, FindingDraft } from './audit.ts';
import { mappings } from './mappings.ts';
import { freeUses, groupBy, listNames } from './steps.ts';

/** Tools whose destination the model writes, in agents that hold sensitive data, with nothing before the call. */
export const openDestination: Audit = {
  id: 'open-destination',
  title: 'The model chooses where data goes',
  severity: 'low',
  tags: ['egress', 'exfiltration'],
  mappings: mappings['open-destination'],
  run,
};

function* run({ graph, chains }: AuditInput): Iterable<FindingDraft> {
  const owners = new Map(graph.contexts.map(({ id, agent }) => [id, agent]));
  const holding = new Set(chains.flatMap(chain => (chain.sensitive ? [owners.get(chain.context)] : [])));
  const uses = freeUses(graph).filter(({ agent, tool }) => holding.has(agent.id) && tool.labels.some(isOpen));
  for (const [id, group] of groupBy(uses, ({ agent }) => agent.id)) {
    const [first] = group;
    const location = first?.agent.location ?? first?.tool.location;
    if (!first || !location) continue;
    const tools = group.map(({ tool }) => tool);
    yield {
      about: [id],
      confidence: Math.max(
        ...tools.flatMap(tool => tool.labels.filter(isOpen).map(label => label.confidence)),
      ),
      message: `The model of '${first.agent.name}' writes the address, recipient or path that ${listNames(tools.map(tool => tool.name))} ${tools.length > 1 ? 'send' : 'sends'} to, and no list or person stands before the call.`,
      location,
      related: tools.flatMap(tool =>
        tool.location ? [{ location: tool.location, message: `'${tool.name}' is defined here` }] : [],
      ),
    };
  }
}

const isOpen = (label: Label): boolean =>
  label.label === 'external-sink' &&
  label.destination === 'model-chosen' &&
  label.payload !== 'typed' &&
  label.payload !== 'none' &&
  label.confidence >= 0.7;
