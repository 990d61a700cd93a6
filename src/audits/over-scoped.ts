import type { Chain } from '../model/chain.ts';
import type { Edge, Node } from '../model/graph.ts';
import type { Audit, AuditInput, FindingDraft } from './audit.ts';
import { mappings } from './mappings.ts';
import { groupBy, listNames } from './steps.ts';

/** Runs that strangers start and that answer with the rights of somebody else. */
export const overScoped: Audit = {
  id: 'over-scoped',
  title: 'Strangers are served with the rights of the owner',
  severity: 'medium',
  tags: ['identity', 'confused-deputy'],
  mappings: mappings['over-scoped'],
  run,
};

function* run({ graph, chains }: AuditInput): Iterable<FindingDraft> {
  const nodes = new Map(graph.nodes.map(node => [node.id, node]));
  const seen = new Set<string>();
  const identities = groupBy(
    graph.edges.filter(edge => edge.kind === 'authenticates-as'),
    edge => edge.from,
  );
  for (const chain of chains) {
    if (chain.status !== 'open' || !chain.sensitive) continue;
    const triggers = startedBy(chain, nodes);
    const [trigger] = triggers;
    const key = `${chain.context} ${trigger?.id}`;
    if (!trigger || seen.has(key)) continue;
    const used = [chain.sensitive, ...chain.alternatives.sensitive].flatMap(id =>
      rightsOf(identities.get(id) ?? [], id, nodes),
    );
    const [first] = used;
    if (!first?.tool.location) continue;
    seen.add(key);
    yield {
      about: [chain.context, trigger.id],
      confidence: chain.confidence,
      message: `Anyone can start this by ${listNames([trigger.name])}, and ${listNames(used.map(({ tool }) => tool.name))} then reads with the rights of ${listNames(used.map(({ identity }) => identity.name))}, not with those of whoever asked.`,
      location: first.tool.location,
      chain: chain.id,
    };
  }
}

/** Triggers that outsiders fire, among the untrusted legs of a chain. */
function startedBy(chain: Chain, nodes: ReadonlyMap<string, Node>): readonly Node[] {
  return [chain.untrusted ?? '', ...chain.alternatives.untrusted].flatMap(id => {
    const node = nodes.get(id);
    const outside = node?.labels.some(
      label => label.label === 'untrusted-input' && (label.reach === 'anyone' || label.reach === 'outsider'),
    );
    return node?.kind === 'trigger' && outside ? [node] : [];
  });
}

/** The credential a tool runs with, where one is known; what belongs to the requester is no borrowed right. */
function rightsOf(edges: readonly Edge[], id: string, nodes: ReadonlyMap<string, Node>) {
  const tool = nodes.get(id);
  if (!tool || tool.properties.readers === 'requester') return [];
  return edges.flatMap(edge => {
    const identity = nodes.get(edge.to);
    return identity ? [{ tool, identity }] : [];
  });
}
