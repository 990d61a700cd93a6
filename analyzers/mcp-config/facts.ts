import type { Fact, GapFact, NodeFact, RelationFact } from '../../src/model/fact.ts';
import type { Location } from '../../src/model/location.ts';
import type { TextFile } from '../_shared/analyzer.ts';
import type { Reader } from './clients.ts';
import { type Parsed, text } from './document.ts';
import { readServer, type Server } from './server.ts';
import { type Group, groupsOf } from './shapes.ts';

/** The agent that reads a file: its ref, its name and the line it starts on. */
export interface Host {
  readonly ref: string;
  readonly name: string;
}

/** Facts of one parsed file. Null when it configures no server. */
export function factsOf(
  file: TextFile,
  parsed: Parsed,
  reader: Reader,
  named: boolean,
): readonly Fact[] | null {
  const { path } = file;
  const groups = parsed.root ? groupsOf(parsed.root, named) : [];
  // A file that only one client reads is worth a gap as well.
  const isOwn = named || reader.id !== 'mcp-client';
  const broken = isOwn ? parsed.problems.map(problem => gap(path, problem.line, problem.detail)) : [];
  if (groups.length === 0) return broken.length > 0 ? broken : null;
  const facts = groups.flatMap(group => groupFacts(group, path, hostOf(reader, path, parsed, group), reader));
  return [...facts, ...broken];
}

/** Name and ref of the agent: the client itself, a custom agent of it, or the client inside one project folder. */
function hostOf(reader: Reader, path: string, parsed: Parsed, group: Group): Host {
  const base = `host:${reader.id}:${reader.folder}`;
  const custom = /(?:^|\/)\.[\w-]+\/agents?\/([^/]+?)(?:\.agent)?\.(?:md|json)$/.exec(path)?.[1];
  if (custom !== undefined) {
    const name = (parsed.root && text(parsed.root, 'name')) ?? custom;
    return { ref: `${base}#agent:${name}`, name };
  }
  const { profile } = reader;
  if (profile !== undefined)
    return { ref: `${base}#profile:${profile}`, name: `${reader.title} (profile ${profile})` };
  if (group.project === undefined) return { ref: base, name: reader.title };
  const folder = group.project.replace(/\\/g, '/').split('/').filter(Boolean).at(-1) ?? group.project;
  return { ref: `${base}#project:${folder}`, name: `${reader.title} (${folder})` };
}

function groupFacts(group: Group, path: string, host: Host, reader: Reader): readonly Fact[] {
  const first = group.servers[0];
  const start: Location = { file: path, line: first?.line ?? 1, column: first?.column ?? 1 };
  const agent: NodeFact = {
    fact: 'node',
    ref: host.ref,
    kind: 'agent',
    name: host.name,
    framework: 'mcp-client',
    at: start,
    properties: { client: reader.id },
  };
  const facts: Fact[] = [agent];
  for (const item of group.servers) {
    const server = readServer(item, reader.folder);
    const here: Location = { file: path, line: item.line, column: item.column };
    if (!server) {
      facts.push({
        ...gap(path, item.line, `The server '${item.key}' has neither a command nor an address.`),
        affects: [host.ref],
      });
      continue;
    }
    const node = serverFact(server, group, here, reader);
    facts.push(node);
    if (server.enabled) facts.push(usesFact(host.ref, node.ref, here, server));
  }
  return facts;
}

function serverFact(server: Server, group: Group, at: Location, reader: Reader): NodeFact {
  return {
    fact: 'node',
    ref: refOf(server, reader),
    kind: 'mcp-server',
    name: server.name,
    framework: 'mcp',
    at,
    ...(server.package && { package: server.package }),
    settings: server.settings,
    properties: {
      enabled: server.enabled,
      transport: server.transport,
      dialect: group.dialect,
      client: reader.id,
      ...(server.version && { version: server.version }),
      ...(server.command && { command: server.command }),
      ...(server.url && { url: server.url }),
      ...(server.headers.length > 0 && { headers: server.headers }),
      ...(server.env.length > 0 && { env: server.env }),
      ...(server.secrets.length > 0 && { secrets: server.secrets }),
      ...(server.mounts && { mounts: server.mounts }),
      ...(server.autoApprove && { autoApprove: server.autoApprove }),
      origins: [`${at.file}:${at.line}`],
    },
  };
}

/**
 * The same server in several files is one node: the ref is made of what is started and how, not of where it is
 * written. Switched-off entries and entries with other settings stay apart.
 */
function refOf(server: Server, reader: Reader): string {
  const identity = JSON.stringify([
    server.package ?? `${reader.folder}:${server.command ?? ''}`,
    server.version ?? '',
    server.transport === 'stdio' ? 'stdio' : 'remote',
    server.enabled,
    Object.entries(server.settings).sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);
  return `server:${server.name}:${hash(identity)}`;
}

/** FNV-1a, 32 bit: short, stable, no need to resist anyone. */
function hash(value: string): string {
  let state = 0x811c9dc5;
  for (let i = 0; i < value.length; i++) state = Math.imul(state ^ value.charCodeAt(i), 0x01000193);
  return (state >>> 0).toString(16).padStart(8, '0');
}

function usesFact(from: string, to: string, at: Location, server: Server): RelationFact {
  return {
    fact: 'relation',
    kind: 'uses',
    from,
    to,
    at,
    ...(server.autoApprove && { properties: { autoApprove: server.autoApprove } }),
  };
}

function gap(file: string, line: number, detail: string): GapFact {
  return { fact: 'gap', reason: 'invalid-config', at: { file, line, column: 1 }, detail };
}
