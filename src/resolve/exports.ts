import type { Export } from '../lang/module.ts';
import { type Location, locate } from '../model/location.ts';
import type { Evaluator } from './evaluator.ts';
import { importedValue } from './imports.ts';
import { endOfScope } from './scope.ts';
import type { Value } from './value.ts';

/** The value a module gives under a name, through re-exports; undefined when it has none. */
export function exportedValue(ev: Evaluator, path: string, name: string, at: Location): Value | undefined {
  const module = ev.modules.get(path);
  const scope = ev.moduleScope(path);
  if (!module || !scope) return undefined;
  if (module.language === 'python') return pythonGlobal(ev, path, name, at);
  for (const item of module.exports) {
    if (item.name !== name) continue;
    const value = oneExport(ev, path, item);
    if (value) return value;
  }
  for (const item of module.exports) {
    if (item.name !== '*' || item.module === undefined || name === 'default') continue;
    const target = ev.files.resolve(item.module, path);
    const value = target.to === 'file' ? ev.exported(target.path, name, at) : undefined;
    if (value) return value;
  }
  // `module.exports = {...}` read by name.
  const main = module.exports.find(x => x.name === 'default' && x.value);
  if (main?.value && name !== 'default') {
    const record = ev.evaluate(main.value, scope);
    const entry = record.kind === 'record' ? record.entries.find(e => e.key === name) : undefined;
    if (entry) return entry.value;
  }
  const outside = module.exports.find(
    x => x.name === '*' && x.module !== undefined && ev.files.resolve(x.module, path).to === 'outside',
  );
  if (outside?.module !== undefined) return { kind: 'external', symbol: `${outside.module}#${name}`, at };
  return undefined;
}

function oneExport(ev: Evaluator, path: string, item: Export): Value | undefined {
  const scope = ev.moduleScope(path);
  if (!scope) return undefined;
  const at = locate(path, item.at);
  if (item.value) return ev.evaluate(item.value, scope);
  if (item.module !== undefined) {
    const name = item.local ?? item.name;
    return importedValue(ev, { module: item.module, name, local: item.name, at: item.at }, path, at);
  }
  return ev.lookup(item.local ?? item.name, scope, endOfScope, at);
}

function pythonGlobal(ev: Evaluator, path: string, name: string, at: Location): Value | undefined {
  const scope = ev.moduleScope(path);
  if (!scope) return undefined;
  if (scope.static.bindings.has(name)) return ev.lookup(name, scope, endOfScope, at);
  const module = ev.modules.get(path);
  for (const item of module?.imports ?? []) {
    if (item.name !== '*' || item.local !== '*') continue;
    const target = ev.files.resolve(item.module, path);
    const value = target.to === 'file' ? ev.exported(target.path, name, at) : undefined;
    if (value) return value;
  }
  return lazyExport(ev, path, name, at);
}

/** `_MODULES = {"name": "pkg.mod"}` with a module-level `__getattr__`: the usual way of lazy packages. */
function lazyExport(ev: Evaluator, path: string, name: string, at: Location): Value | undefined {
  const scope = ev.moduleScope(path);
  if (!scope?.static.bindings.has('__getattr__')) return undefined;
  for (const key of scope.static.bindings.keys()) {
    if (key === '__getattr__') continue;
    const table = ev.lookup(key, scope, endOfScope, at);
    if (table.kind !== 'record') continue;
    const entry = table.entries.find(e => e.key === name)?.value;
    const first = entry?.kind === 'list' ? entry.items[0]?.value : entry;
    if (first?.kind !== 'literal' || typeof first.value !== 'string') continue;
    for (const specifier of [first.value, `.${first.value.replace(/^\.+/, '')}`]) {
      const target = ev.files.resolve(specifier, path);
      const value = target.to === 'file' ? ev.exported(target.path, name, at) : undefined;
      if (value) return value;
      if (target.to === 'file' && target.path.endsWith(`/${name}.py`))
        return { kind: 'module', path: target.path, at };
    }
  }
  return undefined;
}
