import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { extname, join } from 'node:path';
import type { Module } from '../lang/module.ts';
import { loweringVersion } from '../lang/version.ts';

/** Modules on disk by content of their source, so that unchanged files are not parsed again. */
export interface ModuleCache {
  /** The Module of a source text under its present path; undefined on a miss or a damaged entry. */
  load(path: string, text: string): Module | undefined;
  /** Failure to write is no error: the next scan parses again. */
  store(text: string, module: Module): void;
  /** Removes the oldest entries beyond `maxBytes`. */
  prune(maxBytes: number): void;
}

/** The cache folder of the user: `$XDG_CACHE_HOME/trefoil`, else `~/.cache/trefoil`. */
export function defaultCacheFolder(environment: { readonly [name: string]: string | undefined }): string {
  const base = environment.XDG_CACHE_HOME;
  return join(base?.startsWith('/') ? base : join(homedir(), '.cache'), 'trefoil');
}

/** Opens the cache in `folder`; nothing is created before the first entry is stored. */
export function createModuleCache(folder: string): ModuleCache {
  const home = join(folder, 'modules');
  return {
    load(path, text) {
      return readEntry(entryFile(home, path, text), path);
    },
    store(text, module) {
      writeEntry(entryFile(home, module.path, text), module);
    },
    prune: maxBytes => pruneFolder(home, maxBytes),
  };
}

function entryFile(home: string, path: string, text: string): string {
  const hash = createHash('sha256')
    .update(`${loweringVersion}\0${extname(path).toLowerCase()}\0`)
    .update(text)
    .digest('hex');
  return join(home, hash.slice(0, 2), `${hash.slice(2)}.json`);
}

function readEntry(file: string, path: string): Module | undefined {
  try {
    const entry: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isModule(entry) ? { ...entry, path } : undefined;
  } catch {
    return undefined;
  }
}

/** Entries are written by this program into the user's own folder; damage shows as missing parts. */
function isModule(entry: unknown): entry is Module {
  if (typeof entry !== 'object' || entry === null) return false;
  const parts = ['imports', 'exports', 'body', 'problems'];
  return 'language' in entry && parts.every(part => Array.isArray(Reflect.get(entry, part)));
}

/** A rename makes the entry appear whole or not at all, also when several scans run at once. */
function writeEntry(file: string, module: Module): void {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(draft, JSON.stringify({ ...module, path: '' }));
    renameSync(draft, file);
  } catch {
    rmSync(draft, { force: true });
  }
}

function pruneFolder(home: string, maxBytes: number): void {
  try {
    const entries = readdirSync(home, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => {
        const file = join(entry.parentPath, entry.name);
        const { size, mtimeMs } = statSync(file);
        return { file, size, age: mtimeMs };
      })
      .sort((a, b) => b.age - a.age);
    let kept = 0;
    for (const { file, size } of entries) {
      kept += size;
      if (kept > maxBytes) rmSync(file, { force: true });
    }
  } catch {
    // No folder yet, or another scan prunes at the same time.
  }
}
