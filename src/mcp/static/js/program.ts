import { type Exported, readFile, type SourceFile } from './file.ts';

/** The files of a package and of what it depends on, read when asked for. */
export interface PackageSource {
  /** Text of a file by path; undefined when there is none. */
  read(path: string): string | undefined;
  /** Path of what `from` imports by `specifier`; undefined for what lies outside. */
  resolve(from: string, specifier: string): string | undefined;
  /** Paths of what lies in a folder; absent where folders cannot be listed. */
  list?(folder: string): readonly string[];
}

/** Parsed files by path, bounded in number and size. */
export interface Program {
  file(path: string): SourceFile | undefined;
  resolve(from: string, specifier: string): string | undefined;
  /** JSON text of an imported data file. */
  data(path: string): string | undefined;
  readonly loaded: ReadonlyMap<string, SourceFile>;
  /** Follows re-exports to the file that has an export. */
  exported(
    path: string,
    name: string,
  ): { readonly file: SourceFile; readonly exported: Exported } | undefined;
}

const maxFile = 12_000_000;
const maxTotal = 60_000_000;

export function createProgram(source: PackageSource): Program {
  const loaded = new Map<string, SourceFile>();
  const missing = new Set<string>();
  let total = 0;

  function file(path: string): SourceFile | undefined {
    const known = loaded.get(path);
    if (known || missing.has(path)) return known;
    const text = source.read(path);
    const fits = text !== undefined && text.length <= maxFile && total + text.length <= maxTotal;
    const parsed = fits ? parse(path, text) : undefined;
    if (!parsed) {
      missing.add(path);
      return undefined;
    }
    total += text?.length ?? 0;
    loaded.set(path, parsed);
    return parsed;
  }

  function exported(path: string, name: string, seen = new Set<string>()): ReturnType<Program['exported']> {
    const found = file(path);
    if (!found || seen.has(path)) return undefined;
    seen.add(path);
    const own = found.exports.get(name);
    if (own?.how === 'import' && own.name !== '*') {
      const target = source.resolve(path, own.module);
      return target === undefined ? { file: found, exported: own } : exported(target, own.name, seen);
    }
    if (own) return { file: found, exported: own };
    for (const module of found.reexports) {
      const target = source.resolve(path, module);
      const inner = target === undefined ? undefined : exported(target, name, seen);
      if (inner) return inner;
    }
    return undefined;
  }

  return { file, exported, loaded, resolve: source.resolve, data: path => source.read(path) };
}

function parse(path: string, text: string): SourceFile | undefined {
  try {
    return readFile(path, text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
