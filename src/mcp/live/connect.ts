import { rawServerAt } from '../../../analyzers/mcp-config/raw.ts';
import { visibleText } from '../../../analyzers/mcp-config/redact.ts';
import type { UserRows } from '../../catalog/types.ts';
import type { Fact, GapFact, NodeFact } from '../../model/fact.ts';
import type { GapReason } from '../../model/graph.ts';
import type { ToolView, ToolViews } from '../../servers/view.ts';
import type { Looked } from '../audit/audit.ts';
import type { Target } from './connection.ts';
import { differences } from './differences.ts';
import type { LiveLimits } from './limits.ts';
import { listServer } from './list.ts';
import { liveView } from './live-view.ts';
import type { Sandbox } from './sandbox.ts';
import type { ConfigSources } from './sources.ts';
import { type Aim, aimAt } from './target.ts';

/** One server that may be started or called, in words for the question to the user. */
export interface Question {
  readonly server: string;
  /** The command line or address, without secrets. */
  readonly what: string;
  readonly where: string;
}

export interface ConnectRequest {
  readonly sources: ConfigSources;
  /** Names of servers, or every server that the user configured. */
  readonly wanted: ReadonlySet<string> | 'all';
  /** Asked once per server, one after the other. */
  readonly consent: (question: Question) => Promise<boolean>;
  readonly env: { readonly [name: string]: string | undefined };
  /** Variables that every started server gets, and that configurations of repositories may refer to. */
  readonly passed: ReadonlySet<string>;
  readonly home: string;
  readonly limits: LiveLimits;
  readonly sandbox?: Sandbox;
  readonly rows?: UserRows;
  /** What packages and the like say, to compare with. */
  readonly views: ToolViews;
  readonly onProgress?: (text: string) => void;
}

/** Servers asked at the same time. */
const width = 4;

/** A name was asked for that nothing carries; the command line shows the message alone. */
class NameError extends Error {
  override readonly name = 'UserError';
}

/** Connects to the wanted servers, one process or connection each, and tells what they answered. */
export async function connectServers(facts: readonly Fact[], request: ConnectRequest): Promise<Looked> {
  const servers = configured(facts);
  if (request.wanted !== 'all') {
    const names = new Set(servers.map(server => server.name));
    const unknown = [...request.wanted].find(name => !names.has(name));
    if (unknown !== undefined)
      throw new NameError(`--connect ${unknown}: no enabled server of that name is configured`);
  }
  const gaps: GapFact[] = [];
  const agreed: { readonly server: NodeFact; readonly aim: Aim }[] = [];
  for (const server of servers) {
    const aim = aimOf(server, request);
    if (aim === undefined) continue;
    if (typeof aim === 'string')
      gaps.push(gapOf(server, 'runtime-only', `'${server.name}' was not asked: ${aim}`));
    else if (await request.consent(questionOf(server, aim.target))) agreed.push({ server, aim });
    else gaps.push(gapOf(server, 'runtime-only', `'${server.name}' was not asked: the user said no.`));
  }
  const views = new Map<string, ToolView>();
  await inTurns(agreed, async ({ server, aim }) => {
    request.onProgress?.(`asking ${server.name}`);
    const { view, problems } = liveView(
      await listServer(aim.target, request.limits),
      questionOf(server, aim.target).what,
    );
    if (view.complete || view.tools.length > 0) views.set(server.ref, view);
    gaps.push(...problems.map(problem => gapOf(server, reasonOf(problem), `'${server.name}': ${problem}`)));
    if (aim.without.length > 0)
      gaps.push(
        gapOf(server, 'runtime-only', `'${server.name}' was asked without ${aim.without.join(', ')}.`),
      );
  });
  const more = differences(facts, views, request.views, request.rows);
  const joined = [...views].map(([ref, view]) => [ref, overlay(view, request.views.get(ref))] as const);
  return { views: new Map([...request.views, ...joined]), facts: [...gaps, ...more], gaps: [] };
}

