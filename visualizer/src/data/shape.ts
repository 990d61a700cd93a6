/** Small readers for JSON nobody vouches for. A wrong shape gives the fallback, never an error. */
export type Raw = { readonly [key: string]: unknown };

/** The value as an object, else an empty one. */
export function object(value: unknown): Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : {};
}

export function text(value: unknown, fallback = ''): string {
  return typeof value === 'string' ? value : fallback;
}

export function optionalText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A finite number inside the bounds. */
export function between(value: unknown, low: number, high: number): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return low;
  return Math.min(high, Math.max(low, value));
}

/** The word when it is one of the known words, else the fallback. */
export function oneOf<T extends string>(value: unknown, words: readonly T[], fallback: T): T {
  return words.find(word => word === value) ?? fallback;
}

export function optionalOneOf<T extends string>(value: unknown, words: readonly T[]): T | undefined {
  return words.find(word => word === value);
}

/** Every entry that the reader understands; entries for which it answers nothing are left out. */
export function list<T>(value: unknown, read: (entry: unknown) => T | undefined): readonly T[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap(entry => read(entry) ?? []);
}

export function texts(value: unknown): readonly string[] {
  return list(value, optionalText);
}

/** Counts by word. */
export function counts(value: unknown): { readonly [word: string]: number } {
  return Object.fromEntries(
    Object.entries(object(value)).flatMap(([word, count]) =>
      typeof count === 'number' ? [[word, count] as const] : [],
    ),
  );
}
