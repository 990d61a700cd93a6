import { statSync } from 'node:fs';
import { join } from 'node:path';
import { basesInHome, type Platform } from '../../../analyzers/mcp-config/places.ts';

/** Files and folders that only a home folder has, by platform; the first that exist decide. */
const marks: readonly (readonly [Platform, string])[] = [
  ['darwin', basesInHome.appdata.darwin],
  ['win32', basesInHome.appdata.win32],
  ['win32', 'AppData'],
  ['linux', '.config'],
  ['linux', '.claude.json'],
  ['linux', '.codeium'],
  ['linux', '.bashrc'],
  ['linux', '.profile'],
  ['linux', '.local'],
];

/** The platform a folder is the home folder of; undefined when it looks like anything else. */
export function homePlatform(folder: string): Platform | undefined {
  if (exists(join(folder, '.git'))) return undefined;
  return marks.find(([, path]) => exists(join(folder, path)))?.[0];
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
