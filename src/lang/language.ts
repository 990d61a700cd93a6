import type { Language } from './module.ts';

/** What a path promises to hold: a language, or cells of one. */
export type SourceKind = Language | 'notebook';

const kinds: readonly (readonly [RegExp, SourceKind])[] = [
  [/\.py[wi]?$/i, 'python'],
  [/\.(?:[mc]?[jt]s|[jt]sx)$/i, 'typescript'],
  [/\.ipynb$/i, 'notebook'],
];

/** Source kind of a file by its name; undefined for files that hold no code we read. */
export function languageOf(path: string): SourceKind | undefined {
  return kinds.find(([pattern]) => pattern.test(path))?.[1];
}
