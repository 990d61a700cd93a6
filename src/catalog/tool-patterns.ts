import type { ToolPatternRow } from './types.ts';

/** Finds the most specific pattern of the user for a tool name; see `Catalog.userTool`. */
export function indexToolPatterns(
  rows: readonly ToolPatternRow[],
): (name: string, server?: string) => ToolPatternRow | undefined {
  const order = rows
    .map((row, at) => ({ row, at, weight: weight(row) }))
    .sort((a, b) => b.weight - a.weight || a.at - b.at);
  return (name, server) =>
    order.find(
      ({ row }) =>
        matchesPattern(row.pattern, name) &&
        (row.server === undefined || (server !== undefined && matchesPattern(row.server, server))),
    )?.row;
}

/** Whether a text matches a pattern in which `*` stands for any text, case ignored. Linear in both lengths per star. */
export function matchesPattern(pattern: string, text: string): boolean {
  const parts = pattern.toLowerCase().split('*');
  const value = text.toLowerCase();
  const head = parts[0] ?? '';
  if (parts.length === 1) return value === head;
  const tail = parts.at(-1) ?? '';
  if (!value.startsWith(head) || value.length < head.length + tail.length || !value.endsWith(tail))
    return false;
  let from = head.length;
  const end = value.length - tail.length;
  for (const part of parts.slice(1, -1)) {
    const found = value.indexOf(part, from);
    if (found < 0 || found + part.length > end) return false;
    from = found + part.length;
  }
  return true;
}

/** Letters that must agree; a stated server counts more than any name. */
function weight(row: ToolPatternRow): number {
  const letters = (text: string): number => text.replaceAll('*', '').length;
  return (
    letters(row.pattern) +
    (row.server === undefined ? 0 : 1000 + letters(row.server)) +
    (row.pattern.includes('*') ? 0 : 500)
  );
}
