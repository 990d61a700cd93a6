import type { Settings } from '../../src/model/fact.ts';
import type { Json } from '../../src/model/graph.ts';
import { at, type Doc, type DocEntry, entry, flag, strings, text } from './document.ts';
import { sourceOf } from './launch/index.ts';
import { urlKey } from './launch/paths.ts';
import type { Source } from './launch/source.ts';
import { visibleText } from './redact.ts';
import { literalSecrets } from './secrets.ts';
import { settingsOf } from './settings.ts';

/** One configured server, the same for every dialect. Nothing secret is in it. */
export interface Server {
  readonly name: string;
  readonly line: number;
  readonly column: number;
  /** Catalog key, see `Source.key`; absent when neither a command nor a URL is given. */
  readonly package?: string;
  readonly version?: string;
  readonly transport: 'stdio' | 'http' | 'sse' | 'unknown';
  readonly enabled: boolean;
  readonly settings: Settings;
  /** Program that is started, without its folder. */
  readonly command?: string;
  /** Address without query and credentials. */
  readonly url?: string;
  /** Names of headers and environment variables, sorted. */
  readonly headers: readonly string[];
  readonly env: readonly string[];
  /** Where credentials are written out; never the credentials. */
  readonly secrets: readonly string[];
  /** Places of this machine that a container may write to. */
  readonly mounts?: readonly string[];
  /** Tools the client calls without asking; `*` for all. */
  readonly autoApprove?: readonly string[];
}

