import { ts } from 'ts-morph';
import { elements } from './builtins.ts';
import { applyEffects, enumRecord } from './effects.ts';
import { type Env, envFor } from './env.ts';
import type { Machine } from './machine.ts';
import { placeOf } from './package-paths.ts';
import { type Binding, type PathStep, type StaticScope, scopeOf } from './scope.ts';
import { list, record, unknown, type Value } from './value.ts';

/** What a name denotes where it is used. */
export function lookup(m: Machine, name: string, from: StaticScope, at: Env): Value {
  const home = scopeOf(from, name);
  if (!home)
    return name === '__dirname' || name === '__filename' ? placeOf(name, from.file) : globalNamed(name);
  const where = envFor(home, at);
  const binding = home.bindings.get(name);
  if (!where || !binding) return unknown;
  const known = where.memo.get(binding);
  if (known) return known;
  where.memo.set(binding, unknown);
  const plain = bound(m, binding, home, where, name);
  // What is done to a name may mention the name: `tool.text = f(tool.name)`.
  where.memo.set(binding, plain);
  const value = applyEffects(m, plain, home.effects.get(name) ?? [], where, binding.how === 'empty');
  if (m.budget.fuel > 0) where.memo.set(binding, value);
  else where.memo.delete(binding);
  return value;
}

const globals = new Set([
  'Object',
  'Array',
  'JSON',
  'Promise',
  'String',
  'Number',
  'Boolean',
  'Map',
  'Set',
  'structuredClone',
  'process',
  'Math',
  'Symbol',
  'Reflect',
  'globalThis',
  'console',
  'require',
  'Date',
  'URL',
  'Error',
  'RegExp',
  'Buffer',
]);

function globalNamed(name: string): Value {
  if (name === 'undefined') return { t: 'literal', value: null };
  if (globals.has(name)) return { t: 'builtin', owner: '', name };
  return unknown;
}

function bound(m: Machine, binding: Binding, home: StaticScope, where: Env, name: string): Value {
  switch (binding.how) {
    case 'empty':
      return enumRecord(m, home, where, name) ?? unknown;
    case 'function':
      return { t: 'function', node: binding.node, env: where };
    case 'class':
      return { t: 'class', node: binding.node, env: where };
    case 'init':
      return follow(m, m.evaluate(binding.node, where), binding.path, where);
    case 'import':
      return imported(m, home.file, binding.module, binding.name);
    case 'parameter': {
      const given = where.args;
      if (!given)
        return binding.fallback && binding.path.length === 0 ? m.evaluate(binding.fallback, where) : unknown;
      if (binding.rest) return list(given.slice(binding.index));
      const value = given[binding.index];
      const missing = value === undefined || (value.t === 'literal' && value.value === null);
      const used = missing && binding.fallback ? m.evaluate(binding.fallback, where) : (value ?? unknown);
      return follow(m, used, binding.path, where);
    }
    case 'each': {
      if (where.element) return follow(m, where.element, binding.path, where);
      const items = elements(m.evaluate(binding.over, where));
      return items?.length === 1 && items[0] ? follow(m, items[0], binding.path, where) : unknown;
    }
  }
}

/** A binding of another file, or something outside the package. */
export function imported(m: Machine, from: string, module: string, name: string): Value {
  const path = m.program.resolve(from, module);
  if (path === undefined) return { t: 'external', module, name };
  if (/\.json$/.test(path)) return jsonFile(m, path, name);
  return name === '*' ? { t: 'module', path } : exportOf(m, path, name);
}

/** An export of a file of the package. */
export function exportOf(m: Machine, path: string, name: string): Value {
  const found = m.program.exported(path, name);
  const where = found && m.top(found.file.path);
  if (!found || !where) {
    // CommonJS: the default is the module itself, or what `module.exports` was set to.
    const main = m.program.exported(path, 'default');
    const at = main && m.top(main.file.path);
    if (name === 'default') return { t: 'module', path };
    return main?.exported.how === 'value' && at
      ? m.member(m.evaluate(main.exported.node, at), name)
      : unknown;
  }
  const { exported } = found;
  if (exported.how === 'local') return lookup(m, exported.name, found.file.top, where);
  if (exported.how === 'value') return declared(m, exported.node, where);
  return imported(m, found.file.path, exported.module, exported.name);
}

/** `export default function () {}` is a declaration, not an expression. */
function declared(m: Machine, node: ts.Expression | ts.Node, at: Env): Value {
  if (ts.isFunctionDeclaration(node)) return { t: 'function', node, env: at };
  if (ts.isClassLike(node)) return { t: 'class', node, env: at };
  return m.evaluate(node as ts.Expression, at);
}

function jsonFile(m: Machine, path: string, name: string): Value {
  const text = m.program.data(path);
  const value = parsed(text);
  return name === 'default' || name === '*' ? value : m.member(value, name);
}

function parsed(text: string | undefined): Value {
  try {
    return text === undefined ? unknown : plain(JSON.parse(text), 0);
  } catch {
    return unknown;
  }
}

function plain(json: unknown, depth: number): Value {
  if (json === null || typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean')
    return { t: 'literal', value: json };
  if (depth > 60 || typeof json !== 'object') return unknown;
  if (Array.isArray(json)) return list(json.map(item => plain(item, depth + 1)));
  return record(new Map(Object.entries(json).map(([key, item]) => [key, plain(item, depth + 1)])));
}

/** Follows a pattern into a value. */
export function follow(m: Machine, value: Value, path: readonly PathStep[], at: Env): Value {
  return path.reduce<Value>((current, step) => take(m, current, step, at), value);
}

function take(m: Machine, value: Value, step: PathStep, at: Env): Value {
  switch (step.step) {
    case 'key':
      return m.member(value, step.key);
    case 'index':
      return value.t === 'list' ? (value.items[step.index] ?? unknown) : unknown;
    case 'default':
      return value.t === 'unknown' || (value.t === 'literal' && value.value === null)
        ? m.evaluate(step.node, at)
        : value;
    case 'rest':
      if (value.t === 'list') return list(value.items.slice(step.from), value.open);
      if (value.t !== 'record') return unknown;
      return record(new Map([...value.entries].filter(([key]) => !step.without.includes(key))), value.open);
  }
}
