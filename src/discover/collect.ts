import { lstatSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { languageOf } from '../lang/language.ts';
import type { Gap } from '../model/graph.ts';
import type { DiscoverOptions, FoundFile } from './discover.ts';
import { gitFiles } from './git-files.ts';
import { createMatcher, ignoredFolders, skipReason } from './ignored.ts';
import { type WalkOptions, walk } from './walk.ts';

/** Files by path, what was left out by reason, and what could not be looked into. */
export interface Collected {
  readonly files: Map<string, FoundFile>;
  readonly skipped: Map<string, number>;
  readonly gaps: Gap[];
}

/** Entries after which a tree counts as too large to list. */
const maxEntries = 500_000;

/** A scan of one file. */
export function collectFile(folder: string, path: string): Collected {
  const file = { path, size: statSync(join(folder, path)).size, kind: kindOf(path) };
  return { files: new Map([[path, file]]), skipped: new Map(), gaps: [] };
}

/** Lists what lies below `root`, never anything outside of it. */
export function collect(root: string, options: DiscoverOptions): Collected {
  const collected: Collected = { files: new Map(), skipped: new Map(), gaps: [] };
  const usesDefaults = options.useDefaultIgnores !== false;
  const skipFolders = usesDefaults ? defaultFolders(options.include ?? []) : new Set(['.git']);
  const isWanted = createFilter(options);
  const insideFolders = new Map<string, boolean>();
  const walkOptions: WalkOptions = { skipFolders, limit: maxEntries, onSkip: skipFolder };

  function skipFolder(path: string, reason: string): void {
    count(collected, reason);
    if (reason !== 'unreadable-folder') return;
    const location = { file: path, line: 1 };
    collected.gaps.push({ reason: 'unreadable-file', location, detail: 'folder could not be read' });
  }

  function addAll(paths: readonly string[], isThroughLink: boolean): void {
    for (const path of paths) {
      const reason = add(path, isThroughLink);
      if (reason) count(collected, reason);
    }
  }

  /** Why the entry was left out; undefined when it was added. */
  function add(path: string, isThroughLink: boolean): string | undefined {
    const byName = usesDefaults ? skipReason(path) : undefined;
    if (byName) return byName;
    if (!isWanted(path)) return 'excluded';
    if (!liesInside(path)) return 'link-outside-root';
    const stats = lstat(join(root, path));
    if (!stats) return 'missing';
    if (stats.isSymbolicLink()) return isThroughLink ? 'link' : addLink(path);
    if (stats.isDirectory()) return addFolder(path, isThroughLink);
    if (!stats.isFile()) return 'special-file';
    const kind = kindOf(path);
    // The same code is read where it lies; configuration is also read where it is linked to.
    if (isThroughLink && kind === 'code') return 'link';
    collected.files.set(path, { path, size: stats.size, kind });
    return undefined;
  }

  /** Git lists what lay at a tracked path once, also where a folder on the way has become a link out of the root. */
  function liesInside(path: string): boolean {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const known = insideFolders.get(folder);
    if (known !== undefined) return known;
    const target = realpath(join(root, folder));
    const inside = !path.split('/').includes('..') && (target === undefined || isInside(root, target));
    insideFolders.set(folder, inside);
    if (!inside) addEscape(folder);
    return inside;
  }

  function addEscape(path: string): void {
    const detail = 'link leads out of the scanned folder';
    collected.gaps.push({ reason: 'link-outside-root', location: { file: path, line: 1 }, detail });
  }

  function addFolder(path: string, isThroughLink: boolean): undefined {
    addAll(walk(root, path, walkOptions), isThroughLink);
    return undefined;
  }

  function addLink(path: string): string | undefined {
    const target = realpath(join(root, path));
    if (target === undefined) return 'broken-link';
    if (!isInside(root, target)) {
      addEscape(path);
      return 'link-outside-root';
    }
    const stats = lstat(target);
    if (stats?.isFile() && kindOf(path) === 'other') {
      collected.files.set(path, { path, size: stats.size, kind: 'other' });
      return undefined;
    }
    const leadsBack = isInside(target, join(root, path));
    const isIgnored = relative(root, target)
      .split(sep)
      .some(part => skipFolders.has(part));
    if (!stats?.isDirectory() || leadsBack || isIgnored) return 'link';
    return addFolder(path, true);
  }

  const listed = listEntries(root, walkOptions);
  const inside = listed.filter(path => !isUnder(path, skipFolders));
  if (inside.length < listed.length) count(collected, 'in-ignored-folder', listed.length - inside.length);
  addAll(inside, false);
  dropVirtualEnvironments(collected);
  return collected;
}

function count({ skipped }: Collected, reason: string, by = 1): void {
  skipped.set(reason, (skipped.get(reason) ?? 0) + by);
}

/** What git lists; where it lists nothing (an ignored folder, no repository) what lies there. */
function listEntries(root: string, options: WalkOptions): string[] {
  const fromGit = gitFiles(root);
  if (!fromGit || fromGit.length === 0) return walk(root, '', options);
  return fromGit.slice(0, maxEntries).map(path => path.replace(/\/$/, ''));
}

/** An include pattern that names an ignored folder asks for it. */
function defaultFolders(include: readonly string[]): ReadonlySet<string> {
  const named = new Set(include.flatMap(pattern => pattern.split('/')));
  return new Set(ignoredFolders.filter(folder => folder === '.git' || !named.has(folder)));
}

function createFilter(options: DiscoverOptions): (path: string) => boolean {
  const include = options.include?.length ? createMatcher(options.include) : undefined;
  const exclude = options.exclude?.length ? createMatcher(options.exclude) : undefined;
  return path => (!include || include.ignores(path)) && !exclude?.ignores(path);
}

function isUnder(path: string, folders: ReadonlySet<string>): boolean {
  return path
    .split('/')
    .slice(0, -1)
    .some(part => folders.has(part));
}

function dropVirtualEnvironments(collected: Collected): void {
  const marker = 'pyvenv.cfg';
  const { files } = collected;
  const folders = [...files.keys()]
    .filter(path => path.endsWith(`/${marker}`))
    .map(path => path.slice(0, -marker.length));
  if (folders.length === 0) return;
  count(collected, 'virtual-environment', folders.length);
  for (const path of files.keys()) {
    if (folders.some(folder => path.startsWith(folder))) files.delete(path);
  }
}

function kindOf(path: string): FoundFile['kind'] {
  return languageOf(path) && !/\.(?:d\.[mc]?ts|pyi)$/i.test(path) ? 'code' : 'other';
}

function lstat(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function realpath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

/** Whether a path without links is the root or lies in it. */
export function isInside(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}
