import { lstat, readFile, realpath, stat } from 'node:fs/promises';
import { sep } from 'node:path';

/** Why a file was not read: a system code such as `ENOENT`, or words. */
export interface Unread {
  readonly code: string;
}

/**
 * Reads a file that nobody named and that may have come with a hostile tree: only a regular file of a sensible size that
 * lies in the folder. A device, a pipe or a link to elsewhere is not opened.
 */
export async function readFound(folder: string, path: string, maxSize: number): Promise<string | Unread> {
  try {
    const [base, target] = [await realpath(folder), await realpath(path)];
    if (!target.startsWith(base.endsWith(sep) ? base : base + sep))
      return { code: 'a link out of the scanned folder' };
    return await readRegular(target, maxSize);
  } catch (error) {
    return (await isThere(path)) ? { code: 'a broken link' } : { code: codeOf(error) };
  }
}

/** Reads a regular file of a sensible size. */
export async function readRegular(path: string, maxSize: number): Promise<string | Unread> {
  try {
    const stats = await stat(path);
    if (!stats.isFile()) return { code: 'no regular file' };
    if (stats.size > maxSize) return { code: `larger than ${maxSize} bytes` };
    return await readFile(path, 'utf8');
  } catch (error) {
    return { code: codeOf(error) };
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    stats => stats.isSymbolicLink(),
    () => false,
  );
}
