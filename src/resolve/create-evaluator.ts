import type { ClassDef, Expression, FunctionDef, Module } from '../lang/module.ts';
import { type Location, locate } from '../model/location.ts';
import { classAttribute, instanceField, methodScope, type Setters, settersOf } from './classes.ts';
import { collectScope } from './collect.ts';
import { type Conventions, type EffectLookup, type Evaluator, limits, unknown } from './evaluator.ts';
import { exportedValue } from './exports.ts';
import { evaluateExpression } from './expression.ts';
import { genericRunOf } from './generic.ts';
import { invoke } from './invoke.ts';
import { lookup } from './lookup.ts';
import { memberOf } from './member.ts';
import type { ModuleResolver } from './modules.ts';
import { makeScope, type Scope, type StaticScope } from './scope.ts';
import { signature } from './union.ts';
import type { ClassValue, FunctionValue, InstanceValue, Value } from './value.ts';

/** Static scopes outlive an evaluator: they say only what the text says. */
export type Statics = WeakMap<object, StaticScope>;

/** Builds an evaluator over fixed modules. A fresh one (with effects) is made once the site index is complete. */
export function createEvaluator(
  modules: ReadonlyMap<string, Module>,
  files: ModuleResolver,
  conventions: Conventions,
  effects: EffectLookup,
  statics: Statics,
): Evaluator {
  const moduleScopes = new Map<string, Scope>();
  const exportMemo = new Map<string, Value | undefined | 'busy'>();
  const fieldMemo = new Map<string, Value | undefined>();
  const genericScopes = new Map<string, Scope>();
  const closureScopes = new WeakMap<Scope, Map<string, Scope>>();
  const functionMemo = new WeakMap<Scope, Map<FunctionDef, FunctionValue>>();
  const classMemo = new WeakMap<Scope, Map<ClassDef, ClassValue>>();
  const basesMemo = new Map<string, readonly Value[]>();
  const setterMemo = new WeakMap<ClassDef, Setters>();
  const methodScopes = new Map<string, Scope>();

  const ev: Evaluator = {
    modules,
    files,
    conventions,
    effects,
    budget: { fuel: limits.fuel, depth: 0, cuts: 0 },
    calls: new Map(),
    running: new Map(),
    recursive: new Set(),
    evaluate(e, scope) {
      if (e.kind === 'literal') return evaluateExpression(ev, e, scope);
      const known = scope.memo.get(e);
      const at = locate(scope.static.file, e.at);
      if (known && known !== 'busy') return known;
      const isSpent = ev.budget.fuel <= 0 || ev.budget.depth > limits.depth;
      if (known || isSpent) {
        ev.budget.cuts++;
        return known
          ? unknown('cycle', 'a value that depends on itself', at)
          : unknown('limit', 'too much work', at);
      }
      ev.budget.fuel--;
      ev.budget.depth++;
      scope.memo.set(e, 'busy');
      const value = evaluateExpression(ev, e, scope);
      scope.memo.set(e, value);
      ev.budget.depth--;
      return value;
    },
    member: (value, name, at) => memberOf(ev, value, name, at),
    call: (callee, args, at, origin) => invoke(ev, callee, args, at, origin),
    lookup: (name, scope, at, location) => lookup(ev, name, scope, at, location),
    exported(path, name, at) {
      const key = `${path}#${name}`;
      const known = exportMemo.get(key);
      if (known === 'busy') {
        ev.budget.cuts++;
        return undefined;
      }
      if (exportMemo.has(key)) return known;
      exportMemo.set(key, 'busy');
      const value = exportedValue(ev, path, name, at);
      exportMemo.set(key, value);
      return value;
    },
    moduleScope(path) {
      const module = modules.get(path);
      if (!module) return undefined;
      const known = moduleScopes.get(path);
      if (known) return known;
      const text = statics.get(module) ?? collectScope({ kind: 'module', module }, module.body);
      statics.set(module, text);
      const scope = makeScope(text, undefined, new Map(), true);
      moduleScopes.set(path, scope);
      return scope;
    },
    staticOf(def, parent) {
      const known = statics.get(def);
      if (known) return known;
      const made =
        'params' in def
          ? collectScope({ kind: 'function', module: parent.module, parent, function: def }, def.body)
          : collectScope({ kind: 'class', module: parent.module, parent, class: def }, def.body);
      statics.set(def, made);
      return made;
    },
    functionValue(def, scope) {
      const owner = scope;
      const map = functionMemo.get(owner) ?? new Map<FunctionDef, FunctionValue>();
      functionMemo.set(owner, map);
      const at = locate(scope.static.file, def.at);
      const made = map.get(def) ?? {
        kind: 'function',
        id: idOf(at),
        def,
        file: at.file,
        at,
        scope,
        ...thisOf(def, scope),
      };
      map.set(def, made);
      return made;
    },
    classValue(def, scope) {
      const map = classMemo.get(scope) ?? new Map<ClassDef, ClassValue>();
      classMemo.set(scope, map);
      const at = locate(scope.static.file, def.at);
      const made = map.get(def) ?? { kind: 'class', id: idOf(at), def, file: at.file, at, scope };
      map.set(def, made);
      return made;
    },
    genericScope(fn) {
      const key = `${fn.id}\0${fn.self?.kind === 'instance' ? fn.self.id : ''}\0${fn.partial ? signature(fn) : ''}`;
      const outer = fn.scope as Scope;
      // A closure of one particular factory call has a run of its own.
      const runs = outer.generic ? genericScopes : (closureScopes.get(outer) ?? new Map<string, Scope>());
      if (!outer.generic) closureScopes.set(outer, runs);
      const known = runs.get(key);
      if (known) return known;
      const scope = genericRunOf(ev, fn);
      runs.set(key, scope);
      return scope;
    },
    instanceField(instance: InstanceValue, name: string) {
      const key = `${instance.id}\0${instance.symbol}\0${name}`;
      if (fieldMemo.has(key)) return fieldMemo.get(key);
      fieldMemo.set(key, undefined);
      const value = instanceField(ev, instance, name);
      fieldMemo.set(key, value);
      return value;
    },
    classMember: (cls, name) => classAttribute(ev, cls, name),
    bases(cls) {
      const known = basesMemo.get(cls.id);
      if (known) return known;
      basesMemo.set(cls.id, []);
      const values = cls.def.bases.map((b: Expression) => ev.evaluate(b, cls.scope as Scope));
      basesMemo.set(cls.id, values);
      return values;
    },
    setters(cls) {
      const known = setterMemo.get(cls.def) ?? settersOf(ev, cls);
      setterMemo.set(cls.def, known);
      return known;
    },
    methodScope(instance, cls, method, constructing) {
      // All fields of an object come from the same run.
      const key = `${instance.id}\0${instance.symbol}\0${cls.id}\0${method.at.join()}`;
      const known = methodScopes.get(key);
      if (known) return known;
      const scope = methodScope(ev, instance, cls, method, constructing);
      methodScopes.set(key, scope);
      return scope;
    },
  };
  return ev;
}

/** Arrow functions and nested functions see the `this` around them. */
function thisOf(_def: FunctionDef, scope: Scope): { readonly self?: Value } {
  const self = scope.static.language === 'typescript' ? scope.frame.get('this') : undefined;
  return self ? { self } : {};
}

function idOf(at: Location): string {
  return `${at.file}:${at.line}:${at.column ?? 0}`;
}
