import { type ParseError, parse } from 'jsonc-parser';
import type { ManifestResult } from '../project-facts.ts';
import { folderOf, isTable, json, tableAt, text, texts } from './values.ts';

const groups = ['optionalDependencies', 'peerDependencies', 'devDependencies', 'dependencies'];

/** package.json; later groups win, so that a plain dependency's version counts. */
export function npmPackage(file: string, source: string): ManifestResult {
  const manifest = parseLoose(source);
  if (!isTable(manifest)) return { problem: 'package.json is not an object' };
  if (Object.keys(manifest).length === 0 && source.trim() !== '{}')
    return { problem: 'package.json is not JSON' };
  const dependencies: Record<string, string> = {};
  for (const group of groups) {
    for (const [name, version] of Object.entries(tableAt(manifest, group))) {
      if (typeof version === 'string') dependencies[name] = version;
    }
  }
  const workspaces = texts(
    Array.isArray(manifest.workspaces) ? manifest.workspaces : tableAt(manifest, 'workspaces').packages,
  );
  const name = text(manifest.name);
  const version = text(manifest.version);
  const main = text(manifest.main);
  const module = text(manifest.module);
  const types = text(manifest.types) ?? text(manifest.typings);
  const exports = json(manifest.exports);
  const imports = json(manifest.imports);
  return {
    file,
    dir: folderOf(file),
    ...(name !== undefined && { name }),
    ...(version !== undefined && { version }),
    ecosystem: 'npm',
    dependencies,
    ...(workspaces.length > 0 && { workspaces }),
    ...(main !== undefined && { main }),
    ...(module !== undefined && { module }),
    ...(types !== undefined && { types }),
    ...(exports !== undefined && exports !== null && { exports }),
    ...(imports !== undefined && imports !== null && { imports }),
  };
}

/** JSON with comments and trailing commas; whatever could be read of a broken file. */
export function parseLoose(source: string): unknown {
  const errors: ParseError[] = [];
  try {
    return parse(source.replace(/^\uFEFF/, ''), errors, { allowTrailingComma: true });
  } catch {
    // Nesting beyond the stack.
    return undefined;
  }
}
