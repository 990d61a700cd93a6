import type { Catalog } from '../catalog/types.ts';

/** The known package an unknown key could be mistaken for: a letter more, less, other or swapped, or another separator. */
export function resembles(key: string, catalog: Catalog): string | undefined {
  const kind = /^(npm|pypi):/.exec(key)?.[0];
  if (!kind || catalog.server(key)) return undefined;
  const name = key.slice(kind.length);
  if (name.length < 6 || name.length > 120) return undefined;
  for (const row of catalog.servers) {
    for (const known of row.packages) {
      if (known.startsWith(kind) && isSlip(name, known.slice(kind.length))) return known;
    }
  }
  return undefined;
}

function isSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  // A different scope is a different owner, which is worth telling only when the scope itself is a slip.
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  if (left.replace(/[-_.]/g, '') === right.replace(/[-_.]/g, '')) return left !== right;
  return oneEdit(left, right);
}

/** Damerau-Levenshtein distance of exactly one. */
function oneEdit(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const [left, right] = [a.slice(start, endA), b.slice(start, endB)];
  // Version digits are names of their own: `mcp2` is no slip of `mcp1`.
  if (/\d/.test(left + right)) return false;
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
