import type { Fact, NodeFact } from '../../model/fact.ts';

/** Opens a configuration file by the path it has in reports. */
export type Open = (path: string) => string | undefined;

/** A credential in a text: what it is, and where. Never the credential. */
interface Secret {
  readonly what: string;
  readonly line: number;
}

const maxText = 2_000_000;

/**
 * Notes credentials that the rules of secretlint know on the servers whose entries hold them, beside those that are
 * known by the names of their variables. Only files that configure servers are looked at.
 */
export async function withKnownSecrets(facts: readonly Fact[], open: Open): Promise<readonly Fact[]> {
  const servers = facts.filter(isConfigured);
  const files = [...new Set(servers.map(server => server.at.file))].sort();
  if (files.length === 0) return facts;
  const found = new Map<NodeFact, string[]>();
  for (const file of files) {
    const text = open(file);
    if (text === undefined || text.length > maxText) continue;
    const own = servers.filter(server => server.at.file === file).sort((a, b) => a.at.line - b.at.line);
    const lines = text.split('\n');
    for (const secret of await secretsOf(file, text)) {
      const server = own.findLast(item => item.at.line <= secret.line);
      const line = lines[secret.line - 1] ?? '';
      if (!server || isKnown(server, line) || isLocal(secret, line)) continue;
      found.set(server, [...(found.get(server) ?? []), `line ${secret.line} (${secret.what})`]);
    }
  }
  return found.size === 0
    ? facts
    : facts.map(fact => (isConfigured(fact) ? noted(fact, found.get(fact)) : fact));
}

function isConfigured(fact: Fact): fact is NodeFact {
  return fact.fact === 'node' && fact.kind === 'mcp-server' && fact.properties?.origins !== undefined;
}

function noted(fact: NodeFact, more: readonly string[] | undefined): NodeFact {
  if (!more) return fact;
  const before = listOf(fact.properties?.secrets);
  return { ...fact, properties: { ...fact.properties, secrets: [...new Set([...before, ...more])].sort() } };
}

/** The entry is already said to hold a credential under a name that stands on the line. */
function isKnown(server: NodeFact, line: string): boolean {
  return listOf(server.properties?.secrets).some(place => {
    const name = place.split(' ').at(-1) ?? '';
    return name !== '' && line.includes(name);
  });
}

/** The password of a service on the own machine, written into its address, opens nothing to others. */
function isLocal({ what }: Secret, line: string): boolean {
  return (
    /^(?:basicauth|database connection string)$/.test(what) &&
    /:\/\/[^\s"'@/]{1,200}@(?:localhost|127\.0\.0\.1|\[::1\])/.test(line)
  );
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
}

async function secretsOf(file: string, text: string): Promise<readonly Secret[]> {
  const [{ lintSource }, preset] = await Promise.all([
    import('@secretlint/core'),
    import('@secretlint/secretlint-rule-preset-recommend'),
  ]);
  try {
    const { messages } = await lintSource({
      source: { filePath: file, content: text, ext: '.json', contentType: 'text' },
      options: {
        config: { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: preset.creator }] },
        noPhysicFilePath: true,
        maskSecrets: true,
      },
    });
    return messages.map(({ ruleId, loc }) => ({
      what: ruleId.replace(/^.*secretlint-rule-/, '').replace(/-/g, ' '),
      line: loc.start.line,
    }));
  } catch {
    // A rule that fails costs what it would have found, not the audit.
    return [];
  }
}
