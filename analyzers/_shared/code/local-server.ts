import type { Project } from '../../../src/resolve/project.ts';
import type { Value } from '../../../src/resolve/value.ts';
import { optionsOf, textOf } from './arguments.ts';

/** The running interpreter itself. */
const interpreters =
  /^(?:sys\.executable|(?:globalThis\.)?process\.execPath|(?:node:)?process#(?:default\.)?execPath)$/;
const programs =
  /^(?:python[\d.]*|py|node|tsx|ts-node|bun|deno|uv|uvx|npx|pnpm|yarn|bunx|poetry|pdm|hatch|fastmcp|mcp)(?:\.exe|\.cmd)?$/;

/**
 * Catalog key of a server that a program starts from its own tree: the file of a script (`file:…`), or of a module
 * named after `-m`. Undefined where no file of the program fits; the registry's package is meant then.
 */
export function localServer(
  project: Project,
  file: string,
  command: Value | undefined,
  args: Value | undefined,
): string | undefined {
  const line = textOf(command)?.trim().split(/\s+/) ?? [];
  const program = line[0]?.split(/[\\/]/).at(-1) ?? '';
  const isInterpreter = command !== undefined && optionsOf(command).some(isSelf);
  if (!isInterpreter && !programs.test(program)) return undefined;
  const words: readonly string[] = [
    ...line.slice(1),
    ...(args ? optionsOf(args) : []).flatMap(option =>
      option.kind === 'list' ? option.items.map(({ value }) => endOf(value)) : [endOf(option)],
    ),
  ];
  const at = words.findIndex(word => word === '-m' || word === '--module');
  const script = words.find(word => /\.(?:py|[cm]?[jt]sx?)$/.test(word));
  const module = at >= 0 ? words[at + 1] : undefined;
  const found =
    module !== undefined && /^[\w.]+$/.test(module)
      ? fileOf(project, file, [
          `${module.replaceAll('.', '/')}.py`,
          `${module.replaceAll('.', '/')}/__main__.py`,
        ])
      : script && fileOf(project, file, forms(script));
  return found && `file:${found}`;
}

function isSelf(value: Value): boolean {
  return (value.kind === 'external' || value.kind === 'instance') && interpreters.test(value.symbol);
}

/** A built script is made of a source. */
function forms(script: string): readonly string[] {
  const path = script.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  const source = path.replace(/(^|\/)(?:dist|build|out|lib)\//, '$1src/').replace(/\.([cm]?)jsx?$/, '.$1ts');
  return source === path ? [path] : [path, source];
}

/** A file of the program by a path that is relative to the root, to a file, or to neither. */
function fileOf(project: Project, file: string, paths: readonly string[]): string | undefined {
  const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/') + 1) : '';
  for (const path of paths) {
    const near = [joined(folder, path), joined('', path)].find(item => item && project.modules.has(item));
    if (near) return near;
  }
  const ends = paths.map(path => `/${path.replace(/^(?:\.\.\/|\/)+/, '')}`);
  const alike = [...project.modules.keys()].filter(item => ends.some(end => `/${item}`.endsWith(end)));
  return alike.length === 1 ? alike[0] : undefined;
}

function joined(folder: string, path: string): string {
  const out: string[] = [];
  for (const part of `${folder}${path}`.split('/')) {
    if (part === '..') out.pop();
    else if (part !== '' && part !== '.') out.push(part);
  }
  return out.join('/');
}

/** A word of a command line; of a path that is put together, the part after what is not known. */
function endOf(value: Value, depth = 0): string {
  if (depth > 5) return '';
  if (value.kind === 'literal') return String(value.value ?? '');
  if (value.kind === 'text') {
    const text = value.parts
      .map(part => (typeof part === 'string' ? part : endOf(part, depth + 1) || '…'))
      .join('');
    return text.slice(text.lastIndexOf('…') + 1).replace(/^\//, '');
  }
  if (value.kind === 'union') return endOf(value.options[0] ?? value, depth + 1);
  if (value.kind !== 'instance' && value.kind !== 'external') return '';
  const given = value.kind === 'instance' ? value.args.positional : [];
  const parts = given.map(item => endOf(item, depth + 1)).filter(part => part !== '');
  if (parts.length > 0) return parts.join('/').replace(/\/{2,}/g, '/');
  return value.receiver ? endOf(value.receiver, depth + 1) : '';
}
