import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalPackage } from '../packages/find.ts';
import type { PackageSpec } from '../packages/spec.ts';
import { folderFiles } from '../static/folder-files.ts';
import { carriesServers, readPackageJson } from '../static/package-files.ts';
import { type Unpacked, unpackTar, unpackZip } from './archive.ts';
import type { Web } from './http.ts';
import { npmArchive, npmRelease } from './npm-release.ts';
import type { NpmSettings } from './npm-settings.ts';
import { pypiArchive, pypiFile } from './pypi-release.ts';
import { storeFiles } from './store.ts';

export interface Registries {
  readonly web: Web;
  readonly npm: NpmSettings;
  /** Address of the Python index with a trailing slash. */
  readonly pypi: string;
  /** Folder that keeps what was fetched. */
  readonly cache: string;
}

/** Dependencies that carry tools themselves are fetched as well, up to this many. */
const maxDependencies = 6;

/**
 * Fetches a package and checks it against the sum the registry states. Nothing is installed, no script runs: the
 * files are kept for reading. A sentence says why it cannot be had.
 */
export async function fetchPackage(
  spec: PackageSpec,
  registries: Registries,
): Promise<LocalPackage | string> {
  return spec.ecosystem === 'npm' ? fetchNpm(spec, registries) : fetchPypi(spec, registries);
}

async function fetchNpm(
  { name, version: wanted }: PackageSpec,
  registries: Registries,
): Promise<LocalPackage | string> {
  const release = await npmRelease(registries.web, registries.npm, name, wanted);
  if (typeof release === 'string') return release;
  const { version } = release;
  const root = join(registries.cache, 'packages', 'npm', `${name}@${version}`);
  const folder = `node_modules/${name}`;
  const problem = await unpackNpm(join(root, folder), name, version, registries);
  if (problem !== undefined) return problem;
  await fetchDependencies(root, folder, registries);
  const { integrity } = release;
  return { ecosystem: 'npm', name, version, root, folder, origin: 'npm registry, checked', integrity };
}

async function unpackNpm(
  folder: string,
  name: string,
  version: string,
  registries: Registries,
): Promise<string | undefined> {
  if (existsSync(folder)) return undefined;
  const release = await npmRelease(registries.web, registries.npm, name, version);
  if (typeof release === 'string') return release;
  const bytes = await npmArchive(registries.web, registries.npm, release);
  if (typeof bytes === 'string') return bytes;
  const files = await unpackTar(bytes);
  return typeof files === 'string' ? files : storeFiles(folder, withoutTop(files));
}

/** What a server hands on from a package of its own kind is part of it. A failure leaves that part unread. */
async function fetchDependencies(root: string, folder: string, registries: Registries): Promise<void> {
  const files = folderFiles(root);
  const queue = [folder];
  const seen = new Set<string>();
  for (let at = 0; at < queue.length && seen.size < maxDependencies; at++) {
    const json = readPackageJson(files, queue[at] ?? '');
    const scope = json?.name?.startsWith('@') ? json.name.split('/')[0] : undefined;
    for (const [name, range] of Object.entries(json?.dependencies ?? {})) {
      if (typeof range !== 'string' || seen.has(name) || seen.size >= maxDependencies) continue;
      if (!carriesServers(name, scope)) continue;
      seen.add(name);
      const release = await npmRelease(registries.web, registries.npm, name, range);
      if (typeof release === 'string') continue;
      const inner = `node_modules/${name}`;
      if ((await unpackNpm(join(root, inner), name, release.version, registries)) === undefined)
        queue.push(inner);
    }
  }
}

async function fetchPypi(
  { name, version: wanted }: PackageSpec,
  registries: Registries,
): Promise<LocalPackage | string> {
  const file = await pypiFile(registries.web, registries.pypi, name, wanted);
  if (typeof file === 'string') return file;
  const { version } = file;
  const root = join(registries.cache, 'packages', 'pypi', `${name}@${version}`);
  if (!existsSync(root)) {
    const bytes = await pypiArchive(registries.web, file);
    if (typeof bytes === 'string') return bytes;
    const isZip = /\.(?:whl|zip)$/.test(file.filename);
    const files = isZip ? unpackZip(bytes) : await unpackTar(bytes);
    if (typeof files === 'string') return files;
    const problem = storeFiles(root, file.filename.endsWith('.whl') ? files : withoutTop(files));
    if (problem !== undefined) return problem;
  }
  return {
    ecosystem: 'pypi',
    name,
    version,
    root,
    folder: sourceFolder(root),
    origin: 'Python index, checked',
    integrity: `sha256-${file.sha256}`,
  };
}

/** Source archives often keep their modules in `src`. */
function sourceFolder(root: string): string {
  return readdirSync(root).includes('src') && !existsSync(join(root, 'src', '__init__.py')) ? 'src' : '';
}

/** Archives of npm and source archives hold one folder. */
function withoutTop(files: Unpacked): Unpacked {
  return new Map(
    [...files].flatMap(([path, bytes]) => {
      const inner = path.slice(path.indexOf('/') + 1);
      return inner === path || inner === '' ? [] : [[inner, bytes] as const];
    }),
  );
}
