import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { NodeFact } from '../../model/fact.ts';
import type { LocalPackage } from './find.ts';

const maxConfig = 8_000_000;
const maxUp = 6;

/**
 * The package around a program that a configuration starts by its path. Facts keep only the end of such a path, so
 * the file that configures the server is asked for the rest. `fileOf` opens an origin; `home` bounds what is read.
 */
export function localFolder(
  server: NodeFact,
  fileOf: (path: string) => string | undefined,
  home: string,
): LocalPackage | undefined {
  const inHome = /^file:(.+)$/.exec(server.package ?? '')?.[1];
  if (inHome !== undefined) return packageAround(resolve(home, inHome), home);
  const end = /^path:(.+)$/.exec(server.package ?? '')?.[1];
  const origins = server.properties?.origins;
  if (end === undefined || !Array.isArray(origins)) return undefined;
  for (const origin of origins) {
    const file = fileOf(String(origin).replace(/:\d+$/, ''));
    const text = file === undefined ? undefined : readText(file);
    for (const path of text === undefined ? [] : pathsEndingIn(text, end)) {
      const found = packageAround(absolute(path, home), home);
      if (found) return found;
    }
  }
  return undefined;
}

/** Quoted or bare words of a configuration that end in the given segments. */
function pathsEndingIn(text: string, end: string): readonly string[] {
  const words = text.match(/[^"'\s,[\]{}]{1,1000}/g) ?? [];
  const quoted = [...text.matchAll(/"((?:[^"\\\n]|\\.){1,1000})"/g)].map(([, inner = '']) => inner);
  const plain = [...quoted, ...words].map(word => word.replace(/\\+/g, '/'));
  return [...new Set(plain.filter(word => word === end || word.endsWith(`/${end}`)))];
}

function absolute(path: string, home: string): string {
  const plain = path.replace(/^(?:~|\$HOME|\$\{HOME\}|\$\{env:HOME\}|%USERPROFILE%)(?=\/|$)/, home);
  return isAbsolute(plain) ? plain : resolve(home, plain);
}

/** The nearest folder with a manifest; the folder of the program where there is none. Only inside the home folder. */
function packageAround(path: string, home: string): LocalPackage | undefined {
  const target = real(path);
  const bound = real(home);
  if (target === undefined || bound === undefined || !isInside(bound, target) || target === bound)
    return undefined;
  const start = statSync(target).isDirectory() ? target : dirname(target);
  let folder = start;
  for (let up = 0; up < maxUp && folder !== bound; up++, folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return made('npm', folder);
    if (existsSync(join(folder, 'pyproject.toml'))) return made('pypi', folder);
  }
  if (start === bound) return undefined;
  return made(/\.py$/.test(target) ? 'pypi' : 'npm', start);
}

function made(ecosystem: LocalPackage['ecosystem'], folder: string): LocalPackage {
  const { name, version } = ecosystem === 'npm' ? manifest(folder) : {};
  return {
    ecosystem,
    name: name ?? basename(folder),
    version: version ?? 'local',
    root: folder,
    folder: '',
    origin: 'local folder',
  };
}

function manifest(folder: string): { readonly name?: string; readonly version?: string } {
  try {
    const value: unknown = JSON.parse(readText(join(folder, 'package.json')) ?? '{}');
    const { name, version } = (value ?? {}) as { readonly [key: string]: unknown };
    return {
      ...(typeof name === 'string' && { name }),
      ...(typeof version === 'string' && { version }),
    };
  } catch {
    return {};
  }
}

function isInside(root: string, path: string): boolean {
  const inner = relative(root, path);
  return inner !== '..' && !inner.startsWith(`..${sep}`) && !isAbsolute(inner);
}

function readText(file: string): string | undefined {
  try {
    return statSync(file).size <= maxConfig ? readFileSync(file, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}

function real(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
