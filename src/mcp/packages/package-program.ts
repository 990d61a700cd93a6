import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Analyzer } from '../../../analyzers/_shared/analyzer.ts';
import type { Discovery, FoundFile } from '../../discover/index.ts';
import { readText, sizeLimits } from '../../discover/read-text.ts';
import { walk } from '../../discover/walk.ts';
import { languageOf } from '../../lang/language.ts';
import type { Gap } from '../../model/graph.ts';
import { type Program, readTree } from '../../pipeline/read-program.ts';
import type { LocalPackage } from './find.ts';

/** More code than a server of tools needs; beyond it, and of bundles with everything in them, only definitions are read. */
const maxCode = 3_000_000;
const maxFile = 500_000;
const maxFiles = 1_500;
const maxEntries = 50_000;
const skipFolders = new Set(['node_modules', '.git', '__pycache__', 'test', 'tests', '__tests__']);

/** Where the files of a package appear in reports: under no folder of the user. */
export function mountOf({ ecosystem, name, version }: LocalPackage): string {
  return `(${ecosystem})/${name}@${version}`;
}

/** The code of a package as a program of its own; undefined when there is too much of it. */
export async function packageProgram(
  copy: LocalPackage,
  analyzers: readonly Analyzer[],
  cache: boolean,
): Promise<Program | undefined> {
  const tree = packageTree(copy);
  const code = tree.files.filter(file => file.kind === 'code');
  const size = code.reduce((sum, file) => sum + file.size, 0);
  if (size > maxCode || code.length > maxFiles) return undefined;
  return readTree(tree, analyzers, { cache, jobs: 1 });
}

/** Files of a package, without its dependencies, under its mount. Links are not followed. */
function packageTree(copy: LocalPackage): Discovery {
  const mount = mountOf(copy);
  const base = join(copy.root, copy.folder);
  const listed = (copy.modules ?? ['']).flatMap(start =>
    start.endsWith('.py') ? [start] : walk(base, start, { skipFolders, limit: maxEntries, onSkip: () => {} }),
  );
  const files = new Map<string, FoundFile>();
  const names = new Set(listed);
  for (const path of listed) {
    if (!/\.(?:[cm]?[jt]sx?|py|json|toml)$/i.test(path) || /\.min\.[cm]?js$/i.test(path)) continue;
    const stats = lstatSync(join(base, path), { throwIfNoEntry: false });
    if (!stats?.isFile()) continue;
    const isCode =
      languageOf(path) !== undefined &&
      !/\.d\.[cm]?ts$|\.pyi$/i.test(path) &&
      stats.size <= maxFile &&
      !isCopy(path, names);
    files.set(path, { path: `${mount}/${path}`, size: stats.size, kind: isCode ? 'code' : 'other' });
  }
  const manifest = copy.ecosystem === 'pypi' ? pythonManifest(copy) : undefined;
  if (manifest && !files.has('pyproject.toml'))
    files.set('pyproject.toml', { path: `${mount}/pyproject.toml`, size: manifest.length, kind: 'other' });
  return {
    name: copy.name,
    files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    skipped: {},
    gaps: [],
    read(path) {
      const inner = path.slice(mount.length + 1);
      const file = files.get(inner);
      if (!file) return unlisted(path);
      const isMade = inner === 'pyproject.toml' && manifest !== undefined;
      return isMade ? manifest : readText(join(base, inner), { path, size: file.size }, sizeLimits);
    },
  };
}

/** Packages are often built twice, for `require` and for `import`. */
function isCopy(path: string, names: ReadonlySet<string>): boolean {
  const [, stem, ending] = /^(.+)\.(cjs|mjs|js)$/.exec(path) ?? [];
  if (stem === undefined) return false;
  if (ending === 'cjs') return names.has(`${stem}.js`) || names.has(`${stem}.mjs`);
  const twin = stem.replace(/(^|\/)(?:cjs|commonjs)\//, '$1esm/');
  return twin !== stem && (names.has(`${twin}.js`) || names.has(`${twin}.mjs`));
}

/** An installed package has no manifest of the kind that module resolution reads; its name and place are known. */
function pythonManifest({ name, version }: LocalPackage): string {
  return `[project]\nname = ${JSON.stringify(name)}\nversion = ${JSON.stringify(version)}\n`;
}

function unlisted(path: string): Gap {
  return { reason: 'unreadable-file', location: { file: path, line: 1 }, detail: 'not part of the package' };
}
