import type { Row } from './rows.ts';

/** Words of server names that say nothing about who is related to whom. */
const generic = new Set(
  'mcp server servers modelcontextprotocol search tools tool sample repo email com api data app the plugin template official remote local reference npm other readonly client'.split(
    ' ',
  ),
);

/** Servers that stand for one another, joined pair by pair. */
interface Groups {
  readonly find: (key: string) => string;
  readonly union: (a: string, b: string) => void;
}

function groups(): Groups {
  const parent = new Map<string, string>();
  const find = (key: string): string => {
    let at = key;
    while (parent.has(at)) at = parent.get(at) ?? at;
    return at;
  };
  const union = (a: string, b: string): void => {
    const [x, y] = [find(a), find(b)];
    if (x !== y) parent.set(x, y);
  };
  return { find, union };
}

/**
 * A family per row: servers that share a vendor word or a described tool are one family, so that the same server in two
 * data sets never stands on both sides of a split. Areas of one big vendor server (`azure-mcp/storage`) stay apart.
 */
export function familiesOf(rows: readonly Row[]): readonly string[] {
  const { find, union } = groups();
  for (const row of rows) {
    if (row.dataset === 'azure_mcp') continue;
    if (row.dataset === 'agentdojo') union(row.server, 'vendor:agentdojo');
    for (const word of vendorWords(row)) union(row.server, `vendor:${word}`);
    const text = tellingText(row);
    if (text !== undefined) union(row.server, text);
  }
  return rows.map(row => find(row.server));
}

/**
 * The real server of each row. A server stands in several data sets and in the catalog, under several names; two entries
 * are one server when they share a described tool, or a vendor word and half of the tool names of the smaller one.
 * Another server of the same vendor or field is another server: this is the weaker split of the two.
 */
export function serversOf(rows: readonly Row[]): readonly string[] {
  const { find, union } = groups();
  const names = new Map<string, Set<string>>();
  const byVendor = new Map<string, Set<string>>();
  for (const row of rows) {
    const text = tellingText(row);
    if (text !== undefined) union(row.server, text);
    names.set(row.server, (names.get(row.server) ?? new Set()).add(plain(row.tool.name)));
    for (const word of vendorWords(row))
      byVendor.set(word, (byVendor.get(word) ?? new Set()).add(row.server));
  }
  for (const servers of byVendor.values())
    for (const one of servers)
      for (const other of servers) {
        const [few, many] = [names.get(one) ?? new Set(), names.get(other) ?? new Set()];
        const common = [...few].filter(name => many.has(name)).length;
        if (one !== other && common * 2 >= few.size) union(one, other);
      }
  return rows.map(row => find(row.server));
}

function vendorWords({ dataset, tool }: Row): readonly string[] {
  if (dataset === 'own') return [];
  return (tool.server?.toLowerCase().match(/[a-z]{3,}/g) ?? []).filter(word => !generic.has(word));
}

/** Name and beginning of a description that is long enough to be nobody else's. */
function tellingText({ tool: { name, description = '' } }: Row): string | undefined {
  return description.length > 60 ? `tool:${name}:${description.slice(0, 80)}` : undefined;
}

/** `jira_ls_projects` and `jira-ls-projects` are one name. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Spreads families over `count` folds of similar size; deterministic. */
export function foldsOf(families: readonly string[], count: number): readonly number[] {
  const size = new Map<string, number>();
  for (const family of families) size.set(family, (size.get(family) ?? 0) + 1);
  const order = [...size].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const load = new Array<number>(count).fill(0);
  const foldOf = new Map<string, number>();
  for (const [family, rows] of order) {
    const at = load.indexOf(Math.min(...load));
    foldOf.set(family, at);
    load[at] = (load[at] ?? 0) + rows;
  }
  return families.map(family => foldOf.get(family) ?? 0);
}
