import type { Audit, AuditInput, FindingDraft } from './audit.ts';
import { mappings } from './mappings.ts';
import { listOf } from './servers.ts';

/** Credentials written into a client configuration. */
export const configSecret: Audit = {
  id: 'config-secret',
  title: 'Credential written into a configuration',
  severity: 'high',
  tags: ['mcp', 'secret'],
  mappings: mappings['config-secret'],
  run,
};

function* run({ facts }: AuditInput): Iterable<FindingDraft> {
  for (const fact of facts) {
    if (fact.fact !== 'node' || fact.kind !== 'mcp-server') continue;
    const places = listOf(fact.properties?.secrets);
    if (places.length === 0) continue;
    const off = fact.properties?.enabled === false ? ', which is switched off' : '';
    yield {
      about: [fact.at.file, fact.name, ...places],
      confidence: 0.8,
      message: `The entry of the server '${fact.name}'${off} holds a credential in plain text: ${places.map(place => `${place} [redacted]`).join(', ')}.`,
      location: fact.at,
    };
  }
}
