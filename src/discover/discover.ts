import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Gap } from '../model/graph.ts';
import { collect, collectFile, isInside } from './collect.ts';
import { readText, type SizeLimits, sizeLimits } from './read-text.ts';

export interface DiscoverOptions {
  /** Patterns as in `.gitignore`. When given, only matching files are kept, also inside folders ignored by default. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** False reads also build output, vendored code and minified files. */
  readonly useDefaultIgnores?: boolean;
  readonly limits?: Partial<SizeLimits>;
}

/** A file of the scanned tree. `size` in bytes. */
export interface FoundFile {
  /** Root-relative with `/`. */
  readonly path: string;
  readonly size: number;
  /** `code` is what `lang` can lower; declaration and stub files are `other`. */
  readonly kind: 'code' | 'other';
}

/** The scanned tree. Nothing outside of it can be read through this value. */
export interface Discovery {
  /** Base name of the root, for the report. */
  readonly name: string;
  /** Sorted by path in code-unit order. */
  readonly files: readonly FoundFile[];
  /** Files and folders left out, by reason; ignored folders count once. */
  readonly skipped: { readonly [reason: string]: number };
  /** Links out of the root and folders that could not be read. */
  readonly gaps: readonly Gap[];
  /** Text of a listed file without byte order mark, or why it cannot be had. */
  read(path: string): string | Gap;
}

/**
 * Lists a folder (or one file) without following links out of it. Throws when `root` does not exist; everything else
 * that goes wrong becomes a gap.
 */
export function discover(root: string, options: DiscoverOptions = {}): Discovery {
  const absolute = realpathSync(resolve(root));
  const isFile = statSync(absolute).isFile();
  const folder = isFile ? dirname(absolute) : absolute;
  const limits = { ...sizeLimits, ...options.limits };
  const collected = isFile ? collectFile(folder, basename(absolute)) : collect(folder, options);
  const files = [...collected.files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    name: basename(resolve(root)),
    files,
    skipped: Object.fromEntries([...collected.skipped].sort(([a], [b]) => (a < b ? -1 : 1))),
    gaps: collected.gaps.sort((a, b) => ((a.location?.file ?? '') < (b.location?.file ?? '') ? -1 : 1)),
    read(path) {
      const file = collected.files.get(path);
      if (!file)
        return {
          reason: 'unreadable-file',
          location: { file: path, line: 1 },
          detail: 'not part of the scan',
        };
      // Checked again when it is read: the tree may have changed since it was listed.
      const target = realPath(join(folder, path));
      if (target !== undefined && !isInside(folder, target))
        return {
          reason: 'link-outside-root',
          location: { file: path, line: 1 },
          detail: 'link leads out of the scanned folder',
        };
      return readText(target ?? join(folder, path), file, limits);
    },
  };
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
