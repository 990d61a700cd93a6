import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse as parseJsonc } from 'jsonc-parser';
import { projectFileNames } from '../../../analyzers/mcp-config/clients.ts';
import { expand, type FoundFile } from './find.ts';
import type { Machine } from './machine.ts';
import { readFound } from './read.ts';

const maxWorkspaces = 500;
const editors = ['Code', 'Code - Insiders', 'VSCodium', 'Cursor', 'Windsurf', 'Trae', 'Kiro'];

/** Project files of the folders that clients remember having opened, as far as these lie in the home folder. */
export function workspaceFiles(machine: Machine, appdata: string): readonly FoundFile[] {
  const folders = [...new Set([...claudeProjects(machine), ...editorFolders(machine, appdata)])]
    .sort()
    .slice(0, maxWorkspaces);
  return folders.flatMap(folder => {
    const inside = relative(machine.home, folder);
    if (!inside || inside.startsWith('..') || inside.split(sep)[0] === '..') return [];
    const shown = inside.split(sep).join('/');
    return projectFileNames.flatMap(name =>
      expand(folder, name).flatMap(found =>
        found.leavesRoot ? [] : [{ path: `${shown}/${found.path}`, file: found.file }],
      ),
    );
  });
}

function claudeProjects(machine: Machine): readonly string[] {
  return expand(machine.home, '.claude.json').flatMap(found => {
    const projects = record(record(json(found))?.projects);
    return projects ? Object.keys(projects) : [];
  });
}

function editorFolders(machine: Machine, appdata: string): readonly string[] {
  return editors.flatMap(editor =>
    expand(machine.home, `${appdata}/${editor}/User/workspaceStorage/*/workspace.json`).flatMap(found => {
      const folder = record(json(found))?.folder;
      return typeof folder === 'string' ? fromUrl(folder) : [];
    }),
  );
}

function fromUrl(url: string): readonly string[] {
  if (!url.startsWith('file://')) return [];
  try {
    return [fileURLToPath(url)];
  } catch {
    return [];
  }
}

function json(found: { readonly path: string; readonly file: string }): unknown {
  const text = readFound(found);
  return typeof text === 'string' && text.length < 32_000_000 ? parseJsonc(text) : undefined;
}

function record(value: unknown): { readonly [key: string]: unknown } | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { readonly [key: string]: unknown })
    : undefined;
}
