import type { Audit, AuditInput, FindingDraft } from './audit.ts';
import { mappings } from './mappings.ts';
import { configuredServers } from './servers.ts';

/** Unknown packages whose names differ from a known server's by a slip of the keyboard. */
export const lookalikePackage: Audit = {
  id: 'lookalike-package',
  title: 'Package name that resembles a known MCP server',
  severity: 'high',
  tags: ['mcp', 'supply-chain'],
  mappings: mappings['lookalike-package'],
  run,
};

function* run({ facts }: AuditInput): Iterable<FindingDraft> {
  for (const { fact, name, key, at } of configuredServers(facts)) {
    const known = fact.properties?.resembles;
    if (typeof known !== 'string') continue;
    yield {
      about: [at.file, name, key],
      confidence: 0.6,
      message: `The server '${name}' starts the unknown package '${key}', which is one slip away from '${known}'.`,
      location: at,
    };
  }
}
