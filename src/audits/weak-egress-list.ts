import type { Audit, AuditInput, FindingDraft } from './audit.ts';
import { mappings } from './mappings.ts';
import { listNames } from './steps.ts';

/** Lists of allowed hosts with an entry where anyone can have a place of their own. */
export const weakEgressList: Audit = {
  id: 'weak-egress-list',
  title: 'List of allowed hosts that allows everybody',
  severity: 'medium',
  tags: ['egress', 'allow-list'],
  mappings: mappings['weak-egress-list'],
  run,
};

/** How the label stage words such an entry. */
const shared = /the list holds (\S+), where anyone can have a place/i;

function* run({ graph }: AuditInput): Iterable<FindingDraft> {
  for (const node of graph.nodes) {
    for (const label of node.labels) {
      if (label.label !== 'external-sink') continue;
      const found = label.evidence.flatMap(({ detail, location }) => {
        const host = shared.exec(detail)?.[1];
        return host ? [{ host, location }] : [];
      });
      const [first] = found;
      const location = first?.location ?? node.location;
      if (!first || !location) continue;
      const hosts = listNames(found.map(({ host }) => host));
      yield {
        about: [node.id],
        confidence: label.confidence,
        message: `The hosts that ${listNames([node.name])} may reach include ${hosts}, where anyone can have a place of their own; the list keeps nothing in.`,
        location,
      };
      break;
    }
  }
}
