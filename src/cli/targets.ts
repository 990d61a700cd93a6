import { realpathSync, statSync } from 'node:fs';
import { dirname, parse, relative, resolve, sep } from 'node:path';
import { UserError } from './terminal.ts';

/** What one run scans: a folder, and the parts of it that were asked for (root-relative, `/`; empty for all). */
export interface Target {
  readonly root: string;
  readonly only: readonly string[];
}

/**
 * Turns the paths of the command line into one target. Several paths become one report over the nearest folder that
 * holds them all, so that an agent in one and a server in another still meet. A file is scanned within its folder.
 */
export function targetOf(paths: readonly string[], cwd: string): Target {
  const places = paths.map(path => locate(path, cwd));
  const [first, ...rest] = places;
  if (!first) throw new UserError('no path given');
  if (rest.length === 0 && first.isFolder) return { root: first.path, only: [] };
  const folders = places.map(place => (place.isFolder ? place.path : dirname(place.path)));
  const root = folders.reduce(commonFolder);
  if (root === parse(root).root && folders.some(folder => folder !== root)) {
    throw new UserError('these paths share no folder below the file system root: scan them one by one');
  }
  const only = places.map(place => relative(root, place.path).split(sep).join('/')).filter(Boolean);
  return { root, only: folders.length > only.length ? [] : [...new Set(only)].sort() };
}

function locate(path: string, cwd: string): { readonly path: string; readonly isFolder: boolean } {
  // An unset variable of a script must not become the current folder.
  if (path === '') throw new UserError('a path is empty');
  try {
    const real = realpathSync(resolve(cwd, path));
    const stats = statSync(real);
    if (!stats.isDirectory() && !stats.isFile())
      throw new UserError(`${path} is neither a folder nor a file`);
    return { path: real, isFolder: stats.isDirectory() };
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : '';
    throw new UserError(code === 'ENOENT' ? `${path} does not exist` : `cannot read ${path} (${code})`);
  }
}

function commonFolder(a: string, b: string): string {
  const left = a.split(sep);
  const right = b.split(sep);
  const differs = left.findIndex((part, index) => part !== right[index]);
  const shared = left.slice(0, differs < 0 ? left.length : differs).join(sep);
  return shared === '' || shared.endsWith(':') ? `${shared}${sep}` : shared;
}
