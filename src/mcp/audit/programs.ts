import { basename } from 'node:path';
import type { Analyzer } from '../../../analyzers/_shared/analyzer.ts';
import { basesInHome } from '../../../analyzers/mcp-config/places.ts';
import type { Gap } from '../../model/graph.ts';
import type { Program } from '../../pipeline/read-program.ts';
import { runFileAnalyzers } from '../../pipeline/run-analyzers.ts';
import { createProject } from '../../resolve/index.ts';
import { type FoundFile, findFiles } from '../home/find.ts';
import type { Machine } from '../home/machine.ts';
import { readFound } from '../home/read.ts';
import { workspaceFiles } from '../home/workspaces.ts';
import { userHosts } from './user-hosts.ts';

/** The client files of one machine as a program without code. Only files that clients read are opened. */
export function machineProgram(machine: Machine, analyzers: readonly Analyzer[]): Program {
  const found = findFiles(machine);
  const files = byPath(machine, found.files);
  const paths = [...files.keys()].sort();
  const configuration = runFileAnalyzers(analyzers, paths, path => {
    const file = files.get(path);
    return file ? readFound(file) : unreadable(path);
  });
  return {
    ...emptyProgram(basename(machine.home) || 'home'),
    configuration: { ...configuration, facts: userHosts(configuration.facts, paths) },
    gaps: [...found.gaps, ...configuration.gaps],
    files: { filesSeen: paths.length, filesParsed: configuration.parsed, filesSkipped: {} },
  };
}

/** The client files of a machine by the path they have in reports. */
export function machineFiles(machine: Machine): ReadonlyMap<string, FoundFile> {
  return byPath(machine, findFiles(machine).files);
}

function byPath(machine: Machine, found: readonly FoundFile[]): ReadonlyMap<string, FoundFile> {
  const files = new Map<string, FoundFile>();
  const appdata = basesInHome.appdata[machine.platform];
  for (const file of [...found, ...workspaceFiles(machine, appdata)]) {
    if (!files.has(file.path)) files.set(file.path, file);
  }
  return files;
}

/** A program in which nothing was read. */
export function emptyProgram(name: string): Program {
  const project = createProject({
    modules: new Map(),
    files: new Set(),
    facts: { packages: [], tsconfigs: [] },
    conventions: { fluent: [], transparent: [] },
    frameworks: new Set(),
  });
  return {
    name,
    configuration: { facts: [], gaps: [], parsed: 0 },
    project,
    manifests: { packages: [], tsconfigs: [] },
    gaps: [],
    files: { filesSeen: 0, filesParsed: 0, filesSkipped: {} },
  };
}

function unreadable(path: string): Gap {
  return { reason: 'unreadable-file', location: { file: path, line: 1 }, detail: `${path} cannot be read.` };
}