/** What a server says, with what its package shows beside it: the bodies of its tools, its version, its scripts. */
function overlay(live: ToolView, other: ToolView | undefined): ToolView {
  if (!other) return live;
  const known = new Map(other.tools.map(tool => [tool.name, tool]));
  const tools = live.tools.map(tool => {
    const { handler, at } = known.get(tool.name) ?? {};
    return { ...tool, ...(handler && { handler }), ...(at && { at }) };
  });
  return { ...live, tools, properties: { ...other.properties, ...live.properties } };
}

/** Enabled servers of client files, each once. */
function configured(facts: readonly Fact[]): readonly NodeFact[] {
  const merged = new Map<string, NodeFact>();
  for (const fact of facts) {
    if (fact.fact !== 'node' || fact.kind !== 'mcp-server' || fact.properties?.enabled === false) continue;
    const origins = originsOf(fact);
    if (origins.length === 0) continue;
    const known = merged.get(fact.ref);
    const all = known ? [...originsOf(known), ...origins] : origins;
    merged.set(fact.ref, { ...(known ?? fact), properties: { ...fact.properties, origins: all } });
  }
  return [...merged.values()];
}

function originsOf(server: NodeFact): readonly string[] {
  const { origins } = server.properties ?? {};
  return Array.isArray(origins) ? origins.filter(item => typeof item === 'string') : [];
}

/** Where to connect; a sentence when not; undefined when nobody asked for it. A file of the user goes first. */
function aimOf(server: NodeFact, request: ConnectRequest): Aim | string | undefined {
  const { sources, wanted } = request;
  if (wanted !== 'all' && !wanted.has(server.name)) return undefined;
  const places = originsOf(server).map(origin => {
    const [, file = '', line = ''] = /^([\s\S]*):(\d+)$/.exec(origin) ?? [];
    return { file, line: Number(line), isUsers: sources.isUsers(file) };
  });
  const place = places.find(item => item.isUsers) ?? places[0];
  if (!place) return 'it stands in no file.';
  if (!place.isUsers && wanted === 'all')
    return `a repository configures it (${place.file}); name it with --connect to ask it.`;
  const content = sources.read(place.file);
  const raw =
    content === undefined ? undefined : rawServerAt({ path: place.file, content }, place.line, server.name);
  if (!raw) return `its entry in ${place.file} could not be read again.`;
  const workspace = raw.project ?? (place.isUsers ? '' : sources.folder(raw.folder));
  const passed = only(request.env, request.passed);
  const env = place.isUsers ? request.env : passed;
  const around = {
    env,
    passed,
    workspace,
    home: request.home,
    ...(request.sandbox && { sandbox: request.sandbox }),
  };
  return aimAt(raw, around);
}

function only(env: ConnectRequest['env'], names: ReadonlySet<string>): { readonly [name: string]: string } {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      names.has(name) && value !== undefined ? [[name, value]] : [],
    ),
  );
}

function questionOf(server: NodeFact, target: Target): Question {
  const what =
    target.kind === 'process'
      ? [target.launch.command, ...target.launch.args].map(visibleText).join(' ')
      : visibleText(target.url);
  return { server: server.name, what, where: originsOf(server).join(', ') };
}

/** A fixed number at a time, so that a long list of servers does not start a hundred processes. */
async function inTurns<T>(items: readonly T[], run: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  await Promise.all(
    Array.from({ length: Math.min(width, items.length) }, async () => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await run(item);
    }),
  );
}

function reasonOf(problem: string): GapReason {
  if (/did not answer in full within/.test(problem)) return 'time-limit';
  return /nested too deeply/.test(problem) ? 'depth-limit' : 'unknown-tools';
}

function gapOf(server: NodeFact, reason: GapReason, detail: string): GapFact {
  return { fact: 'gap', reason, at: server.at, detail, affects: [server.ref] };
}
