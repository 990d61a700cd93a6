import type { SourceKind } from '../lang/language.ts';
import { readNotebook } from '../lang/notebook/index.ts';
import { plainSpecifier } from '../lang/typescript/specifier.ts';

/**
 * Module specifiers a source text seems to import, sorted, found by regular expressions without parsing. Comments and
 * strings may add some; none that a plain import names is missed. Python `from a import b` gives `a` and `a.b`,
 * because `b` may be a module.
 */
export function importedModules(text: string, kind: SourceKind): string[] {
  if (kind === 'notebook') {
    const notebook = readNotebook(text);
    return 'problem' in notebook ? [] : importedModules(notebook.source, notebook.language);
  }
  const found = kind === 'python' ? pythonModules(text) : typescriptModules(text);
  return [...found].sort();
}

const typescriptImport =
  /\b(?:from|import|require)\s{0,50}(?:\(\s{0,50}(?:\/\*[^*]{0,200}\*\/\s{0,50})?)?(?:"([^"\n]{1,300})"|'([^'\n]{1,300})'|`([^`$\n]{1,300})`)/g;

function typescriptModules(text: string): Set<string> {
  const found = new Set<string>();
  for (const [, double, single, back] of text.matchAll(typescriptImport))
    found.add(plainSpecifier(double ?? single ?? back ?? ''));
  return found;
}

const pythonFrom =
  /(?:^|[;:])[ \t]*from[ \t]{1,50}(\.{0,20}[\w.]{0,300})[ \t]{1,50}import[ \t]{0,50}(?:\(([^)]{0,4000})|((?:[^\n\\]|\\\r?\n){0,1000}))/gm;
const pythonImport = /(?:^|[;:])[ \t]*import[ \t]+([\w.][\w., \t\\]{0,1000})/gm;
const pythonCall = /\b(?:import_module|__import__)\(\s{0,50}["']([\w.]{1,200})["']/g;

function pythonModules(text: string): Set<string> {
  const found = new Set<string>();
  for (const [, module = '', grouped, plain] of text.matchAll(pythonFrom)) {
    found.add(module);
    for (const name of importedNames(grouped ?? plain ?? '')) {
      found.add(module.endsWith('.') ? module + name : `${module}.${name}`);
    }
  }
  for (const [, list = ''] of text.matchAll(pythonImport)) {
    for (const name of importedNames(list)) found.add(name);
  }
  for (const [, module = ''] of text.matchAll(pythonCall)) found.add(module);
  return found;
}

function importedNames(list: string): string[] {
  return list
    .replace(/#.*/g, '')
    .split(',')
    .map(part => /^[\s\\]*([\w.]+)/.exec(part)?.[1] ?? '')
    .filter(Boolean);
}
