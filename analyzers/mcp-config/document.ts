import type { Json } from '../../src/model/graph.ts';

/** A parsed configuration value that remembers where it stands. Lines and columns start at 1. */
export type Doc =
  | {
      readonly kind: 'map';
      readonly entries: readonly DocEntry[];
      readonly line: number;
      readonly column: number;
    }
  | { readonly kind: 'list'; readonly items: readonly Doc[]; readonly line: number; readonly column: number }
  | {
      readonly kind: 'scalar';
      readonly value: string | number | boolean | null;
      readonly line: number;
      readonly column: number;
    };

export type DocMap = Extract<Doc, { kind: 'map' }>;

/** One key of a map; `line` and `column` are the key's own. */
export interface DocEntry {
  readonly key: string;
  readonly value: Doc;
  readonly line: number;
  readonly column: number;
}

/** What a parser gives: the tree as far as it could be read, and a sentence per problem. */
export interface Parsed {
  readonly root: Doc | undefined;
  readonly problems: readonly { readonly detail: string; readonly line: number }[];
}

/** Nesting below this is cut off; real client files stay under ten levels. */
export const maxDepth = 60;

/** Entry of a map by exact key, undefined on anything else. */
export function entry(doc: Doc | undefined, key: string): DocEntry | undefined {
  return doc?.kind === 'map' ? doc.entries.find(item => item.key === key) : undefined;
}

/** Value under a path of keys. */
export function at(doc: Doc | undefined, ...keys: readonly string[]): Doc | undefined {
  return keys.reduce<Doc | undefined>((found, key) => entry(found, key)?.value, doc);
}

/** The string under one of the keys, first match. */
export function text(doc: Doc | undefined, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = at(doc, key);
    if (value?.kind === 'scalar' && typeof value.value === 'string') return value.value;
  }
  return undefined;
}

/** The boolean under a key; the words `true` and `false` count. */
export function flag(doc: Doc | undefined, key: string): boolean | undefined {
  const value = at(doc, key);
  if (value?.kind !== 'scalar') return undefined;
  if (value.value === true || value.value === 'true') return true;
  return value.value === false || value.value === 'false' ? false : undefined;
}

/** Strings of a list; numbers and booleans become their spelling, other items are left out. */
export function strings(doc: Doc | undefined): readonly string[] | undefined {
  if (doc?.kind !== 'list') return undefined;
  return doc.items.flatMap(item =>
    item.kind === 'scalar' && item.value !== null ? [String(item.value)] : [],
  );
}

/** The value without its places. */
export function plainOf(doc: Doc): Json {
  if (doc.kind === 'scalar') return doc.value;
  if (doc.kind === 'list') return doc.items.map(plainOf);
  return Object.fromEntries(doc.entries.map(({ key, value }) => [key, plainOf(value)]));
}
