import type { Chain } from '../model/chain.ts';
import type { RelatedLocation } from '../model/finding.ts';
import type { Node } from '../model/graph.ts';
import type { ChainRule } from '../model/vocabulary.ts';
import type { AuditInput, FindingDraft } from './audit.ts';

/** Findings of a chain rule: one per chain, at the place of the agent that decides. */
export function* chainFindings(rule: ChainRule, input: AuditInput): Iterable<FindingDraft> {
  const nodes = new Map(input.graph.nodes.map(node => [node.id, node]));
  const owners = new Map(input.graph.contexts.map(context => [context.id, context.agent]));
  for (const chain of input.chains) {
    if (chain.rule !== rule) continue;
    const agent = nodes.get(owners.get(chain.context) ?? '');
    const sink = nodes.get(chain.sink);
    const location = agent?.location ?? sink?.location;
    if (!location) continue;
    yield {
      about: [chain.id],
      severity: chain.severity,
      confidence: chain.confidence,
      message: chain.explanation,
      location,
      related: relatedTo(chain, nodes),
      chain: chain.id,
    };
  }
}

function relatedTo(chain: Chain, nodes: ReadonlyMap<string, Node>): readonly RelatedLocation[] {
  const roles: readonly (readonly [string | undefined, string])[] = [
    [chain.untrusted, 'brings in untrusted text'],
    [chain.sensitive, 'gives sensitive data'],
    [chain.sink, chain.rule === 'untrusted-to-action' ? 'acts' : 'is the way out'],
  ];
  return roles.flatMap(([id, role]) => {
    const node = nodes.get(id ?? '');
    return node?.location ? [{ location: node.location, message: `${node.name} ${role}` }] : [];
  });
}
