import { readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import semver from 'semver';
import { inPlace, type PackagePlace } from './places.ts';
import { isExact, type PackageSpec, plainName } from './spec.ts';

/** A copy of a package on disk. Nothing of it is ever run. */
export interface LocalPackage {
  readonly ecosystem: 'npm' | 'pypi';
  readonly name: string;
  readonly version: string;
  /** Folder that bounds reading: dependencies lie beside the package in it. */
  readonly root: string;
  /** The package below the root with `/`; for Python the folder that holds its modules. */
  readonly folder: string;
  /** Modules of a Python package below `folder`; absent where everything in it is its own. */
  readonly modules?: readonly string[];
  /** Where it was found, in words. */
  readonly origin: string;
  /** The sum the registry states for the archive it came from. */
  readonly integrity?: string;
}

/** The copy to read: of the configured version where there is one, else the newest of the first place that has any. */
export function findInstalled(spec: PackageSpec, places: readonly PackagePlace[]): LocalPackage | undefined {
  const fitting = places.filter(place => place.ecosystem === spec.ecosystem);
  let other: LocalPackage | undefined;
  for (const place of fitting) {
    const found = spec.ecosystem === 'npm' ? npmCopies(spec.name, place) : pythonCopies(spec.name, place);
    const [newest] = [...found].sort((a, b) => byVersion(b.version, a.version));
    const exact = found.find(copy => fits(copy.version, spec));
    if (exact) return isExact(spec.version) ? exact : newest;
    other ??= newest;
  }
  return other;
}

/** Whether a copy is what the configuration asks for, as far as that can be told offline. */
export function fits(version: string, { version: wanted, ecosystem }: PackageSpec): boolean {
  if (wanted === undefined || /^(?:latest|next|\*|x)$/.test(wanted)) return true;
  if (version === wanted.replace(/^v/, '')) return true;
  if (ecosystem === 'npm' && semver.validRange(wanted)) return semver.satisfies(version, wanted);
  return !isExact(wanted);
}

function npmCopies(name: string, place: PackagePlace): readonly LocalPackage[] {
  const inFolder = inPlace(place, `${name}/package.json`).map(path => posix.dirname(path));
  const itself = place.pattern === '' ? [''] : [];
  return [...inFolder, ...itself].flatMap(folder => {
    const json = readJson(join(place.root, folder, 'package.json'));
    if (json?.name !== name) return [];
    const cut = folder.lastIndexOf('node_modules/');
    const above = cut < 0 ? '' : folder.slice(0, cut);
    return [
      {
        ecosystem: 'npm' as const,
        name,
        version: typeof json.version === 'string' ? json.version : '0.0.0',
        root: join(place.root, above),
        folder: folder.slice(above.length),
        origin: place.title,
      },
    ];
  });
}

function pythonCopies(name: string, place: PackagePlace): readonly LocalPackage[] {
  const plain = plainName(name);
  return inPlace(place, '*.dist-info/METADATA').flatMap(path => {
    const [, found, version] = /(?:^|\/)([^/]+?)-([^-/]+)\.dist-info\/METADATA$/.exec(path) ?? [];
    if (found === undefined || version === undefined || plainName(found) !== plain) return [];
    const info = posix.dirname(path);
    const folder = posix.dirname(info);
    const modules = modulesOf(join(place.root, info));
    return [
      {
        ecosystem: 'pypi' as const,
        name,
        version,
        root: join(place.root, folder === '.' ? '' : folder),
        folder: '',
        ...(modules.length > 0 && { modules }),
        origin: place.title,
      },
    ];
  });
}

/** Top-level modules and packages of an installed distribution, from its list of files. */
export function modulesOf(info: string): readonly string[] {
  const lines = readText(join(info, 'RECORD'))?.split('\n') ?? [];
  const tops = lines.flatMap(line => {
    const path = line.split(',')[0] ?? '';
    const [, top] = /^((?!\.\.)[\w-]+(?:\.py)?)(?:\/|$)/.exec(path) ?? [];
    return top !== undefined && (top.endsWith('.py') || path.endsWith('.py')) ? [top] : [];
  });
  return [...new Set(tops)].sort();
}

function byVersion(a: string, b: string): number {
  const left = semver.coerce(a, { includePrerelease: true });
  const right = semver.coerce(b, { includePrerelease: true });
  return left && right ? semver.compare(left, right) : a < b ? -1 : 1;
}

const maxManifest = 4_000_000;

function readText(file: string): string | undefined {
  try {
    return statSync(file).size <= maxManifest ? readFileSync(file, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}

function readJson(file: string): { readonly name?: unknown; readonly version?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(readText(file) ?? '');
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