/** Reads one entry; null when it is no server at all. `folder` is the workspace folder. */
export function readServer(item: DocEntry, folder: string): Server | null {
  const doc = item.value;
  if (doc.kind !== 'map') return null;
  const inner = at(doc, 'transport')?.kind === 'map' ? at(doc, 'transport') : undefined;
  const launch = commandOf(doc) ?? commandOf(inner);
  const url = text(doc, 'url', 'serverUrl', 'httpUrl', 'uri') ?? text(inner, 'url');
  const type = text(doc, 'type', 'transport') ?? text(inner, 'type');
  const builtin = type === 'builtin' || type === 'platform' ? (text(doc, 'name') ?? item.key) : undefined;
  const source: Source | undefined = launch
    ? sourceOf(launch.command, launch.args, folder)
    : builtin === undefined
      ? undefined
      : { key: `goose:${builtin}`, args: [] };
  if (!source && url === undefined && builtin === undefined && !entry(doc, 'command')) return null;
  const env = {
    ...scalars(at(doc, 'env') ?? at(doc, 'environment') ?? at(doc, 'envs') ?? at(inner, 'env')),
    ...source?.env,
  };
  const headers = scalars(
    at(doc, 'headers') ??
      at(doc, 'http_headers') ??
      at(doc, 'requestInit', 'headers') ??
      at(doc, 'requestOptions', 'headers'),
  );
  const key = source?.key.startsWith('url:') || !url ? source?.key : urlKey(url);
  const address = url ?? source?.args.find(word => /^https?:\/\//.test(word));
  const program = launch && (launch.command.trim().split(/\s+/)[0]?.split(/[\\/]/).at(-1) ?? launch.command);
  const names = strings(at(doc, 'env_keys')) ?? [];
  const approve = approvals(doc);
  return {
    name: item.key,
    line: item.line,
    column: item.column,
    ...(key && { package: key }),
    ...(source?.version && { version: source.version }),
    transport: transportOf(type, Boolean(address), doc),
    enabled: flag(doc, 'disabled') !== true && flag(doc, 'enabled') !== false,
    settings: { ...settingsOf(source?.args ?? [], env, headers, address), ...lists(doc) },
    ...(program && { command: visibleText(program) }),
    ...(address && { url: visibleText(address.replace(/[?#][\s\S]*$/, '')) }),
    headers: Object.keys(headers).sort(),
    env: [...new Set([...Object.keys(env), ...names])].sort(),
    secrets: literalSecrets(env, headers, launch?.args ?? [], address),
    ...(source?.mounts && { mounts: source.mounts }),
    ...(approve && { autoApprove: approve }),
  };
}

/** The `command` of every dialect: a string with `args`, an array, or `{path, args, env}`. */
export function commandOf(
  doc: Doc | undefined,
): { readonly command: string; readonly args: readonly string[] } | undefined {
  const given = at(doc, 'command') ?? at(doc, 'cmd');
  const args = strings(at(doc, 'args')) ?? argumentText(doc);
  if (given?.kind === 'scalar' && given.value !== null) return { command: String(given.value), args };
  const list = strings(given);
  if (list?.[0] !== undefined) return { command: list[0], args: [...list.slice(1), ...args] };
  const path = text(given, 'path', 'command');
  return path === undefined ? undefined : { command: path, args: strings(at(given, 'args')) ?? args };
}

function argumentText(doc: Doc | undefined): readonly string[] {
  const value = text(doc, 'args');
  return value === undefined ? [] : value.split(/\s+/).filter(Boolean);
}

/** Scalar values of a map as text. */
export function scalars(doc: Doc | undefined): { readonly [name: string]: string } {
  if (doc?.kind !== 'map') return {};
  return Object.fromEntries(
    doc.entries.flatMap(item =>
      item.value.kind === 'scalar' ? [[item.key, String(item.value.value ?? '')]] : [],
    ),
  );
}

/** How a server is reached, from its type word or from what is given. */
export function transportOf(type: string | undefined, remote: boolean, doc: Doc): Server['transport'] {
  const word = type?.toLowerCase().replace(/[-_]/g, '');
  if (word === 'sse') return 'sse';
  if (word === 'http' || word === 'streamablehttp' || word === 'remote') return 'http';
  if (word === 'stdio' || word === 'local' || word === 'builtin' || word === 'platform') return 'stdio';
  if (!remote) return entry(doc, 'command') || entry(doc, 'cmd') ? 'stdio' : 'unknown';
  return 'http';
}

const includeKeys = [
  'includeTools',
  'allowedTools',
  'enabled_tools',
  'enabledTools',
  'available_tools',
  'toolWhitelist',
  'tools',
];
const excludeKeys = ['excludeTools', 'disabledTools', 'disabled_tools', 'disallowedTools', 'toolBlacklist'];

/** Which tools the client shows: `tools` lists those that stay, `excludeTools` those that go. */
function lists(doc: Doc): Settings {
  const found: { [name: string]: Json } = {};
  for (const key of includeKeys) {
    const names = strings(at(doc, key)) ?? switched(at(doc, key), true);
    if (names && names.length > 0 && !names.includes('*')) found.tools ??= [...names];
  }
  const off = excludeKeys
    .flatMap(key => strings(at(doc, key)) ?? [])
    .concat(switched(at(doc, 'tools'), false) ?? []);
  if (off.length > 0) found.excludeTools = off;
  const trust = flag(doc, 'trust');
  if (trust !== undefined) found.trust = trust;
  const schema = at(doc, 'inputs');
  if (schema?.kind === 'list') found.inputs = schema.items.length;
  return found;
}

/** A map of tool switches: `{search: true, send: {enabled: false}}`. */
function switched(doc: Doc | undefined, wanted: boolean): readonly string[] | undefined {
  if (doc?.kind !== 'map') return undefined;
  const on = (value: Doc): boolean | undefined => {
    if (value.kind === 'scalar') return typeof value.value === 'boolean' ? value.value : undefined;
    return flag(value, 'enabled') ?? (flag(value, 'disabled') === true ? false : undefined);
  };
  const names = doc.entries.filter(item => on(item.value) === wanted).map(item => item.key);
  if (wanted && doc.entries.some(item => on(item.value) === false)) return undefined;
  return names.length > 0 ? names : undefined;
}

function approvals(doc: Doc): readonly string[] | undefined {
  const keys = ['alwaysAllow', 'autoApprove', 'autoApproved', 'always_allow', 'auto_approve'];
  const names = keys.flatMap(key => strings(at(doc, key)) ?? (flag(doc, key) === true ? ['*'] : []));
  if (flag(doc, 'trust') === true) names.push('*');
  if (text(doc, 'default_tools_approval_mode') === 'approve') names.push('*');
  const tools = at(doc, 'tools');
  if (tools?.kind === 'map')
    for (const tool of tools.entries)
      if (text(tool.value, 'approval_mode') === 'approve') names.push(tool.key);
  return names.length > 0 ? [...new Set(names)].sort() : undefined;
}
