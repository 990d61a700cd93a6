import type { Row } from './rows.ts';

/** Words of server names that say nothing about who is related to whom. */
const generic = new Set(
  'mcp server servers modelcontextprotocol search tools tool sample repo email com api data app the plugin template official remote local reference npm other readonly client'.split(
    ' ',
  ),
);

/**
 * A family per row: servers that share a vendor word or a described tool are one family, so that the same server in two
 * data sets never stands on both sides of a split. Areas of one big vendor server (`azure-mcp/storage`) stay apart.
 */
export function familiesOf(rows: readonly Row[]): readonly string[] {
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
  for (const row of rows) {
    if (row.dataset === 'azure_mcp') continue;
    if (row.dataset === 'agentdojo') union(row.server, 'vendor:agentdojo');
    if (row.dataset !== 'own')
      for (const word of row.tool.server?.toLowerCase().match(/[a-z]{3,}/g) ?? [])
        if (!generic.has(word)) union(row.server, `vendor:${word}`);
    const { name, description = '' } = row.tool;
    if (description.length > 60) union(row.server, `tool:${name}:${description.slice(0, 80)}`);
  }
  return rows.map(row => find(row.server));
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
