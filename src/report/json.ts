import type { Report } from '../model/report.ts';

const firstKeys = ['schemaVersion', 'tool', 'root', 'id', 'kind', 'rule', 'name', 'file', 'line', 'column'];

/** The report itself: two spaces, keys in a fixed order, so that equal reports are equal bytes. */
export function json(report: Report): string {
  return `${JSON.stringify(ordered(report), null, 2)}\n`;
}

/** A copy whose object keys are sorted: identity first, then code-unit order. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => compareKeys(a, b)).map(([key, item]) => [key, ordered(item)]),
  );
}

function compareKeys(a: string, b: string): number {
  const rank = (key: string): number =>
    (firstKeys.indexOf(key) + firstKeys.length + 1) % (firstKeys.length + 1);
  return rank(a) - rank(b) || (a < b ? -1 : Number(a > b));
}
