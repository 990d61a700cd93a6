import type { Expression, FunctionDef, Statement } from '../lang/module.ts';
import { type Evaluator, noArguments } from './evaluator.ts';
import { bindParameters } from './parameters.ts';
import { makeScope, type Scope } from './scope.ts';
import { unite } from './union.ts';
import type { ClassValue, FunctionValue, InstanceValue, Value } from './value.ts';

const constructors = [
  '__init__',
  'constructor',
  '__post_init__',
  'model_post_init',
  'setup',
  '__aenter__',
  'init',
];

/** Class body as a scope of its own (class attributes and methods are its names). */
export function classScope(ev: Evaluator, cls: ClassValue): Scope {
  const outer = cls.scope as Scope;
  const statics = ev.staticOf(cls.def, outer.static);
  return makeScope(statics, outer, new Map(), outer.generic);
}

/** Attribute of the class itself or a project base, methods with their owner set. Depth-bounded against base cycles. */
export function classAttribute(ev: Evaluator, cls: ClassValue, name: string, depth = 0): Value | undefined {
  if (depth > 10) return undefined;
  const scope = classScope(ev, cls);
  if (scope.static.bindings.has(name)) {
    const at = cls.at;
    const value = ev.lookup(name, scope, Number.MAX_SAFE_INTEGER, at);
    return value.kind === 'function' ? { ...value, owner: cls } : value;
  }
  for (const base of ev.bases(cls)) {
    const found = base.kind === 'class' ? classAttribute(ev, base, name, depth + 1) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** `self.x` of a project object: constructor assignments, declared fields, class attributes, then bound methods. */
export function instanceField(ev: Evaluator, instance: InstanceValue, name: string): Value | undefined {
  const cls = instance.classValue;
  if (!cls) return undefined;
  const method = classAttribute(ev, cls, name);
  if (method?.kind === 'function') {
    const bound: FunctionValue = { ...method, self: instance };
    const isProperty = method.def.accessor === 'get' || method.def.decorators.some(isPropertyDecorator);
    return isProperty ? ev.call(bound, noArguments, instance.at) : bound;
  }
  return assigned(ev, instance, cls, name, 0) ?? declared(instance, cls, name) ?? method;
}

function isPropertyDecorator(d: Expression): boolean {
  return (
    (d.kind === 'name' && /^(?:cached_)?property$/.test(d.name)) ||
    (d.kind === 'member' && d.property === 'cached_property')
  );
}

/** A statement `self.field = value` of a method. */
export interface Setter {
  readonly method: FunctionDef;
  readonly value: Expression;
}

/** What the methods of a class set on their own object, by field. */
export interface Setters {
  readonly constructing: ReadonlyMap<string, readonly Setter[]>;
  readonly later: ReadonlyMap<string, readonly Setter[]>;
}

/** Reads the setters off the text of a class; the evaluator remembers them. */
export function settersOf(ev: Evaluator, cls: ClassValue): Setters {
  const outer = ev.staticOf(cls.def, (cls.scope as Scope).static);
  const constructing = new Map<string, Setter[]>();
  const later = new Map<string, Setter[]>();
  for (const method of methodDefs(cls.def.body)) {
    const into = constructors.includes(method.name) ? constructing : later;
    const statics = ev.staticOf(method, outer);
    const self = selfName(method, statics.language);
    for (const { kind, expression, value } of statics.effects) {
      if (kind !== 'set' || expression.kind !== 'member' || !value) continue;
      if (expression.object.kind !== 'name' || expression.object.name !== self) continue;
      const setter = { method, value };
      const known = into.get(expression.property);
      if (known) known.push(setter);
      else into.set(expression.property, [setter]);
    }
  }
  return { constructing, later };
}

/** Values given to `self.name` in the constructor, else (also after a mere `None` there) in any method; united. */
function assigned(
  ev: Evaluator,
  instance: InstanceValue,
  cls: ClassValue,
  name: string,
  depth: number,
): Value | undefined {
  if (depth > 10) return undefined;
  const { constructing, later } = ev.setters(cls);
  let nothing: Value | undefined;
  for (const group of [constructing, later]) {
    const values = (group.get(name) ?? []).map(({ method, value }) =>
      hold(ev.evaluate(value, ev.methodScope(instance, cls, method, group === constructing)), name),
    );
    const known = values.filter(v => !(v.kind === 'literal' && v.value === null));
    if (known.length > 0) return unite(known, instance.at);
    // A field that starts as nothing is made by the method that needs it first.
    nothing ??= values[0];
  }
  if (nothing) return nothing;
  for (const base of ev.bases(cls)) {
    const found = base.kind === 'class' ? assigned(ev, instance, base, name, depth + 1) : undefined;
    if (found) return found;
  }
  return undefined;
}

function hold(value: Value, holder: string): Value {
  return value.kind === 'instance' && value.holder === undefined ? { ...value, holder } : value;
}

/** Fields of dataclasses, pydantic models and the like come from the constructor's arguments by name or order. */
function declared(instance: InstanceValue, cls: ClassValue, name: string): Value | undefined {
  const fields = cls.def.body.flatMap(s =>
    s.kind === 'assign' && s.target.kind === 'name' && s.annotation ? [s.target.name] : [],
  );
  const index = fields.indexOf(name);
  const named = instance.args.named.find(n => n.name === name)?.value;
  if (named) return named;
  return index >= 0 && !methodDefs(cls.def.body).some(m => m.name === '__init__')
    ? instance.args.positional[index]
    : undefined;
}

export function methodDefs(body: readonly Statement[]): readonly FunctionDef[] {
  return body.flatMap(s => (s.kind === 'function' ? [s.def] : []));
}

/** The name under which a method sees its object. */
function selfName(method: FunctionDef, language: Scope['static']['language']): string {
  return language === 'python' ? (method.params[0]?.name ?? 'self') : 'this';
}

/** A run of a method for one object; the constructor gets the object's arguments, other methods unknown ones. */
export function methodScope(
  ev: Evaluator,
  self: Value,
  cls: ClassValue,
  method: FunctionDef,
  withArguments: boolean,
): Scope {
  const outer = classScope(ev, cls);
  const statics = ev.staticOf(method, outer.static);
  const fn: FunctionValue = { ...ev.functionValue(method, outer), owner: cls, self };
  const args = withArguments && self.kind === 'instance' ? self.args : noArguments;
  const frame = bindParameters(ev, fn, args, outer, !withArguments);
  return makeScope(statics, outer, frame, outer.generic);
}
