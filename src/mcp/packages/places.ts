import { join } from 'node:path';
import { expand } from '../home/find.ts';

/** A folder under which packages may lie installed, and how it is called in reports. */
export interface PackagePlace {
  readonly root: string;
  /** Below the root: the folder that holds packages by name, `*` for any one part. */
  readonly pattern: string;
  readonly ecosystem: 'npm' | 'pypi';
  readonly title: string;
}

type Row = readonly [ecosystem: PackagePlace['ecosystem'], pattern: string, title: string];

/** Below a project folder. */
const inProject: readonly Row[] = [
  ['npm', 'node_modules', 'node_modules of the project'],
  ['pypi', '.venv/lib/python*/site-packages', 'virtual environment of the project'],
  ['pypi', '.venv/Lib/site-packages', 'virtual environment of the project'],
  ['pypi', 'venv/lib/python*/site-packages', 'virtual environment of the project'],
  ['pypi', 'venv/Lib/site-packages', 'virtual environment of the project'],
];

/** Below a home folder, of every platform: a folder that does not exist costs nothing. */
const inHome: readonly Row[] = [
  ['npm', '.npm/_npx/*/node_modules', 'npx cache'],
  ['npm', 'AppData/Local/npm-cache/_npx/*/node_modules', 'npx cache'],
  ['npm', '.bun/install/global/node_modules', 'global packages of bun'],
  ['npm', '.npm-global/lib/node_modules', 'global packages of npm'],
  ['npm', '.local/lib/node_modules', 'global packages of npm'],
  ['npm', '.nvm/versions/node/*/lib/node_modules', 'global packages of npm'],
  ['npm', '.local/share/fnm/node-versions/*/installation/lib/node_modules', 'global packages of npm'],
  ['npm', '.asdf/installs/nodejs/*/lib/node_modules', 'global packages of npm'],
  ['npm', '.local/share/mise/installs/node/*/lib/node_modules', 'global packages of npm'],
  ['npm', '.volta/tools/image/packages/*/lib/node_modules', 'packages of volta'],
  ['npm', '.volta/tools/image/packages/*/*/lib/node_modules', 'packages of volta'],
  ['npm', 'AppData/Roaming/npm/node_modules', 'global packages of npm'],
  ['npm', '.config/yarn/global/node_modules', 'global packages of yarn'],
  ['npm', '.local/share/pnpm/global/*/node_modules', 'global packages of pnpm'],
  ['npm', 'Library/pnpm/global/*/node_modules', 'global packages of pnpm'],
  ['npm', 'AppData/Local/pnpm/global/*/node_modules', 'global packages of pnpm'],
  ['pypi', '.local/share/uv/tools/*/lib/python*/site-packages', 'tools of uv'],
  ['pypi', 'AppData/Roaming/uv/tools/*/Lib/site-packages', 'tools of uv'],
  ['pypi', '.cache/uv/archive-v0/*', 'uv cache'],
  ['pypi', '.cache/uv/archive-v0/*/lib/python*/site-packages', 'uv cache'],
  ['pypi', 'AppData/Local/uv/cache/archive-v0/*', 'uv cache'],
  ['pypi', 'AppData/Local/uv/cache/archive-v0/*/Lib/site-packages', 'uv cache'],
  ['pypi', '.local/share/pipx/venvs/*/lib/python*/site-packages', 'packages of pipx'],
  ['pypi', '.local/pipx/venvs/*/lib/python*/site-packages', 'packages of pipx'],
  ['pypi', 'pipx/venvs/*/Lib/site-packages', 'packages of pipx'],
  ['pypi', '.local/lib/python*/site-packages', 'packages of the user'],
];

/** Where programs of all users lie on the running machine. */
const onMachine: readonly Row[] = [
  ['npm', 'usr/lib/node_modules', 'global packages of npm'],
  ['npm', 'usr/local/lib/node_modules', 'global packages of npm'],
  ['npm', 'opt/homebrew/lib/node_modules', 'global packages of npm'],
  ['pypi', 'usr/local/lib/python*/dist-packages', 'packages of the system'],
  ['pypi', 'usr/local/lib/python*/site-packages', 'packages of the system'],
];

/** Folders given on the command line: a folder of packages, one package, or a project that has some installed. */
const given: readonly Row[] = [
  ...inProject,
  ['npm', '', 'package folder'],
  ['npm', '*/node_modules', 'package folder'],
  ['pypi', '', 'package folder'],
  ['pypi', 'lib/python*/site-packages', 'package folder'],
];

/** Where to look for installed packages, in order of preference. */
export interface Whereabouts {
  readonly packageDirs: readonly string[];
  readonly project?: string;
  readonly home?: string;
  /** Also what is installed for all users of this machine. */
  readonly machine: boolean;
}

export function packagePlaces(where: Whereabouts): readonly PackagePlace[] {
  const rows = (root: string, list: readonly Row[]): readonly PackagePlace[] =>
    list.map(([ecosystem, pattern, title]) => ({ root, pattern, ecosystem, title }));
  return [
    ...where.packageDirs.flatMap(folder => rows(folder, given)),
    ...(where.project === undefined ? [] : rows(where.project, inProject)),
    ...(where.home === undefined ? [] : rows(where.home, inHome)),
    ...(where.machine ? rows(join('/'), onMachine) : []),
  ];
}

/** Files below a place whose end is `pattern`. */
export function inPlace(place: PackagePlace, pattern: string): readonly string[] {
  const whole = place.pattern === '' ? pattern : `${place.pattern}/${pattern}`;
  return expand(place.root, whole).flatMap(found => (found.leavesRoot ? [] : [found.path]));
}
