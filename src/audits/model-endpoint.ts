import type { Audit, AuditInput, FindingDraft } from './audit.ts';
import { isVendor } from './data/model-hosts.ts';
import { mappings } from './mappings.ts';

/** Models reached through a host that belongs to no known vendor: whoever runs it reads and can rewrite every call. */
export const modelEndpoint: Audit = {
  id: 'model-endpoint',
  title: 'Model behind an unknown host',
  severity: 'medium',
  tags: ['model', 'supply-chain'],
  mappings: mappings['model-endpoint'],
  run,
};

function* run({ facts }: AuditInput): Iterable<FindingDraft> {
  for (const fact of facts) {
    if (fact.fact !== 'node' || fact.kind !== 'model') continue;
    const { baseUrl } = fact.properties ?? {};
    const host = typeof baseUrl === 'string' ? hostOf(baseUrl) : undefined;
    if (host === undefined || isOwn(host) || isVendor(host)) continue;
    yield {
      about: [fact.at.file, host],
      confidence: 0.8,
      message: `The model is reached through ${host.slice(0, 120)}, which is no host of a known vendor; whoever runs it sees every prompt and can rewrite tool calls.`,
      location: fact.at,
    };
  }
}

function hostOf(url: string): string | undefined {
  const host = /^https?:\/\/(?:[^/@\s]{0,100}@)?([^/:?#\s]{1,253})/i.exec(url)?.[1]?.toLowerCase();
  return host?.includes('$') || host?.includes('{') || host?.includes('…') ? undefined : host;
}

/** The own machine or network. */
function isOwn(host: string): boolean {
  return (
    !host.includes('.') ||
    /\.(?:local|internal|lan|localhost|svc|cluster\.local|home\.arpa)$/.test(host) ||
    /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|0\.0\.0\.0|\[)/.test(host)
  );
}
