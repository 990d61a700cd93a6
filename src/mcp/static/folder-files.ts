import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Files } from './package-files.ts';

const maxBytes = 12_000_000;

/** Files of a folder on disk; links that lead out of it, large files and unreadable ones do not exist. */
export function folderFiles(root: string): Files {
  const base = real(root) ?? root;
  const texts = new Map<string, string | undefined>();
  return {
    read(path) {
      if (texts.has(path)) return texts.get(path);
      const text = path === '' ? undefined : readInside(base, path);
      texts.set(path, text);
      return text;
    },
    list: path => listInside(base, path),
  };
}

function readInside(base: string, path: string): string | undefined {
  const file = real(join(base, path));
  if (file === undefined || !file.startsWith(base.endsWith(sep) ? base : base + sep)) return undefined;
  try {
    const stats = statSync(file);
    return stats.isFile() && stats.size <= maxBytes ? readFileSync(file, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}

function listInside(base: string, path: string): readonly string[] {
  const folder = real(join(base, path));
  if (folder === undefined || (folder !== base && !folder.startsWith(base + sep))) return [];
  try {
    return readdirSync(folder)
      .sort()
      .map(name => (path === '' ? name : `${path}/${name}`));
  } catch {
    return [];
  }
}

function real(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
