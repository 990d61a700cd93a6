import type { Severity } from '../model/vocabulary.ts';
import type { Audit, AuditInput, FindingDraft } from './audit.ts';
import { mappings } from './mappings.ts';
import { type ConfiguredServer, configuredServers } from './servers.ts';

/** Servers whose code can change under the same configuration. */
export const unpinnedServer: Audit = {
  id: 'unpinned-server',
  title: 'MCP server without a fixed version',
  severity: 'medium',
  tags: ['mcp', 'supply-chain'],
  mappings: mappings['unpinned-server'],
  run,
};

function* run({ facts }: AuditInput): Iterable<FindingDraft> {
  for (const server of configuredServers(facts)) {
    const loose = looseness(server);
    if (!loose) continue;
    yield {
      about: [server.at.file, server.name, server.key],
      severity: loose.severity,
      confidence: 0.95,
      message: `The server '${server.name}' ${loose.how}.`,
      location: server.at,
    };
  }
}

interface Loose {
  readonly severity: Severity;
  readonly how: string;
}

const exact = /^=*v?\d+(?:\.\d+){1,3}(?:[-+.]?[\w.]+)?$/;

function looseness({ key, version }: ConfiguredServer): Loose | undefined {
  const [kind = '', name = ''] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
  switch (kind) {
    case 'npm':
    case 'pypi':
    case 'nuget':
      return registry(name, version);
    case 'git':
      if (version !== undefined && /^[0-9a-f]{40}$/i.test(version)) return undefined;
      return {
        severity: 'medium',
        how: `is built from ${name}${version ? ` at '${version}'` : ''}, which can move to other code`,
      };
    case 'image':
      return image(name, version);
    default:
      return undefined;
  }
}

function registry(name: string, version: string | undefined): Loose | undefined {
  if (version !== undefined && exact.test(version)) return undefined;
  const how =
    version === undefined
      ? `starts '${name}' in whatever version is newest that day`
      : `starts '${name}' in whatever version '${version}' means that day`;
  return { severity: 'medium', how };
}

function image(name: string, version: string | undefined): Loose | undefined {
  const tag = version ?? '';
  if (tag.startsWith('sha256:') || name.includes('@sha256:')) return undefined;
  if (tag === '' || tag === 'latest')
    return { severity: 'medium', how: `runs the image '${name}' without a version` };
  return { severity: 'low', how: `runs the image '${name}' by the tag '${tag}', which its owner can move` };
}
