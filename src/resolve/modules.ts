import type { PackageFacts, ProjectFacts } from '../model/project-facts.ts';

/** Where an import leads: a file of the tree, a folder that is a Python namespace package, or outside. */
export type Resolution =
  | { readonly to: 'file'; readonly path: string }
  | { readonly to: 'folder'; readonly path: string }
  | { readonly to: 'outside' };

export interface ModuleResolver {
  /** `specifier` as written, `from` the importing file. */
  resolve(specifier: string, from: string): Resolution;
  /** The folder of the framework distribution a file belongs to, if any (its own source, not a user of it). */
  frameworkOf(path: string): string | undefined;
}

const extensions = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];
const outside: Resolution = { to: 'outside' };

export function dirname(path: string): string {
  const cut = path.lastIndexOf('/');
  return cut < 0 ? '' : path.slice(0, cut);
}

/** Joins and normalises root-relative paths; undefined when it leaves the root. */
export function join(...parts: readonly string[]): string | undefined {
  const out: string[] = [];
  for (const part of parts.join('/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') out.push(part);
    else if (out.pop() === undefined) return undefined;
  }
  return out.join('/');
}

/**
 * Resolves imports inside the tree. `files` are all source paths that exist, also those not lowered.
 * `frameworks` are distribution names whose own source counts as outside for everybody else, so that scanning a
 * framework's repository recognises its examples by the public symbols. `rootName` is the name of the scanned folder:
 * a package that is scanned by itself imports its own modules under it.
 */
