import type { Expression, FunctionDef } from '../lang/module.ts';
import { asDeclared } from './declared.ts';
import {
  type Arguments,
  type Contents,
  constant,
  constantText,
  type Flow,
  join,
  objectOf,
  options,
} from './flow.ts';
import type { Frame, Machine } from './machine.ts';
import { elementOf, part } from './members.ts';
import { writeName } from './names.ts';

/** Assigns to a name, a field, an item or a pattern of these. */
export function bindPattern(m: Machine, target: Expression, value: Flow, frame: Frame, depth = 0): void {
  if (depth > 12) return;
  switch (target.kind) {
    case 'name':
      writeName(target.name, value, frame);
      return;
    case 'assign':
      bindPattern(m, target.target, join([value, m.evaluate(target.value, frame)]), frame, depth + 1);
      return;
    case 'list':
      target.items.forEach((item, index) => {
        bindPattern(m, item.value, item.spread ? value : itemAt(value, index), frame, depth + 1);
      });
      return;
    case 'record':
      for (const entry of target.entries) {
        const key = entry.key ? constantText(m.evaluate(entry.key, frame)) : undefined;
        bindPattern(
          m,
          entry.value,
          key === undefined ? value : isMissing(value, key) ? nothing : m.member(value, key, frame),
          frame,
          depth + 1,
        );
      }
      return;
    case 'member':
      setField(m, m.evaluate(target.object, frame), target.property, value);
      return;
    case 'subscript': {
      const key = constantText(m.evaluate(target.index, frame));
      setField(m, m.evaluate(target.object, frame), key, value);
      return;
    }
    default:
      return;
  }
}

/** What is not among the known entries of a record is not there: the default holds. */
function isMissing({ contents, sources, value, made }: Flow, key: string): boolean {
  if (!contents || sources.size > 0 || value || made) return false;
  return contents.rest.length === 0 && !contents.fields.has(key);
}

const nothing: Flow = {
  sources: constant.sources,
  value: { kind: 'literal', value: null, at: { file: '', line: 1 } },
};

function itemAt(value: Flow, index: number): Flow {
  if (value.alternatives) return join(value.alternatives.map(one => itemAt(one, index)));
  const contents = value.contents;
  if (contents && contents.fields.size === 0 && value.sources.size === 0)
    return contents.rest[index] ?? constant;
  return value.contents ? elementOf(value) : part(value, '');
}

/** `object.key = value`; without key the place is unknown. A table of the project that changes is remembered. */
export function setField(m: Machine, object: Flow, key: string | undefined, value: Flow): void {
  for (const one of options(object)) {
    if (one.held?.kind === 'record')
      m.writes.set(`${one.held.name}:${one.held.at.file}`, { name: one.held.name, at: one.held.at });
    if (one.contents) put(one.contents, key, value);
  }
}

function put(contents: Contents, key: string | undefined, value: Flow): void {
  if (key === undefined) {
    if (contents.rest.length < 60) contents.rest.push(value);
    return;
  }
  const before = contents.fields.get(key);
  // A message may have several headers of one name, and a branch may have set another value.
  contents.fields.set(key, before ? join([before, value]) : value);
}

/** Parameters of a function with the arguments of one call. */
export function bindArguments(
  m: Machine,
  def: FunctionDef,
  args: Arguments,
  self: Flow | undefined,
  frame: Frame,
): void {
  const named = new Map(args.named);
  const positional = [...args.positional];
  if (self && !frame.python) frame.vars.set('this', self);
  if (self && frame.python && takesSelf(def)) positional.unshift(self);
  let index = 0;
  for (const p of def.params) {
    if (p.kind === 'rest') {
      frame.vars.set(
        p.name,
        objectOf([], [...positional.slice(index), ...(args.rest ? [elementOf(args.rest)] : [])]),
      );
      index = positional.length;
      continue;
    }
    if (p.kind === 'keywords') {
      frame.vars.set(p.name, objectOf(named, args.rest ? [args.rest] : []));
      continue;
    }
    const byName = named.get(p.name);
    named.delete(p.name);
    const given = byName ?? (p.kind === 'plain' ? positional[index] : undefined);
    if (p.kind === 'plain' && !byName) index++;
    const value =
      given ?? (args.rest ? part(args.rest, p.name) : p.default ? m.evaluate(p.default, frame) : constant);
    frame.vars.set(p.name, asDeclared(m, value, p.annotation, frame.fn));
    if (p.pattern) bindPattern(m, p.pattern, value, frame);
  }
}

function takesSelf(def: FunctionDef): boolean {
  return !def.isStatic && !def.decorators.some(d => d.kind === 'name' && d.name === 'staticmethod');
}
