import type { Module } from '../../src/lang/module.ts';
import { createPythonParser } from '../../src/lang/python/index.ts';
import { lowerTypescript } from '../../src/lang/typescript/index.ts';
import type { PackageFacts, ProjectFacts } from '../../src/model/project-facts.ts';
import { createProject } from '../../src/resolve/index.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { Value } from '../../src/resolve/value.ts';

const python = await createPythonParser();

/** A program from texts; `.py` files are Python, all others TypeScript or JavaScript. */
export function programOf(
  files: { readonly [path: string]: string },
  facts: Partial<ProjectFacts> & { readonly packages?: readonly PackageFacts[] } = {},
  name?: string,
): Project {
  const modules = new Map<string, Module>(
    Object.entries(files).map(([path, text]) => [
      path,
      path.endsWith('.py') ? python.lower(path, text) : lowerTypescript(path, text),
    ]),
  );
  return createProject({
    modules,
    files: new Set(modules.keys()),
    facts: { packages: [], tsconfigs: [], ...facts },
    conventions: { fluent: [], transparent: [] },
    frameworks: new Set(['fw', '@fw/core']),
    ...(name !== undefined && { name }),
  });
}

/**
 * A value in short: literals as JSON, functions and classes by name, objects by symbol, lists in brackets with `?` on
 * what is there only sometimes and `…` when there may be more, what is not known by its reason.
 */
export function shown(value: Value | undefined, depth = 0): string {
  if (!value) return 'nothing';
  if (depth > 8) return '…';
  const inner = (item: Value) => shown(item, depth + 1);
  if (value.kind === 'literal') return JSON.stringify(value.value);
  if (value.kind === 'text')
    return value.parts.map(part => (typeof part === 'string' ? part : `{${inner(part)}}`)).join('');
  if (value.kind === 'list') {
    const items = value.items.map(item => `${inner(item.value)}${item.conditional ? '?' : ''}`);
    return `[${[...items, ...(value.open === undefined ? [] : ['…'])].join(', ')}]`;
  }
  if (value.kind === 'record') {
    const entries = value.entries.map(
      entry => `${entry.key}: ${inner(entry.value)}${entry.conditional ? '?' : ''}`,
    );
    return `{${[...entries, ...(value.open === undefined ? [] : ['…'])].join(', ')}}`;
  }
  if (value.kind === 'function') return `fn ${value.def.name}`;
  if (value.kind === 'class') return `class ${value.def.name}`;
  if (value.kind === 'instance') return `${value.symbol}()`;
  if (value.kind === 'external') return value.symbol;
  if (value.kind === 'module') return `module ${value.path}`;
  if (value.kind === 'union') return value.options.map(inner).sort().join(' | ');
  return `unknown ${value.reason}`;
}

/** The tools argument of the only call of `fw.Agent` or `@fw/core#Agent`. */
export function toolsOf(project: Project): string {
  const calls = project.calls(['fw.Agent', '@fw/core#Agent']);
  const [call] = calls;
  if (!call || calls.length > 1) return `${calls.length} agents`;
  const record = call.args.positional.find(value => value.kind === 'record');
  const value =
    call.args.named.find(item => item.name === 'tools')?.value ??
    (record?.kind === 'record' ? record.entries.find(entry => entry.key === 'tools')?.value : undefined);
  return shown(value);
}
