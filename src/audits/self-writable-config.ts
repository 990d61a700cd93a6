import type { Fact } from '../model/fact.ts';
import type { Severity } from '../model/vocabulary.ts';
import type { Audit, AuditInput, FindingDraft } from './audit.ts';
import { mappings } from './mappings.ts';
import { type ConfiguredServer, configuredServers, listOf } from './servers.ts';

/** Servers that can write to the file which says what servers there are and what needs asking. */
export const selfWritableConfig: Audit = {
  id: 'self-writable-config',
  title: 'MCP server can change the configuration of its own client',
  severity: 'high',
  tags: ['mcp', 'filesystem', 'configuration'],
  mappings: mappings['self-writable-config'],
  run,
};

function* run(input: AuditInput): Iterable<FindingDraft> {
  const writers = writingServers(input);
  for (const server of configuredServers(input.facts)) {
    const mounts = listOf(server.fact.properties?.mounts);
    const socket = mounts.find(place => /(?:docker|podman|containerd)\.sock$/.test(place));
    if (socket !== undefined) yield draft(server, 'socket', 'high', engineWords(server, socket));
    const roots = [...mounts, ...(writers.has(server.fact.ref) ? rootsOf(server) : [])];
    const origins = listOf(server.fact.properties?.origins).map(origin => origin.replace(/:\d+$/, ''));
    const [worst] = roots.flatMap(root => reach(root, origins)).sort((a, b) => a.rank - b.rank);
    if (worst) yield draft(server, 'root', worst.rank === 0 ? 'high' : 'medium', worst.words(server.name));
  }
}

function draft(server: ConfiguredServer, what: string, severity: Severity, message: string): FindingDraft {
  return {
    about: [what, server.at.file, server.name],
    severity,
    confidence: 0.9,
    message,
    location: server.at,
  };
}

function engineWords({ name }: ConfiguredServer, socket: string): string {
  return `The container of '${name}' is given ${socket}: whoever holds it starts containers with any folder of this machine in them, the client's configuration included.`;
}

/** Servers with a tool that writes or deletes files. */
function writingServers({ facts, graph }: AuditInput): ReadonlySet<string> {
  const overwriting = new Set(
    graph.nodes
      .filter(node =>
        node.labels.some(label => label.label === 'destructive-action' && label.kind === 'overwrite'),
      )
      .map(node => `${String(node.properties.server)}\0${node.name}`),
  );
  const tools = new Map(facts.flatMap(fact => (isTool(fact) ? [[fact.ref, fact] as const] : [])));
  const out = new Set<string>();
  for (const fact of facts) {
    if (fact.fact !== 'relation' || fact.kind !== 'provides') continue;
    const tool = tools.get(fact.to);
    if (!tool) continue;
    const words = listOf(tool.properties?.capabilities);
    const writes = words.some(word => /^(?:file|workspace|system)\.(?:write|delete)$/.test(word));
    if (writes || overwriting.has(`${String(tool.properties?.server)}\0${tool.name}`)) out.add(fact.from);
  }
  return out;
}

function isTool(fact: Fact): fact is Fact & { readonly fact: 'node' } {
  return fact.fact === 'node' && fact.kind === 'tool';
}

/** Folders among the arguments and settings. */
function rootsOf({ fact }: ConfiguredServer): readonly string[] {
  const values = Object.values(fact.settings ?? {});
  return values.flatMap(value => (typeof value === 'string' ? [value] : listOf(value)));
}

interface Reach {
  /** 0: the user's own configuration, 1: that of the project. */
  readonly rank: 0 | 1;
  readonly words: (server: string) => string;
}

const everything = /^(?:\/|[A-Za-z]:[\\/]?)$/;
const home =
  /^(?:~|\$HOME|\$\{(?:env:)?HOME\}|\$\{userHome\}|%USERPROFILE%|\/root|\/(?:home|Users)(?:\/[^/]+)?|[A-Za-z]:[\\/]Users(?:[\\/][^\\/]+)?)(?:$|[\\/])/;
const project = /^(?:\.|\$PWD|\$\{PWD\}|\$\(pwd\)|\$\{workspaceFolder\}|\$\{workspaceRoot\})$/;

/** What of the configuration lies below a folder. */
function reach(root: string, origins: readonly string[]): readonly Reach[] {
  const place = everything.test(root) ? root : root.replace(/[\\/]+$/, '');
  const [first] = origins;
  if (first === undefined) return [];
  if (project.test(place))
    return [
      {
        rank: 1,
        words: name =>
          `'${name}' may write everywhere in the project, and ${first} with the servers and permissions of its client lies there.`,
      },
    ];
  const below = home.exec(place);
  const rest = below && place.slice(below[0].length).replaceAll('\\', '/');
  const found =
    everything.test(place) || rest === ''
      ? first
      : rest && origins.find(origin => origin === rest || origin.startsWith(`${rest}/`));
  if (!found) return [];
  return [
    {
      rank: 0,
      words: name =>
        `'${name}' may write below ${place}, and there lie the files that say which servers its client starts and what it asks before (${found}).`,
    },
  ];
}
