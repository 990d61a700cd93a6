import type { Import } from '../lang/module.ts';
import type { Location } from '../model/location.ts';
import { type Evaluator, unknown } from './evaluator.ts';
import type { Value } from './value.ts';

/** What an import binds: a value of the tree, a module of it, or an external symbol. */
export function importedValue(ev: Evaluator, item: Import, from: string, at: Location): Value {
  return ev.modules.get(from)?.language === 'typescript'
    ? javascriptImport(ev, item, from, at)
    : pythonImport(ev, item, from, at);
}

function javascriptImport(ev: Evaluator, item: Import, from: string, at: Location): Value {
  const target = ev.files.resolve(item.module, from);
  const name = item.name ?? '*';
  if (target.to === 'file' && ev.modules.has(target.path)) {
    if (name === '*') return { kind: 'module', path: target.path, at };
    const value = ev.exported(target.path, name, at);
    if (value) return value;
    // An interface of the tree says nothing about what the object is.
    if (item.typeOnly) return unknown('unresolved-import', `${item.module}#${name}`, at);
  }
  const pkg = item.module.replace(/^node:/, '');
  return { kind: 'external', symbol: `${pkg}#${name}`, at };
}

function pythonImport(ev: Evaluator, item: Import, from: string, at: Location): Value {
  const target = ev.files.resolve(item.module, from);
  if (item.name === undefined) {
    if (target.to === 'file' && ev.modules.has(target.path) && !item.dotted)
      return { kind: 'module', path: target.path, at };
    // `import a.b.c` binds `a`; attributes are followed by name, inside the tree where the folders exist.
    const symbol = item.dotted ? (item.module.split('.')[0] ?? item.module) : item.module;
    return { kind: 'external', symbol, at };
  }
  if (target.to === 'file') {
    const value = ev.exported(target.path, item.name, at);
    if (value) return value;
  }
  const separator = item.module.endsWith('.') ? '' : '.';
  const sub = ev.files.resolve(`${item.module}${separator}${item.name}`, from);
  if (sub.to === 'file' && ev.modules.has(sub.path)) return { kind: 'module', path: sub.path, at };
  return { kind: 'external', symbol: `${item.module}${separator}${item.name}`, at };
}

/**
 * An attribute of an external symbol. Python packages of the tree reached through `import a.b.c` come back into the
 * tree here; JS namespace objects drop their `*`.
 */
export function externalMember(
  ev: Evaluator,
  symbol: string,
  name: string,
  from: string,
  at: Location,
): Value {
  if (symbol.endsWith('#*')) return { kind: 'external', symbol: `${symbol.slice(0, -1)}${name}`, at };
  const dotted = `${symbol}.${name}`;
  if (ev.modules.get(from)?.language === 'python' && !symbol.includes('(') && !symbol.includes('#')) {
    const asModule = ev.files.resolve(dotted, from);
    if (asModule.to === 'file' && ev.modules.has(asModule.path))
      return { kind: 'module', path: asModule.path, at };
    const owner = ev.files.resolve(symbol, from);
    if (owner.to === 'file') {
      const value = ev.exported(owner.path, name, at);
      if (value) return value;
    }
  }
  return { kind: 'external', symbol: dotted, at };
}
