import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { places } from '../../../analyzers/mcp-config/places.ts';
import type { Gap } from '../../model/graph.ts';
import { type Machine, spotsOf } from './machine.ts';

/** One configuration file that exists. */
export interface FoundFile {
  /** Relative to the home folder with `/`, or under `(system)/`. */
  readonly path: string;
  readonly file: string;
}

const maxEntries = 20_000;
const maxDepth = 8;

/** Every client file on a machine, sorted; links that lead out of their folder are not followed and become gaps. */
export function findFiles(machine: Machine): {
  readonly files: readonly FoundFile[];
  readonly gaps: readonly Gap[];
} {
  const files = new Map<string, FoundFile>();
  const gaps = new Map<string, Gap>();
  for (const place of places) {
    for (const spot of spotsOf(place, machine)) {
      for (const found of expand(spot.folder, spot.pattern)) {
        const path = [spot.shown, found.path].filter(Boolean).join('/');
        if (found.leavesRoot)
          gaps.set(path, {
            reason: 'link-outside-root',
            location: { file: path, line: 1 },
            detail: `${path} is a link to somewhere else; it was not read.`,
          });
        else if (!files.has(path)) files.set(path, { path, file: found.file });
      }
    }
  }
  const sorted = [...files.values()].sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
  return { files: sorted, gaps: [...gaps.values()] };
}

interface Match {
  readonly path: string;
  readonly file: string;
  readonly leavesRoot: boolean;
}

/** Files under a folder that fit a pattern of `/`-separated parts with `*` and `**`. */
export function expand(folder: string, pattern: string): readonly Match[] {
  const root = real(folder);
  if (root === undefined) return [];
  const out: Match[] = [];
  let budget = maxEntries;
  walk([], pattern.split('/'), 0);
  return out;

  function walk(done: readonly string[], rest: readonly string[], depth: number): void {
    const [part, ...after] = rest;
    if (part === undefined) {
      add(done);
      return;
    }
    if (part !== '**' && !part.includes('*')) {
      walk([...done, part], after, depth);
      return;
    }
    if (depth > maxDepth) return;
    if (part === '**') walk(done, after, depth);
    const here = join(root ?? folder, ...done);
    const matches =
      part === '**'
        ? /^[^/]+$/
        : new RegExp(`^${part.replace(/[.\\+()[\]{}]/g, '\\$&').replace(/\*/g, '[^/]*')}$`);
    for (const name of entries(here)) {
      if (budget-- <= 0) return;
      if (!matches.test(name)) continue;
      if (after.length === 0 && part !== '**') add([...done, name]);
      else if (isFolder(join(here, name))) walk([...done, name], part === '**' ? rest : after, depth + 1);
    }
  }

  function add(parts: readonly string[]): void {
    const file = join(root ?? folder, ...parts);
    const target = real(file);
    if (target === undefined || !isFile(target)) return;
    const inside = target === root || target.startsWith(`${root}${sep}`);
    out.push({ path: parts.join('/'), file: target, leavesRoot: !inside });
  }
}

function entries(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** Linked folders are not entered: they may lead anywhere or round in circles. */
function isFolder(path: string): boolean {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    return false;
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function real(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
