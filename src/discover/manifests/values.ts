import type { Json } from '../../model/graph.ts';

/** Guards for values of unknown shape, so that a manifest with surprises never throws. */
export type Table = { readonly [key: string]: unknown };

export function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The table at `path`, or an empty one. */
export function tableAt(value: unknown, ...path: readonly string[]): Table {
  let current: unknown = value;
  for (const key of path) current = isTable(current) ? current[key] : undefined;
  return isTable(current) ? current : {};
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
}

/** A value that came from JSON, kept to a depth that later stages can walk. */
export function json(value: unknown, depth = 12): Json | undefined {
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  ) {
    return value;
  }
  if (depth === 0) return undefined;
  if (Array.isArray(value)) return value.flatMap(item => json(item, depth - 1) ?? []);
  if (!isTable(value)) return undefined;
  const entries = Object.entries(value).map(([key, item]) => [key, json(item, depth - 1)] as const);
  return Object.fromEntries(
    entries.flatMap(([key, item]) => (item === undefined ? [] : [[key, item] as const])),
  );
}

/** Folder of a root-relative path, `''` for the root. */
export function folderOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '';
}

/** Joins root-relative paths; undefined when the result would leave the root. */
export function joinInside(folder: string, path: string): string | undefined {
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return undefined;
  const out: string[] = [];
  for (const part of `${folder}/${path.replaceAll('\\', '/')}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') out.push(part);
    else if (out.pop() === undefined) return undefined;
  }
  return out.join('/');
}
