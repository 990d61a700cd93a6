import { at, type Doc, type DocEntry, type DocMap, entry, text } from './document.ts';

/** Which spelling a group of servers was found in; decides the advice later. */
export type Dialect =
  | 'mcpServers'
  | 'mcpServers-list'
  | 'servers'
  | 'mcp.servers'
  | 'mcp'
  | 'context_servers'
  | 'extensions'
  | 'amp.mcpServers'
  | 'mcp_servers'
  | 'powers'
  | 'flat';

/** Servers that belong together: one agent reads them. */
export interface Group {
  readonly dialect: Dialect;
  /** Folder of a `projects.<path>` entry, when the servers only hold there. */
  readonly project?: string;
  readonly servers: readonly DocEntry[];
}

const remoteKeys = ['url', 'serverUrl', 'httpUrl', 'uri'];

/** Says whether a value looks like one server, in any dialect. */
export function isServer(doc: Doc): boolean {
  if (doc.kind !== 'map') return false;
  if (entry(doc, 'command') || entry(doc, 'cmd') || remoteKeys.some(key => text(doc, key) !== undefined))
    return true;
  return at(doc, 'transport')?.kind === 'map' && isServer(at(doc, 'transport') ?? doc);
}

/**
 * Every group of servers in a parsed file, whatever the file is called. `named` is true for files that are known to
 * hold servers: then a broken entry counts as an entry, and a flat map is accepted.
 */
export function groupsOf(root: Doc, named: boolean): readonly Group[] {
  const groups = [
    ...mapped('mcpServers', at(root, 'mcpServers'), named),
    ...mapped('mcpServers', at(root, 'mcp-servers'), named),
    ...mapped('mcp_servers', at(root, 'mcp_servers'), true),
    ...mapped('amp.mcpServers', at(root, 'amp.mcpServers'), true),
    ...mapped('context_servers', at(root, 'context_servers'), true),
    ...vscode(root, named),
    ...mapped('powers', at(root, 'powers', 'mcpServers'), true),
    ...extensions(at(root, 'extensions')),
    ...projects(at(root, 'projects')),
  ];
  if (groups.length > 0 || !named || root.kind !== 'map') return groups;
  const servers = root.entries.filter(item => item.key !== '$schema');
  if (servers.length === 0 || !servers.every(item => isServer(item.value))) return [];
  return [{ dialect: 'flat', servers }];
}

function vscode(root: Doc, named: boolean): readonly Group[] {
  const nested = [
    at(root, 'mcp.servers'),
    at(root, 'mcp', 'servers'),
    at(root, 'mcp', 'mcpServers'),
    at(root, 'settings', 'mcp', 'servers'),
    at(root, 'settings', 'mcp.servers'),
    at(root, 'customizations', 'vscode', 'mcp', 'servers'),
    at(root, 'customizations', 'vscode', 'settings', 'mcp', 'servers'),
    at(root, 'customizations', 'vscode', 'settings', 'mcp.servers'),
  ];
  const servers = at(root, 'servers');
  const plain =
    servers?.kind === 'map' && (entry(root, 'inputs') || servers.entries.some(item => isServer(item.value)));
  const mcp = at(root, 'mcp');
  const hasNested = Boolean(entry(mcp, 'servers') ?? entry(mcp, 'mcpServers'));
  return [
    ...(plain ? mapped('servers', servers, named) : []),
    ...nested.flatMap(item => mapped('mcp.servers', item, true)),
    ...(hasNested ? [] : opencode(mcp)),
  ];
}

/** The `mcp` map of opencode and Crush; other tools keep unrelated switches under that key, so one server must show. */
function opencode(mcp: Doc | undefined): readonly Group[] {
  if (mcp?.kind !== 'map' || !mcp.entries.some(item => isServer(item.value))) return [];
  return [{ dialect: 'mcp', servers: mcp.entries.filter(item => item.value.kind === 'map') }];
}

const extensionTypes = new Set([
  'stdio',
  'sse',
  'streamable_http',
  'builtin',
  'platform',
  'frontend',
  'inline_python',
]);

function extensions(doc: Doc | undefined): readonly Group[] {
  if (doc?.kind !== 'map') return [];
  const servers = doc.entries.filter(item => extensionTypes.has(text(item.value, 'type') ?? ''));
  return servers.length > 0 ? [{ dialect: 'extensions', servers }] : [];
}

function projects(doc: Doc | undefined): readonly Group[] {
  if (doc?.kind !== 'map') return [];
  return doc.entries.flatMap(project =>
    mapped('mcpServers', at(project.value, 'mcpServers'), true).map(group => ({
      ...group,
      project: project.key,
    })),
  );
}

function mapped(dialect: Dialect, doc: Doc | undefined, named: boolean): readonly Group[] {
  if (doc?.kind === 'list') return listed(doc.items);
  if (doc?.kind !== 'map') return [];
  if (!named && !doc.entries.some(item => isServer(item.value))) return [];
  return doc.entries.length > 0 ? [{ dialect, servers: flattened(doc) }] : [];
}

/** Claude's agent front matter and Continue write lists: items with a `name`, or `{name: server}` singletons. */
function listed(items: readonly Doc[]): readonly Group[] {
  const servers = items.flatMap((item): readonly DocEntry[] => {
    if (item.kind !== 'map') return [];
    const name = text(item, 'name');
    if (name !== undefined || isServer(item))
      return [{ key: name ?? 'unnamed', value: item, line: item.line, column: item.column }];
    return item.entries.filter(inner => inner.value.kind === 'map');
  });
  return servers.length > 0 ? [{ dialect: 'mcpServers-list', servers }] : [];
}

/** TOML writes sub-tables such as `[mcp_servers.x.env]`; these are already inside `x`. */
function flattened(doc: DocMap): readonly DocEntry[] {
  return doc.entries.filter(item => item.key !== '$schema' && !item.key.startsWith('//'));
}
