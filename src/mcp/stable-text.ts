/** Deeper nesting is cut off: schemas of honest tools stay far below. */
export const maxNesting = 64;

/** JSON with sorted keys: equal values give equal texts, whatever the order they were written in. Never throws. */
export function stableText(value: unknown, depth = maxNesting): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (depth <= 0) return '"…"';
  if (Array.isArray(value)) return `[${value.map(item => stableText(item, depth - 1)).join(',')}]`;
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${stableText(item, depth - 1)}`);
  return `{${entries.join(',')}}`;
}

/** Whether a value is nested deeper than `stableText` looks. */
export function isTooDeep(value: unknown, depth = maxNesting): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth <= 0 || Object.values(value).some(item => isTooDeep(item, depth - 1));
}
