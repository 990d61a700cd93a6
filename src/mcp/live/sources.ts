import { realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { readText, sizeLimits } from '../../discover/read-text.ts';
import type { Subject } from '../audit/audit.ts';
import { machineFiles } from '../audit/programs.ts';
import { findFiles } from '../home/find.ts';
import { readFound } from '../home/read.ts';

/** The configuration files of a subject, as they lie on disk. */
export interface ConfigSources {
  read(path: string): string | undefined;
  /** Where a workspace folder of the subject lies. */
  folder(path: string): string;
  /** Whether the user wrote the file, not the author of a repository. */
  isUsers(path: string): boolean;
}

/** Sources of a subject; nothing outside of it is read. */
export function configSources(subject: Subject): ConfigSources {
  if (subject.of === 'machine') {
    const { machine } = subject;
    const files = machineFiles(machine);
    const own = new Set(findFiles(machine).files.map(file => file.path));
    return {
      read: path => {
        const found = files.get(path);
        const text = found && readFound(found);
        return typeof text === 'string' ? text : undefined;
      },
      folder: path => join(machine.home, path),
      isUsers: path => own.has(path),
    };
  }
  const root = subject.of === 'folder' ? subject.root : undefined;
  return {
    read: path => (root === undefined ? undefined : readInside(root, path)),
    folder: path => join(root ?? '', path),
    isUsers: () => false,
  };
}

function readInside(root: string, path: string): string | undefined {
  try {
    const base = realpathSync(root);
    const file = realpathSync(join(base, path));
    if (!file.startsWith(base.endsWith(sep) ? base : base + sep)) return undefined;
    const text = readText(file, { path, size: statSync(file).size }, sizeLimits);
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
}
