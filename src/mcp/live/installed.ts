import { closeSync, existsSync, openSync, readSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, delimiter, dirname, isAbsolute, join, sep } from 'node:path';

/**
 * The folders of the user's in which a program and what runs it are installed: version managers and virtual
 * environments keep interpreters below the home folder, and without them nothing starts in a sandbox.
 */
export function installedFor(command: string, home: string = homedir()): readonly string[] {
  const found = new Set<string>();
  follow(command, 0);
  return [...found].filter(folder => folder.startsWith(home + sep));

  function follow(name: string, depth: number): void {
    const file = isAbsolute(name) ? name : onPath(name);
    if (file === undefined || depth > 3 || !existsSync(file)) return;
    for (const place of new Set([file, realpathSync(file)])) found.add(prefixOf(place));
    const runner = runnerOf(file);
    if (runner !== undefined) follow(runner, depth + 1);
  }
}

function onPath(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter(isAbsolute)
    .map(folder => join(folder, name))
    .find(file => existsSync(file));
}

/** `/x/bin/node` is installed in `/x`. */
function prefixOf(file: string): string {
  const folder = dirname(file);
  return basename(folder) === 'bin' ? dirname(folder) : folder;
}

/** The program that a script names in its first line. */
function runnerOf(file: string): string | undefined {
  const line = /^#!\s{0,4}(\S+)(?:\s+(\S+))?/.exec(beginning(file));
  if (!line) return undefined;
  const [, program = '', argument] = line;
  return basename(program) === 'env' ? argument : program;
}

function beginning(file: string): string {
  try {
    const handle = openSync(file, 'r');
    try {
      const buffer = Buffer.alloc(256);
      return buffer.toString('latin1', 0, readSync(handle, buffer, 0, 256, 0));
    } finally {
      closeSync(handle);
    }
  } catch {
    return '';
  }
}