export function createModuleResolver(
  files: ReadonlySet<string>,
  facts: ProjectFacts,
  frameworks: ReadonlySet<string> = new Set(),
  rootName?: string,
): ModuleResolver {
  const folders = new Set<string>(['']);
  for (const file of files) {
    for (let dir = dirname(file); !folders.has(dir); dir = dirname(dir)) folders.add(dir);
  }
  const frameworkDirs = facts.packages.filter(p => p.name && frameworks.has(p.name)).map(p => p.dir);
  const npmByName = new Map(
    facts.packages.filter(p => p.ecosystem === 'npm' && p.name).map(p => [p.name ?? '', p]),
  );
  const pythonRoots = [
    ...new Set([
      ...facts.packages
        .filter(p => p.ecosystem === 'pypi')
        .flatMap(p => [p.dir, join(p.dir, 'src') ?? p.dir]),
      '',
      'src',
    ]),
  ].filter(dir => folders.has(dir));
  const tsconfigs = [...facts.tsconfigs].sort((a, b) => b.dir.length - a.dir.length);
  const cache = new Map<string, Resolution>();

  const within = (path: string, dir: string): boolean =>
    dir === '' || path === dir || path.startsWith(`${dir}/`);
  const frameworkOf = (path: string): string | undefined => frameworkDirs.find(dir => within(path, dir));

  function probe(base: string | undefined): Resolution | undefined {
    if (base === undefined) return undefined;
    const bare = base.replace(/\.(?:js|mjs|cjs|jsx)$/, '');
    const tries = [
      base,
      ...extensions.map(x => base + x),
      ...extensions.map(x => bare + x),
      ...extensions.map(x => `${base}/index${x}`),
    ];
    const hit = tries.find(path => files.has(path));
    return hit === undefined ? undefined : { to: 'file', path: hit };
  }

  function workspace(pkg: PackageFacts, rest: string): Resolution | undefined {
    const exported = matchPattern(pkg.exports ?? {}, rest === '' ? '.' : `./${rest}`);
    const target = exported ?? (rest === '' ? pkg.main : rest);
    const candidates =
      target === undefined ? [] : [target, target.replace(/^(?:\.\/)?(?:dist|lib|build|out)\//, 'src/')];
    for (const c of [
      ...candidates,
      rest === '' ? 'src/index' : `src/${rest}`,
      rest === '' ? 'index' : rest,
    ]) {
      const found = probe(join(pkg.dir, c.replace(/\.d\.ts$/, '')));
      if (found) return found;
    }
    return undefined;
  }

  function resolveJs(specifier: string, from: string): Resolution {
    if (specifier.startsWith('.')) return probe(join(dirname(from), specifier)) ?? outside;
    for (const config of tsconfigs) {
      if (!within(from, config.dir)) continue;
      for (const target of matchTargets(config.paths, specifier)) {
        const found = probe(join(target));
        if (found) return found;
      }
      const based = config.baseUrl === undefined ? undefined : probe(join(config.baseUrl, specifier));
      if (based) return based;
    }
    const parts = specifier.split('/');
    const size = specifier.startsWith('@') ? 2 : 1;
    const pkg = npmByName.get(parts.slice(0, size).join('/'));
    if (pkg) {
      const found = workspace(pkg, parts.slice(size).join('/'));
      if (found) return found;
    }
    if (/^[@~#]\//.test(specifier)) {
      for (let dir = dirname(from); ; dir = dirname(dir)) {
        const found = probe(join(dir, 'src', specifier.slice(2))) ?? probe(join(dir, specifier.slice(2)));
        if (found) return found;
        if (dir === '') break;
      }
    }
    return outside;
  }

  function resolvePython(specifier: string, from: string): Resolution {
    const dots = /^\.*/.exec(specifier)?.[0].length ?? 0;
    const path = specifier.slice(dots).split('.').filter(Boolean).join('/');
    if (dots > 0)
      return probePython(join(dirname(from), ...Array<string>(dots - 1).fill('..'), path)) ?? outside;
    for (let dir = dirname(from); ; dir = dirname(dir)) {
      const found = probePython(join(dir, path));
      // A folder without __init__ half-way up is as likely a coincidence of names as a namespace package.
      if (found && (found.to === 'file' || path.includes('/') || pythonRoots.includes(dir))) return found;
      if (dir === '') break;
    }
    for (const root of pythonRoots) {
      const found = probePython(join(root, path));
      if (found) return found;
    }
    const own = rootName && path.startsWith(`${rootName}/`) ? path.slice(rootName.length + 1) : undefined;
    const found = probePython(own);
    return found && (found.to === 'file' || own?.includes('/')) ? found : outside;
  }

  function probePython(base: string | undefined): Resolution | undefined {
    if (base === undefined) return undefined;
    const hit = [`${base}.py`, `${base}/__init__.py`, `${base}.pyi`].find(path => files.has(path));
    if (hit !== undefined) return { to: 'file', path: hit };
    return base !== '' && folders.has(base) ? { to: 'folder', path: base } : undefined;
  }

  return {
    frameworkOf,
    resolve(specifier, from) {
      const key = `${dirname(from)}\0${specifier}`;
      const known = cache.get(key);
      if (known) return known;
      let found = /\.(?:py|pyi|ipynb)$/.test(from)
        ? resolvePython(specifier, from)
        : resolveJs(specifier, from);
      if (found.to === 'file' && !specifier.startsWith('.')) {
        const owner = frameworkOf(found.path);
        if (owner !== undefined && !isOwnSource(from, owner, found.path)) found = outside;
      }
      cache.set(key, found);
      return found;
    },
  };

  /** Examples and docs next to a framework's source use it like anybody else. */
  function isOwnSource(from: string, owner: string, target: string): boolean {
    const top = (path: string): string => path.slice(owner === '' ? 0 : owner.length + 1).split('/')[0] ?? '';
    return within(from, owner) && top(from) === top(target);
  }
}

function matchPattern(map: { readonly [pattern: string]: string }, subject: string): string | undefined {
  for (const [pattern, target] of Object.entries(map)) {
    const star = capture(pattern, subject);
    if (star !== undefined) return target.replace('*', () => star);
  }
  return undefined;
}

function matchTargets(
  map: { readonly [pattern: string]: readonly string[] },
  subject: string,
): readonly string[] {
  return Object.entries(map)
    .sort(([a], [b]) => b.length - a.length)
    .flatMap(([pattern, targets]) => {
      const star = capture(pattern, subject);
      return star === undefined ? [] : targets.map(t => t.replace('*', () => star));
    });
}

/** The text under `*`, `''` for an exact match, undefined for none. */
function capture(pattern: string, subject: string): string | undefined {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === subject ? '' : undefined;
  const [head, tail] = [pattern.slice(0, star), pattern.slice(star + 1)];
  if (subject.length < head.length + tail.length) return undefined;
  return subject.startsWith(head) && subject.endsWith(tail)
    ? subject.slice(head.length, subject.length - tail.length)
    : undefined;
}
