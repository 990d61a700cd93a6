import { parse } from 'smol-toml';
import type { ManifestResult } from '../project-facts.ts';
import { collectRequirements, normalName } from './requirement.ts';
import { folderOf, isTable, joinInside, type Table, tableAt, text, texts } from './values.ts';

/** pyproject.toml of PEP 621, dependency groups, Poetry, PDM and uv. */
export function pyprojectPackage(file: string, source: string): ManifestResult {
  const manifest = parseToml(source);
  if (!manifest) return { problem: 'pyproject.toml is not valid TOML' };
  const project = tableAt(manifest, 'project');
  const poetry = tableAt(manifest, 'tool', 'poetry');
  const dir = folderOf(file);
  const name = text(project.name) ?? text(poetry.name);
  const version = text(project.version) ?? text(poetry.version);
  const workspace = tableAt(manifest, 'tool', 'uv', 'workspace');
  const workspaces = [...texts(workspace.members), ...texts(workspace.exclude).map(pattern => `!${pattern}`)];
  const sourceDirs = sourceFolders(manifest, dir);
  return {
    file,
    dir,
    ...(name !== undefined && { name }),
    ...(version !== undefined && { version }),
    ecosystem: 'pypi',
    dependencies: { ...poetryDependencies(poetry), ...collectRequirements(requirementLists(manifest)) },
    ...(workspaces.length > 0 && { workspaces }),
    ...(sourceDirs.length > 0 && { sourceDirs }),
  };
}

function parseToml(source: string): Table | undefined {
  try {
    return parse(source.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** Optional groups first, so that the plain dependency's version counts. */
function requirementLists(manifest: Table): string[] {
  const optional = tableAt(manifest, 'project', 'optional-dependencies');
  const groups = tableAt(manifest, 'dependency-groups');
  const pdm = tableAt(manifest, 'tool', 'pdm', 'dev-dependencies');
  const lists = [pdm, groups, optional].flatMap(table => Object.values(table).map(texts));
  const uvDev = texts(tableAt(manifest, 'tool', 'uv')['dev-dependencies']);
  return [...lists.flat(), ...uvDev, ...texts(tableAt(manifest, 'project').dependencies)];
}

function poetryDependencies(poetry: Table): Record<string, string> {
  const groups = Object.values(tableAt(poetry, 'group')).map(group => tableAt(group, 'dependencies'));
  const out: Record<string, string> = {};
  for (const table of [...groups, tableAt(poetry, 'dev-dependencies'), tableAt(poetry, 'dependencies')]) {
    for (const [name, spec] of Object.entries(table)) {
      if (name === 'python') continue;
      out[normalName(name)] = text(spec) ?? (isTable(spec) ? text(spec.version) : undefined) ?? '';
    }
  }
  return out;
}

/** Where setuptools, Poetry, Hatch and PDM say that modules lie. */
function sourceFolders(manifest: Table, dir: string): string[] {
  const setuptools = tableAt(manifest, 'tool', 'setuptools');
  const poetry = tableAt(manifest, 'tool', 'poetry').packages;
  const hatch = tableAt(manifest, 'tool', 'hatch', 'build', 'targets', 'wheel');
  const named = [
    ...texts(tableAt(setuptools, 'packages', 'find').where),
    text(tableAt(setuptools, 'package-dir')['']),
    ...(Array.isArray(poetry) ? poetry.map(entry => (isTable(entry) ? text(entry.from) : undefined)) : []),
    ...texts(hatch.packages).map(folderOf),
    text(tableAt(manifest, 'tool', 'pdm', 'build')['package-dir']),
  ];
  const folders = named.flatMap(folder => (folder === undefined ? [] : (joinInside(dir, folder) ?? [])));
  return [...new Set(folders)].sort();
}
