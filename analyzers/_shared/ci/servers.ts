import type { Fact, Settings } from '../../../src/model/fact.ts';
import type { Json } from '../../../src/model/graph.ts';
import type { Location } from '../../../src/model/location.ts';
import { gap, relate } from '../facts.ts';
import { packageOf } from '../launch.ts';
import { asList, asMap, asText } from '../lenient.ts';

/** An agent of a pipeline that is given MCP servers. */
export interface ServerUser {
  readonly ref: string;
  readonly at: Location;
  /** Only listed tools run (`mcp__server__tool`), because nobody can be asked; absent when all run. */
  readonly listed?: readonly string[];
}

/** Configured servers of a map `{name: {command, args, env, url, ...}}`, with the tools that the lists leave. */
export function serverFacts(user: ServerUser, servers: unknown): readonly Fact[] {
  return Object.entries(asMap(servers)).flatMap(([name, value]): readonly Fact[] => {
    const entry = asMap(value);
    const tools = toolsOf(user, name, entry);
    if (tools !== 'all' && tools.length === 0) return [];
    const args = textsOf(entry.args);
    const command = asText(entry.command);
    const image = asText(entry.container);
    const url = asText(entry.url) ?? asText(entry.httpUrl) ?? asText(entry.serverUrl);
    const key =
      image !== undefined
        ? `image:${image.replace(/:[\w.-]+$/, '')}`
        : packageOf({ ...(command && { command }), args, ...(url && { url }) });
    const ref = `${user.ref}#server:${name}`;
    const excluded = textsOf(entry.excludeTools);
    const settings: Settings = {
      ...flags(args),
      ...environment(entry.env),
      ...(tools !== 'all' && { tools: [...tools] }),
      ...(excluded.length > 0 && { excludeTools: [...excluded] }),
    };
    return [
      {
        fact: 'node',
        ref,
        kind: 'mcp-server',
        name,
        framework: 'mcp',
        at: user.at,
        ...(key && { package: key }),
        settings,
        properties: {
          enabled: true,
          transport: url ? 'http' : 'stdio',
          ...(command && { command }),
          ...(url && { url: url.replace(/[?#].*$/s, '').slice(0, 300) }),
        },
      },
      relate('uses', user.ref, ref, user.at),
    ];
  });
}

/** `{"mcpServers": {...}}` in the JSON text of an input; a gap when servers are named in a way that cannot be read. */
export function serversInText(user: ServerUser, text: string): readonly Fact[] {
  if (!/mcpServers|mcp_servers/.test(text)) return [];
  for (const candidate of jsonTexts(text)) {
    const root = asMap(parsed(candidate));
    const servers = root.mcpServers ?? root.mcp_servers;
    if (servers !== undefined) return serverFacts(user, servers);
  }
  const detail = 'MCP servers are given in a text that could not be read; their tools are not known.';
  return [gap('unknown-tools', user.at, detail, [user.ref])];
}

/** The text itself, and what lies between its first and last brace. */
function jsonTexts(text: string): readonly string[] {
  const from = text.indexOf('{');
  const to = text.lastIndexOf('}');
  return from < 0 || to < from ? [] : [text, text.slice(from, to + 1)];
}

function parsed(text: string): unknown {
  try {
    // Expressions of the pipeline stand for texts and numbers.
    return JSON.parse(text.replace(/"?\$\{\{[^}]{0,500}\}\}"?/g, '"value"'));
  } catch {
    return undefined;
  }
}

function toolsOf(
  user: ServerUser,
  name: string,
  entry: Readonly<Record<string, unknown>>,
): readonly string[] | 'all' {
  const own = [...textsOf(entry.includeTools), ...textsOf(entry.allowed), ...textsOf(entry.tools)];
  const named = own.length === 0 || own.includes('*') ? 'all' : own;
  if (!user.listed) return named;
  const prefix = `mcp__${name}`;
  if (user.listed.some(rule => rule === prefix || rule === `${prefix}__*` || rule === 'mcp__*')) return named;
  const listed = user.listed.flatMap(rule =>
    rule.startsWith(`${prefix}__`) ? [rule.slice(prefix.length + 2)] : [],
  );
  return named === 'all' ? listed : listed.filter(tool => named.includes(tool));
}

const textsOf = (value: unknown): readonly string[] => asList(value).flatMap(item => asText(item) ?? []);

/** `--read-only`, `--toolsets=x`, `--toolsets x` as settings of the catalog. */
function flags(args: readonly string[]): Settings {
  const found: [string, Json][] = [];
  args.forEach((arg, index) => {
    const match = /^(--?[a-zA-Z][\w-]{0,60})(?:=(.{0,300}))?$/s.exec(arg);
    if (!match?.[1]) return;
    const next = args[index + 1];
    found.push([match[1], match[2] ?? (next !== undefined && !next.startsWith('-') ? next : true)]);
  });
  return Object.fromEntries(found);
}

/** Environment variables with a value that is written out. */
function environment(value: unknown): Settings {
  return Object.fromEntries(
    Object.entries(asMap(value)).flatMap(([name, given]): readonly [string, Json][] => {
      const text = typeof given === 'string' ? given : String(given);
      return /\$|secret|token|key|password/i.test(`${name}${text}`) || text.length > 100
        ? []
        : [[name, text]];
    }),
  );
}
