import type { Location } from '../model/location.ts';
import { classAttribute, instanceField } from './classes.ts';
import { type Evaluator, unknown } from './evaluator.ts';
import { externalMember } from './imports.ts';
import { mapOptions } from './union.ts';
import type { ClassValue, FunctionValue, InstanceValue, RecordValue, Value } from './value.ts';

/** `value.name`; see `Evaluator.member`. */
export function memberOf(ev: Evaluator, value: Value, name: string, at: Location): Value {
  return mapOptions(value, at, v => single(ev, v, name, at));
}

function single(ev: Evaluator, value: Value, name: string, at: Location): Value {
  switch (value.kind) {
    case 'record':
      return recordMember(value, name, at);
    case 'module':
      return moduleMember(ev, value.path, name, at);
    case 'external':
      return external(ev, value, name, at);
    case 'class':
      return classMember(ev, value, name, at);
    case 'instance':
      return instanceMember(ev, value, name, at);
    case 'function':
      return functionMember(value, name, at);
    case 'list':
      return { kind: 'external', symbol: `list().${name}`, at, receiver: value };
    case 'literal':
    case 'text':
      return { kind: 'external', symbol: `text().${name}`, at, receiver: value };
    default:
      return unknown(value.kind === 'unknown' ? value.reason : 'dynamic', `${describe(value)}.${name}`, at);
  }
}

/** The words of an unknown value, for gap texts: `config.tools` rather than nothing. */
function describe(value: Value): string {
  return value.kind === 'unknown' ? value.detail.slice(0, 80) : value.kind;
}

function recordMember(value: RecordValue, name: string, at: Location): Value {
  const entry = value.entries.find(e => e.key === name);
  if (entry) return bindSelf(entry.value, value);
  if (value.entries.length === 0 && value.open === undefined)
    return { kind: 'external', symbol: `record().${name}`, at, receiver: value };
  if (recordMethods.has(name)) return { kind: 'external', symbol: `record().${name}`, at, receiver: value };
  return unknown('dynamic', value.open === undefined ? `no key ${name}` : `key ${name}: ${value.open}`, at);
}

const recordMethods = new Set([
  'get',
  'values',
  'items',
  'keys',
  'copy',
  'update',
  'pop',
  'setdefault',
  'entries',
  'set',
  'has',
]);

function moduleMember(ev: Evaluator, path: string, name: string, at: Location): Value {
  const value = ev.exported(path, name, at);
  if (value) return value;
  const sub = ev.files.resolve(`./${name}`, path);
  if (sub.to === 'file' && ev.modules.has(sub.path)) return { kind: 'module', path: sub.path, at };
  const dotted = ev.files.resolve(`.${name}`, path);
  if (dotted.to === 'file' && ev.modules.has(dotted.path)) return { kind: 'module', path: dotted.path, at };
  return unknown('unresolved-name', `${path}.${name}`, at);
}

function external(ev: Evaluator, value: Value & { kind: 'external' }, name: string, at: Location): Value {
  const got = externalMember(ev, value.symbol, name, at.file, at);
  return got.kind === 'external' && value.receiver ? { ...got, receiver: value.receiver } : got;
}

function classMember(ev: Evaluator, value: ClassValue, name: string, at: Location): Value {
  const found = classAttribute(ev, value, name);
  if (found) return found.kind === 'function' && isClassMethod(found) ? { ...found, self: value } : found;
  if (name === '__name__' || name === 'name') return { kind: 'literal', value: value.def.name, at };
  const base = externalBase(ev, value);
  return base === undefined
    ? unknown('unresolved-name', `${value.def.name}.${name}`, at)
    : { kind: 'external', symbol: `${base}.${name}`, at, receiver: value };
}

function isClassMethod(fn: FunctionValue): boolean {
  return (
    fn.def.isStatic === true || fn.def.decorators.some(d => d.kind === 'name' && d.name === 'classmethod')
  );
}

/** The nearest base outside the tree, followed through project bases. */
export function externalBase(ev: Evaluator, cls: ClassValue, depth = 0): string | undefined {
  if (depth > 10) return undefined;
  for (const base of ev.bases(cls)) {
    if (base.kind === 'external') return base.symbol;
    // `class X(Base[T])` and mixin factories `extends Mixin(Base)`.
    if (base.kind === 'instance' && !base.classValue) return base.symbol;
    const up = base.kind === 'class' ? externalBase(ev, base, depth + 1) : undefined;
    if (up !== undefined) return up;
  }
  return undefined;
}

function instanceMember(ev: Evaluator, value: InstanceValue, name: string, at: Location): Value {
  const set = ev.effects
    .effectsOn(value.id)
    .filter(e => e.kind === 'set' && e.name === name)
    .pop();
  if (value.classValue) {
    const field = instanceField(ev, value, name);
    if (field) return field;
    if (set) return ev.evaluate(set.expression, set.scope);
    const base = externalBase(ev, value.classValue);
    if (base === undefined) return unknown('unresolved-name', `${value.classValue.def.name}.${name}`, at);
    return { kind: 'external', symbol: `${base}().${name}`, at, receiver: value };
  }
  if (set && !set.conditional) return ev.evaluate(set.expression, set.scope);
  const named = value.args.named.find(n => n.name === name)?.value ?? optionOf(value, name);
  // A constructor argument read back as an attribute; functions given as options are not methods of the object.
  if (named && named.kind !== 'function') return named;
  return { kind: 'external', symbol: `${value.symbol}().${name}`, at, receiver: value };
}

function optionOf(value: InstanceValue, name: string): Value | undefined {
  const [first] = value.args.positional;
  if (first?.kind !== 'record') return undefined;
  return first.entries.find(e => e.key === name)?.value;
}

function functionMember(value: FunctionValue, name: string, at: Location): Value {
  if (name === '__name__' || name === 'name') return { kind: 'literal', value: value.def.name, at };
  return { kind: 'external', symbol: `function().${name}`, at, receiver: value };
}

/** A method of an object literal sees the object as `this`. */
function bindSelf(value: Value, self: Value): Value {
  return value.kind === 'function' && !value.self ? { ...value, self } : value;
}
