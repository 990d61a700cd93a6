import type { Expression, FunctionDef } from '../lang/module.ts';
import type { Location } from '../model/location.ts';
import { locate } from '../model/location.ts';
import { isBuiltin } from './builtin-names.ts';
import { destructure } from './destructure.ts';
import { type Evaluator, noArguments, unknown } from './evaluator.ts';
import { importedValue } from './imports.ts';
import { runningValue } from './running-value.ts';
import { type Binding, endOfScope, type Scope } from './scope.ts';
import { mapOptions, unite } from './union.ts';
import type { Value } from './value.ts';

/**
 * The definitions of a name that may hold at a position, newest last. Walks back from the use: an unconditional
 * definition ends the walk, so do arms that together cover every path; sibling arms of the use are left out.
 */
export function reaching(
  bindings: readonly Binding[],
  at: number,
): { readonly found: readonly Binding[]; readonly complete: boolean } {
  const found: Binding[] = [];
  const covered = new Map<number, Set<number>>();
  for (let i = bindings.length - 1; i >= 0; i--) {
    const b = bindings[i];
    if (!b || b.from > at) continue;
    const holds = (start: number, end: number): boolean => at !== endOfScope && start <= at && at <= end;
    if (b.blocks.some(x => holds(x.wholeStart, x.wholeEnd) && !holds(x.start, x.end) && x.arms > 0)) continue;
    found.unshift(b);
    const open = b.blocks.filter(x => !holds(x.start, x.end));
    if (open.length === 0) return { found, complete: true };
    const [arm] = open;
    if (open.length === 1 && arm && arm.arms > 0) {
      const arms = covered.get(arm.wholeStart) ?? new Set();
      covered.set(arm.wholeStart, arms.add(arm.start));
      if (arms.size >= arm.arms) return { found, complete: true };
    }
  }
  return { found, complete: false };
}

/** See `Evaluator.lookup`. */
export function lookup(ev: Evaluator, name: string, start: Scope, at: number, location: Location): Value {
  let use = at;
  for (
    let scope: Scope | undefined = start;
    scope;
    use = scope.static.kind === 'expression' ? use : endOfScope, scope = scope.parent
  ) {
    // Names of a class body are not visible inside its methods.
    if (scope.static.kind === 'class' && scope !== start) continue;
    const framed = scope.frame.get(name);
    const bindings = scope.static.bindings.get(name);
    if (!bindings) {
      if (framed) return framed;
      continue;
    }
    const { found, complete } = reaching(bindings, use);
    const here = scope;
    const values = found.filter(b => isSet(ev, b, here)).map(b => bindingValue(ev, b, here));
    if (!complete && framed) values.unshift(framed);
    if (values.length > 0) return unite(preferKnown(values), location);
    // Defined only later in the text: a function that runs after the whole scope sees the last one.
    const last = bindings[bindings.length - 1];
    if (last && scope.static.kind === 'module') return bindingValue(ev, last, scope);
  }
  const python = start.static.language === 'python';
  const starred = python ? starImport(ev, name, start, location) : undefined;
  if (starred) return starred;
  if (isBuiltin(name, python))
    return { kind: 'external', symbol: `${python ? 'builtins' : 'globalThis'}.${name}`, at: location };
  return unknown('unresolved-name', name, location);
}

/** `x = None` before a branch that sets `x` says nothing; an optional import that fails says nothing. */
function preferKnown(values: readonly Value[]): readonly Value[] {
  const useful = values.filter(v => !(v.kind === 'literal' && v.value === null) && v.kind !== 'unknown');
  return useful.length > 0 ? useful : values;
}

function starImport(ev: Evaluator, name: string, start: Scope, location: Location): Value | undefined {
  const module = ev.modules.get(start.static.file);
  for (const item of module?.imports ?? []) {
    if (item.name !== '*' || item.local !== '*') continue;
    const target = ev.files.resolve(item.module, start.static.file);
    if (target.to === 'file') {
      const value = ev.exported(target.path, name, location);
      if (value) return value;
    }
  }
  return undefined;
}

