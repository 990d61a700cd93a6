import { z } from 'zod';

/** Field schemas that turn a value of the wrong type into "absent", so that one bad field never loses its entry. */
export const text = z.string().optional().catch(undefined);
export const flag = z.boolean().optional().catch(undefined);
/** A map with any values; anything else counts as empty. */
export const map = z.record(z.string(), z.unknown()).catch({});
/** Strings of a list; a single string is a list of one; other items are left out. */
export const strings = z
  .union([z.string().transform(one => [one]), z.array(z.unknown()).transform(all => all.filter(isString))])
  .catch([]);

/** The value as a map, or an empty one. */
export function asMap(value: unknown): Readonly<Record<string, unknown>> {
  return isMap(value) ? value : {};
}

/** The value as a list, or an empty one. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value if it is a string with something in it. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

/** Every string inside a value with its path, depth first; bounded in depth. */
export function* textsIn(
  value: unknown,
  path: readonly string[] = [],
): Generator<{ path: readonly string[]; text: string }> {
  if (typeof value === 'string') yield { path, text: value };
  else if (path.length < 30 && typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) yield* textsIn(item, [...path, key]);
}
