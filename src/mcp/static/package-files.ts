import { posix } from 'node:path';
import { importedModules } from '../../discover/prefilter.ts';
import type { PackageSource } from './js/program.ts';

/** Files of an unpacked or packed package by `/`-separated path below its root. */
export interface Files {
  read(path: string): string | undefined;
  /** Paths of the files and folders in a folder, sorted. */
  list?(folder: string): readonly string[];
}

/** What a package.json says that matters here. */
export interface PackageJson {
  readonly name?: string;
  readonly version?: string;
  readonly bin?: unknown;
  readonly main?: unknown;
  readonly module?: unknown;
  readonly exports?: unknown;
  readonly imports?: unknown;
  readonly scripts?: { readonly [name: string]: unknown };
  readonly dependencies?: { readonly [name: string]: unknown };
}

const endings = [
  '',
  '.js',
  '.mjs',
  '.cjs',
  '.ts',
  '.mts',
  '.json',
  '/index.js',
  '/index.mjs',
  '/index.cjs',
  '/index.ts',
];
const conditions = ['import', 'node', 'module', 'default', 'require'];
const sdk = /^@modelcontextprotocol\/(?:sdk|server|client|core|ext-apps)(?:\/|$)/;

/** Whether a dependency, by its name, belongs to the server: of the same owner, or about the protocol itself. */
export function carriesServers(name: string, scope: string | undefined): boolean {
  if (sdk.test(name)) return false;
  if (/mcp/i.test(name)) return true;
  if (scope === undefined) return false;
  const owner = scope.slice(1);
  return name.startsWith(`${scope}/`) || name === owner || name.startsWith(`${owner}-`);
}

/** The package.json in a folder; undefined when there is none or it is no object. */
export function readPackageJson(files: Files, folder: string): PackageJson | undefined {
  try {
    const value: unknown = JSON.parse(files.read(join(folder, 'package.json')) ?? '');
    return typeof value === 'object' && value !== null ? (value as PackageJson) : undefined;
  } catch {
    return undefined;
  }
}

/** Files that run when the package starts: programs, then what an import gives. */
export function entriesOf(files: Files, folder: string): readonly string[] {
  const json = readPackageJson(files, folder);
  if (!json) return [];
  const bins = typeof json.bin === 'string' ? [json.bin] : Object.values(record(json.bin));
  const wanted = [
    ...bins,
    json.main,
    json.module,
    target(json.exports, '.'),
    './index.js',
    './dist/index.js',
    './src/index.ts',
  ];
  const found = wanted.flatMap(path =>
    typeof path === 'string' ? (existing(files, join(folder, path)) ?? []) : [],
  );
  return [...new Set(found)];
}

/**
 * Follows imports inside a package, and into those dependencies that carry servers themselves. The SDK, validators and
 * everything else stay outside.
 */
export function packageSource(
  files: Files,
  folder: string,
): PackageSource & { imports(path: string): readonly string[] } {
  const json = readPackageJson(files, folder);
  const scope = json?.name?.startsWith('@') ? json.name.split('/')[0] : undefined;
  const memo = new Map<string, string | undefined>();
  return {
    read: path => files.read(path),
    ...(files.list && { list: (path: string) => files.list?.(path) ?? [] }),
    imports: path => importedModules(files.read(path) ?? '', 'typescript'),
    resolve(from, specifier) {
      const key = `${posix.dirname(from)}\0${specifier}`;
      if (memo.has(key)) return memo.get(key);
      const path = resolve(from, specifier);
      memo.set(key, path);
      return path;
    },
  };

  function resolve(from: string, specifier: string): string | undefined {
    if (/^\.{1,2}(?:\/|$)/.test(specifier)) return existing(files, join(posix.dirname(from), specifier));
    if (specifier.startsWith('#')) {
      const inner = target(json?.imports, specifier);
      return inner === undefined ? undefined : existing(files, join(folder, inner));
    }
    if (/^(?:node:|https?:|\/)/.test(specifier) || sdk.test(specifier)) return undefined;
    const [, name = '', rest = ''] = /^((?:@[^/]+\/)?[^/]+)(\/.*)?$/.exec(specifier) ?? [];
    for (let at = posix.dirname(from); ; at = posix.dirname(at)) {
      const home = join(at === '.' ? '' : at, `node_modules/${name}`);
      const inner = readPackageJson(files, home);
      if (inner) return belongs(name, inner) ? inside(home, inner, rest) : undefined;
      if (at === '.' || at === '/' || at === '') return undefined;
    }
  }

  function belongs(name: string, inner: PackageJson): boolean {
    return (
      carriesServers(name, scope) ||
      Object.keys(record(inner.dependencies)).some(dependency => sdk.test(dependency))
    );
  }

  function inside(home: string, inner: PackageJson, rest: string): string | undefined {
    const listed = target(inner.exports, rest ? `.${rest}` : '.');
    if (listed !== undefined) return existing(files, join(home, listed));
    const plain =
      rest ||
      (typeof inner.module === 'string'
        ? inner.module
        : typeof inner.main === 'string'
          ? inner.main
          : 'index.js');
    return existing(files, join(home, plain));
  }
}

function existing(files: Files, path: string): string | undefined {
  const stems = [path, path.replace(/\.js$/, '.ts'), path.replace(/\.[cm]?js$/, '')];
  for (const stem of stems)
    for (const ending of endings)
      if (/\.\w+$/.test(stem + ending) && files.read(stem + ending) !== undefined) return stem + ending;
  return undefined;
}

/** The file of a subpath of `exports` or `imports`, first usable condition; one `*` is filled in. */
function target(map: unknown, subpath: string): string | undefined {
  if (map === undefined || map === null) return undefined;
  const entries = record(map);
  const isMap = Object.keys(entries).some(key => key.startsWith('.') || key.startsWith('#'));
  if (!isMap) return subpath === '.' ? pick(map, 0) : undefined;
  if (Object.hasOwn(entries, subpath)) return pick(entries[subpath], 0);
  for (const [key, value] of Object.entries(entries)) {
    const [before = '', after] = key.split('*');
    if (after === undefined || !subpath.startsWith(before) || !subpath.endsWith(after)) continue;
    return pick(value, 0)?.replaceAll('*', subpath.slice(before.length, subpath.length - after.length));
  }
  return undefined;
}

function pick(value: unknown, depth: number): string | undefined {
  if (typeof value === 'string') return value;
  if (depth > 8 || typeof value !== 'object' || value === null) return undefined;
  const options = Array.isArray(value)
    ? value
    : conditions.flatMap(name => (Object.hasOwn(value, name) ? [record(value)[name]] : []));
  for (const option of options) {
    const found = pick(option, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function record(value: unknown): { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { readonly [key: string]: unknown })
    : {};
}

function join(folder: string, path: string): string {
  const joined = posix.normalize(posix.join(folder, path));
  return joined === '.' ? '' : joined.replace(/^\//, '');
}
