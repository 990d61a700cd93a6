import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Unpacked } from './archive.ts';

/**
 * Keeps the files of an archive in a folder of the cache, whole or not at all: they are written beside it and moved.
 * Nothing becomes executable.
 */
export function storeFiles(folder: string, files: Unpacked): string | undefined {
  if (existsSync(folder)) return undefined;
  try {
    mkdirSync(dirname(folder), { recursive: true });
    const draft = mkdtempSync(join(dirname(folder), '.draft-'));
    try {
      for (const [path, bytes] of files) {
        const file = join(draft, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, bytes, { mode: 0o600 });
      }
      renameSync(draft, folder);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
    return undefined;
  } catch (error) {
    if (existsSync(folder)) return undefined;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    return `the cache cannot be written (${code})`;
  }
}
