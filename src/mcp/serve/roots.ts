import { realpathSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';

/** Says why a request is refused; shown to the caller as it is. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

/** The folders this server may read, links resolved. */
export function realRoots(folders: readonly string[]): readonly string[] {
  return folders.map(folder => realpathSync(folder));
}

/**
 * The folder a request names, relative to the first root or absolute. Refuses what lies outside all roots, also through
 * links, without telling whether it exists.
 */
export function insideRoots(path: string, roots: readonly string[]): string {
  const wanted = resolve(roots[0] ?? '', path);
  if (!roots.some(root => isInside(root, wanted))) throw new RefusedError(outside);
  const real = realPath(wanted);
  if (!roots.some(root => isInside(root, real))) throw new RefusedError(outside);
  if (!statSync(real).isDirectory()) throw new RefusedError('The path is not a folder.');
  return real;
}

const outside = 'The path lies outside of the folders this server may read.';

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    throw new RefusedError('There is no such folder.');
  }
}

function isInside(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}
