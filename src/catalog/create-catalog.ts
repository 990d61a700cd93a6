import { capabilities as policy } from './data/capabilities.ts';
import { hosts as knownHosts } from './data/hosts.ts';
import { serverRowsOfAllVendors } from './data/servers/index.ts';
import { symbolRowsOfAllVendors } from './data/symbols/index.ts';
import { indexEndpoints } from './endpoints.ts';
import { labelsOf } from './labels-of.ts';
import { packageKeys } from './package-key.ts';
import { indexSymbols } from './symbol-index.ts';
import { indexToolPatterns } from './tool-patterns.ts';
import type { CapabilityRow, Catalog, HostRow, ServerRow, ToolRow, UserRows } from './types.ts';

/**
 * Built-in knowledge plus the rows of a project, indexed. Rows of the project win over built-in ones with the same
 * symbol, package, capability or host. Pure and deterministic; a few milliseconds.
 */
export function createCatalog(extra?: UserRows): Catalog {
  const symbols = [...(extra?.symbols ?? []), ...symbolRowsOfAllVendors];
  const servers = [...(extra?.servers ?? []), ...serverRowsOfAllVendors];
  const capabilities: readonly CapabilityRow[] = [...(extra?.capabilities ?? []), ...policy];
  const hosts: readonly HostRow[] = [...(extra?.hosts ?? []), ...knownHosts];
  const words = firstBy(capabilities, row => [row.capability]);
  const suffixes = firstBy(hosts, row => [row.suffix]);
  const packages = firstBy(servers, serverKeys);
  const index = indexSymbols(symbols);
  const patterns = indexToolPatterns(extra?.tools ?? []);
  const capability = (word: string): CapabilityRow | undefined => words.get(word);
  return {
    symbol: (symbol, qualifier) => index.find(symbol, qualifier),
    methods: name => index.methods(name),
    server: pkg => firstFound(packageKeys(pkg), key => packages.get(key)),
    tool: (row, name) => toolOf(row.tools ?? [], name),
    capability,
    labels: (list, reason, reference) => labelsOf(list, capability, reason, reference),
    userTool: (name, server) => patterns(name, server),
    endpoint: indexEndpoints(),
    isMultiTenant: host => firstFound(parentsOf(host), suffix => suffixes.get(suffix)),
    symbols,
    servers,
    capabilities: [...words.values()],
    hosts,
  };
}

/** Package keys of a row, plus its GitHub repository where that holds this one server. */
function serverKeys(row: ServerRow): readonly string[] {
  const repository = /^https:\/\/github\.com\/([\w.-]+\/[\w.-]+)\/?(?:#.*)?$/.exec(row.reference)?.[1];
  return [
    ...row.packages.map(text => packageKeys(text)[0] ?? text),
    ...(repository ? [`git:${repository.toLowerCase()}`] : []),
  ];
}

function toolOf(list: readonly ToolRow[], name: string): ToolRow | undefined {
  const wanted = plain(name);
  return list.find(tool => tool.name === name) ?? list.find(tool => plain(tool.name) === wanted);
}

function plain(name: string): string {
  return name
    .slice(0, 300)
    .replace(/^mcp__[^_]+(?:_[^_]+)*__/, '')
    .replaceAll(/[-_. ]/g, '')
    .toLowerCase();
}

/** The host and the domains above it, lower case, without port and final dot. */
function parentsOf(host: string): readonly string[] {
  const labels = host.slice(0, 300).toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '').split('.');
  return labels.map((_, i) => labels.slice(i).join('.'));
}

function firstBy<T>(rows: readonly T[], keys: (row: T) => readonly string[]): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const row of rows) for (const key of keys(row)) if (!map.has(key)) map.set(key, row);
  return map;
}

function firstFound<T>(keys: readonly string[], find: (key: string) => T | undefined): T | undefined {
  for (const key of keys) {
    const row = find(key);
    if (row !== undefined) return row;
  }
  return undefined;
}
