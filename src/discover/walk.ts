import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ignore } from 'ignore';
import { createMatcher } from './ignored.ts';

export interface WalkOptions {
  /** Names of folders never entered. */
  readonly skipFolders: ReadonlySet<string>;
  /** Called once per folder that is not entered, and per folder that cannot be read. */
  readonly onSkip: (
    path: string,
    reason: 'ignored-folder' | 'virtual-environment' | 'unreadable-folder',
  ) => void;
  /** Entries after which the walk stops. */
  readonly limit: number;
}

interface Scope {
  /** Root-relative folder of the `.gitignore`, with a trailing `/` unless it is the root. */
  readonly base: string;
  readonly matcher: Ignore;
}

/**
 * Root-relative paths of the files and links below `root/start`, honouring `.gitignore` files. Links are listed, not
 * followed.
 */
export function walk(root: string, start: string, options: WalkOptions): string[] {
  const out: string[] = [];
  const open: { readonly folder: string; readonly scopes: readonly Scope[] }[] = [
    { folder: start, scopes: [] },
  ];
  for (let next = open.pop(); next && out.length < options.limit; next = open.pop()) {
    const { folder } = next;
    const entries = readFolder(root, folder);
    if (!entries) {
      options.onSkip(folder, 'unreadable-folder');
      continue;
    }
    if (folder !== start && entries.some(entry => entry.name === 'pyvenv.cfg')) {
      options.onSkip(folder, 'virtual-environment');
      continue;
    }
    const own = entries.some(entry => entry.name === '.gitignore' && entry.isFile());
    const scopes = own ? [...next.scopes, readScope(root, folder)] : next.scopes;
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (options.skipFolders.has(entry.name)) options.onSkip(path, 'ignored-folder');
        else if (!isIgnored(`${path}/`, scopes)) open.push({ folder: path, scopes });
      } else if ((entry.isFile() || entry.isSymbolicLink()) && !isIgnored(path, scopes)) {
        out.push(path);
      }
    }
  }
  return out;
}

function readFolder(root: string, folder: string): Dirent[] | undefined {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true });
  } catch {
    return undefined;
  }
}

function readScope(root: string, folder: string): Scope {
  let lines: readonly string[] = [];
  try {
    lines = readFileSync(join(root, folder, '.gitignore'), 'utf8')
      .slice(0, 200_000)
      .split(/\r?\n/);
  } catch {
    // An unreadable ignore file ignores nothing.
  }
  return { base: folder === '' ? '' : `${folder}/`, matcher: createMatcher(lines) };
}

/** The innermost file that says something about the path decides. */
function isIgnored(path: string, scopes: readonly Scope[]): boolean {
  let ignored = false;
  for (const { base, matcher } of scopes) {
    const verdict = matcher.test(path.slice(base.length));
    if (verdict.ignored) ignored = true;
    else if (verdict.unignored) ignored = false;
  }
  return ignored;
}
