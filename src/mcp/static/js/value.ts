import type { ts } from 'ts-morph';
import type { Env } from './env.ts';

/** What an expression of a package evaluates to, as far as it can be known without running anything. */
export type Value =
  | { readonly t: 'literal'; readonly value: string | number | boolean | null }
  | { readonly t: 'list'; readonly items: readonly Value[]; readonly open: boolean }
  | { readonly t: 'record'; readonly entries: ReadonlyMap<string, Value>; readonly open: boolean }
  | { readonly t: 'function'; readonly node: FunctionNode; readonly env: Env; readonly self?: Value }
  | { readonly t: 'class'; readonly node: ts.ClassLikeDeclaration; readonly env: Env }
  | { readonly t: 'instance'; readonly of: ClassValue; readonly args: readonly Value[] }
  | { readonly t: 'schema'; readonly schema: Schema }
  | { readonly t: 'external'; readonly module: string; readonly name: string }
  /** A file of the package as a namespace. */
  | { readonly t: 'module'; readonly path: string }
  /** A method of a list, a text, a record or a global object, not called yet. */
  | { readonly t: 'builtin'; readonly owner: Value | string; readonly name: string }
  /** A regular expression that is safe to run. */
  | { readonly t: 'regex'; readonly regex: RegExp }
  | { readonly t: 'unknown' };

export type ClassValue = Extract<Value, { t: 'class' }>;
export type FunctionNode = ts.FunctionLikeDeclaration;

/** A validator as the JSON schema it publishes, with what only its parent needs. */
export interface Schema {
  readonly json: { readonly [key: string]: unknown };
  readonly optional: boolean;
  /** Fields of an object validator, for `extend`, `pick`, `omit`, `shape`. */
  readonly shape?: ReadonlyMap<string, Schema>;
}

export const unknown: Value = { t: 'unknown' };

export function literal(value: string | number | boolean | null): Value {
  return { t: 'literal', value };
}

export function list(items: readonly Value[], open = false): Value {
  return { t: 'list', items, open };
}

export function record(entries: ReadonlyMap<string, Value>, open = false): Value {
  return { t: 'record', entries, open };
}

/** The string a value is, if it is one. */
export function asText(value: Value | undefined): string | undefined {
  return value?.t === 'literal' && typeof value.value === 'string' ? value.value : undefined;
}

/** Plain JSON of a value; functions and unknown parts are left out, validators become their schema. */
export function toJson(value: Value, depth = 0): unknown {
  if (depth > 40) return undefined;
  if (value.t === 'literal') return value.value;
  if (value.t === 'list')
    return value.items.flatMap(item => {
      const json = toJson(item, depth + 1);
      return json === undefined ? [] : [json];
    });
  if (value.t === 'schema') return value.schema.json;
  if (value.t !== 'record') return undefined;
  const entries = [...value.entries].flatMap(([key, item]) => {
    const json = toJson(item, depth + 1);
    return json === undefined ? [] : [[key, json]];
  });
  return Object.fromEntries(entries);
}

/** A value of plain JSON. */
export function fromJson(json: unknown, depth = 0): Value {
  if (json === null || typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean')
    return literal(json);
  if (depth > 60) return unknown;
  if (Array.isArray(json)) return list(json.map(item => fromJson(item, depth + 1)));
  if (typeof json === 'object')
    return record(new Map(Object.entries(json).map(([key, item]) => [key, fromJson(item, depth + 1)])));
  return unknown;
}

/** True or false where the value decides it. */
export function truth(value: Value): boolean | undefined {
  if (value.t === 'literal') return Boolean(value.value);
  return value.t === 'unknown' || value.t === 'external' || value.t === 'builtin' ? undefined : true;
}