/** The object a variable is made with, knowing that name; kept, so that every use sees the same object. */
function held(value: Value, b: Binding, made: Expression, scope: Scope): Value {
  if (value.kind !== 'instance' || value.holder !== undefined || b.definition.how !== 'assign') return value;
  if (b.definition.path.length > 0) return value;
  const kept = { ...value, holder: b.name };
  scope.memo.set(made, kept);
  return kept;
}

function bindingValue(ev: Evaluator, b: Binding, scope: Scope): Value {
  const at = locate(scope.static.file, b.at);
  const d = b.definition;
  switch (d.how) {
    case 'import':
      return importedValue(ev, d.import, scope.static.file, at);
    case 'function':
      return decorated(ev, ev.functionValue(d.def, scope), scope);
    case 'class':
      return ev.classValue(d.def, scope);
    case 'global': {
      return isSet(ev, b, scope) ? globalValue(ev, b.name, d.by, scope, at) : unknown('dynamic', b.name, at);
    }
    case 'enter':
      return destructure(ev, entered(ev, ev.evaluate(d.value, scope), at), d.path, scope, at);
    case 'element':
      return destructure(ev, elements(ev, ev.evaluate(d.iter, scope), at), d.path, scope, at);
    case 'assign': {
      if (d.op) return runningValue(ev, b, scope);
      const value = ev.evaluate(d.value, scope);
      return destructure(ev, held(value, b, d.value, scope), d.path, scope, at);
    }
  }
}

/** What a function leaves in a name of the module. `count += 1` reads the name it sets: each function is asked once. */
function globalValue(ev: Evaluator, name: string, by: FunctionDef, scope: Scope, at: Location): Value {
  const key = `global ${scope.static.file}:${by.at.join()}:${name}`;
  if (ev.running.has(key)) {
    ev.budget.cuts++;
    return unknown('cycle', `${name} hangs on itself`, at);
  }
  ev.running.set(key, 1);
  const value = ev.lookup(name, ev.genericScope(ev.functionValue(by, scope)), endOfScope, at);
  ev.running.delete(key);
  return value;
}

/** A function may declare a name `global` and only read it. */
function isSet(ev: Evaluator, { name, definition }: Binding, scope: Scope): boolean {
  return definition.how !== 'global' || ev.staticOf(definition.by, scope.static).bindings.has(name);
}

/** What iterating gives: the items of a list, keys of a record. */
export function elements(_ev: Evaluator, value: Value, at: Location): Value {
  return mapOptions(value, at, v => {
    if (v.kind === 'list' && v.items.length > 0)
      return unite(
        v.items.map(i => i.value),
        at,
      );
    if (v.kind === 'record' && v.entries.length > 0) {
      return unite(
        v.entries.map(e => ({ kind: 'literal', value: e.key, at }) as const),
        at,
      );
    }
    // An object that yields tools when iterated stands for each of them.
    if (v.kind === 'instance' && !v.classValue) return v;
    // What a caller hands in stays a question to the callers.
    const reason = v.kind === 'unknown' && v.reason === 'parameter' ? v.reason : 'dynamic';
    return unknown(reason, 'an element of an unknown collection', at);
  });
}

/** What `with value as x` binds: a project context manager's own object, else the value itself. */
function entered(ev: Evaluator, value: Value, at: Location): Value {
  return mapOptions(value, at, v => {
    if (v.kind !== 'instance' || !v.classValue) return v;
    const enter = ev.classMember(v.classValue, '__aenter__') ?? ev.classMember(v.classValue, '__enter__');
    if (!enter) return v;
    const result = ev.call(ev.member(v, '__aenter__', at), noArguments, at);
    const other =
      result.kind === 'unknown' ? ev.call(ev.member(v, '__enter__', at), noArguments, at) : result;
    return other.kind === 'unknown' ? v : other;
  });
}

/** A function under the project's own decorator that turns it into something else (a tool object). */
function decorated(ev: Evaluator, fn: Value, scope: Scope): Value {
  if (fn.kind !== 'function') return fn;
  let value: Value = fn;
  for (const d of [...fn.def.decorators].reverse()) {
    const decorator = ev.evaluate(d, scope);
    if (decorator.kind !== 'function') continue;
    const made = ev.call(decorator, { positional: [value], named: [] }, fn.at);
    if (made.kind === 'instance') value = made;
  }
  return value;
}
