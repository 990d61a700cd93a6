import { lowerAll, type SourceText } from '../lang/index.ts';
import type { Module } from '../lang/module.ts';
import type { ModuleCache } from './module-cache.ts';

export interface LowerFilesOptions {
  /** Absent: parse everything. */
  readonly cache?: ModuleCache;
  /** Worker threads; default one per processor. */
  readonly jobs?: number;
}

/** Largest cache kept on disk, in bytes. */
const maxCacheBytes = 1_000_000_000;

/** Modules of the files in their order: from the cache where it has them, else parsed and stored. */
export async function lowerFiles(
  files: readonly SourceText[],
  { cache, jobs }: LowerFilesOptions = {},
): Promise<Module[]> {
  const known = new Map<SourceText, Module>();
  for (const file of files) {
    const module = cache?.load(file.path, file.text);
    if (module) known.set(file, module);
  }
  const missing = files.filter(file => !known.has(file));
  const lowered = await lowerAll(missing, jobs === undefined ? {} : { jobs });
  for (const [index, file] of missing.entries()) {
    const module = lowered[index];
    if (!module) continue;
    known.set(file, module);
    cache?.store(file.text, module);
  }
  if (missing.length > 0) cache?.prune(maxCacheBytes);
  return files.flatMap(file => known.get(file) ?? []);
}
