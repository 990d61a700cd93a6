import type { Expression } from '../lang/module.ts';
import { locate } from '../model/location.ts';
import { bindPattern } from './binding.ts';
import { and, comparison, opposite, or, parametersIn } from './conditions.ts';
import {
  type Arguments,
  concat,
  constant,
  constantText,
  derive,
  type Flow,
  from,
  join,
  lost,
  objectOf,
  typed,
  uniteSources,
} from './flow.ts';
import { type Frame, limits, type Machine } from './machine.ts';
import { elementOf, entryOf } from './members.ts';
import { readName } from './names.ts';

/** Reads one expression; see `Machine.evaluate` for the bounded entry. */
export function evaluateExpression(m: Machine, e: Expression, frame: Frame): Flow {
  const next = (x: Expression): Flow => m.evaluate(x, frame);
  switch (e.kind) {
    case 'literal':
      return {
        sources: constant.sources,
        value: { kind: 'literal', value: e.value, at: locate(frame.fn.file, e.at) },
      };
    case 'template':
      return concat(e.parts.map(next));
    case 'name':
      return readName(m, e.name, frame);
    case 'member':
      return m.member(next(e.object), e.property, frame);
    case 'subscript':
      return (
        environmentEntry(m, next(e.object), next(e.index), e, frame) ??
        subscript(m, next(e.object), next(e.index), frame)
      );
    case 'call':
      return call(m, e, frame);
    case 'list':
      return objectOf(
        [],
        e.items.map(item => (item.spread ? elementOf(next(item.value)) : next(item.value))),
      );
    case 'record':
      return record(m, e, frame);
    case 'function':
      return { sources: constant.sources, closure: { def: e.def, frame } };
    case 'class':
      return lost('a class inside a function');
    case 'conditional':
      return conditional(m, e, frame);
    case 'await':
      return next(e.value);
    case 'yield': {
      const value = e.value ? next(e.value) : constant;
      frame.yields.push(value);
      return lost('a value sent into a generator');
    }
    case 'binary':
      return binary(m, e, frame);
    case 'unary': {
      const value = next(e.value);
      if (e.op !== '!' && e.op !== 'not') return typed([value]);
      return { ...typed([value]), test: opposite(value.test ?? truth(value, frame, e)) };
    }
    case 'comprehension':
      return comprehension(m, e, frame);
    case 'assign': {
      const value = next(e.value);
      bindPattern(m, e.target, value, frame);
      return value;
    }
    case 'unknown':
      return lost('an expression that is not understood');
  }
}

function call(m: Machine, e: Expression & { kind: 'call' }, frame: Frame): Flow {
  const { callee } = e;
  if (callee.kind === 'name' && callee.name === 'super')
    return readName(m, frame.python ? selfName(frame) : 'this', frame);
  const receiver = callee.kind === 'member' ? m.evaluate(callee.object, frame) : undefined;
  const target =
    receiver && callee.kind === 'member'
      ? method(m, receiver, callee.property, frame)
      : m.evaluate(callee, frame);
  const site = { at: e.at, callee, ...(receiver && { receiver }), ...(e.isNew && { isNew: true }) };
  return m.invoke(target, argumentsIn(m, e.args, frame), site, frame);
}

/** A method of a plain collection is not one of its items. */
function method(m: Machine, receiver: Flow, name: string, frame: Frame): Flow {
  const isCollection =
    receiver.contents !== undefined && receiver.value === undefined && !receiver.contents.fields.has(name);
  return isCollection ? { sources: receiver.sources } : m.member(receiver, name, frame);
}

function selfName(frame: Frame): string {
  return frame.fn.def.params[0]?.name ?? 'self';
}

/** Arguments of a call as written, spreads laid out where their parts are known. */
export function argumentsIn(
  m: Machine,
  args: Extract<Expression, { kind: 'call' }>['args'],
  frame: Frame,
): Arguments {
  const positional: Flow[] = [];
  const named = new Map<string, Flow>();
  const rest: Flow[] = [];
  for (const arg of args.slice(0, 60)) {
    const value = m.evaluate(arg.value, frame);
    if (arg.name !== undefined) named.set(arg.name, value);
    else if (arg.spread === undefined) positional.push(value);
    else if (
      arg.spread === 'list' &&
      value.contents &&
      value.contents.fields.size === 0 &&
      value.sources.size === 0
    )
      positional.push(...value.contents.rest);
    else {
      for (const [name, field] of value.contents?.fields ?? [])
        if (arg.spread === 'record') named.set(name, field);
      rest.push(value);
    }
  }
  return { positional, named, ...(rest.length > 0 && { rest: join(rest) }) };
}

/** A variable of the environment whose name the caller chooses: a call in all but spelling. */
function environmentEntry(
  m: Machine,
  object: Flow,
  index: Flow,
  e: Expression,
  frame: Frame,
): Flow | undefined {
  if (constantText(index) !== undefined || parametersIn(index).length === 0) return undefined;
  const [source, ...others] = [...object.sources.values()];
  if (source?.kind !== 'config' || others.length > 0) return undefined;
  const symbol = environments[source.name];
  const row = symbol === undefined ? undefined : m.catalog.symbol(symbol);
  if (!row || symbol === undefined || m.met.length >= limits.met) return undefined;
  const at = locate(frame.fn.file, e.at);
  m.met.push({
    symbol,
    row,
    args: { positional: [index], named: new Map() },
    at,
    through: frame.through,
    checks: frame.checks,
    sure: true,
    rootLine: frame.rootLine ?? at.line,
  });
  return from({ kind: 'call', call: m.met.length - 1, aspect: 'content' });
}

/** The name a whole environment goes by among configured values, and its symbol. */
export const environments: { readonly [name: string]: string } = {
  environ: 'os.environ',
  env: 'globalThis.process.env',
};

function subscript(m: Machine, object: Flow, index: Flow, frame: Frame): Flow {
  // `Page[Item](items)` makes a Page.
  if (object.value?.kind === 'class') return object;
  const key = constantText(index);
  if (key !== undefined && !/^-?\d+$/.test(key)) return m.member(object, key, frame);
  if (key !== undefined && object.contents && object.contents.fields.size === 0 && !object.held) {
    const item = object.contents.rest.at(Number(key));
    if (item) return item;
  }
  // A slice or an item of a text is still that text.
  if (object.text || (object.inputs && !object.contents)) return { ...derive([object]), inputs: [object] };
  return entryOf(object, index);
}

function record(m: Machine, e: Expression & { kind: 'record' }, frame: Frame): Flow {
  const fields = new Map<string, Flow>();
  const rest: Flow[] = [];
  for (const entry of e.entries.slice(0, 200)) {
    const value = m.evaluate(entry.value, frame);
    if (!entry.key) {
      for (const [name, field] of value.contents?.fields ?? []) fields.set(name, field);
      rest.push(...(value.contents?.rest ?? []));
      if (value.sources.size > 0) rest.push({ sources: value.sources });
      continue;
    }
    const key = constantText(m.evaluate(entry.key, frame));
    if (key === undefined) rest.push(value);
    else fields.set(key, value);
  }
  return objectOf(fields, rest);
}

function conditional(m: Machine, e: Expression & { kind: 'conditional' }, frame: Frame): Flow {
  const test = m.evaluate(e.test, frame);
  const held = test.test ?? truth(test, frame, e);
  const then = under(m, e.then, frame, held.yes);
  const otherwise = under(m, e.else, frame, held.no);
  return join([then, otherwise]);
}

/** Reads an expression that only runs where more checks hold. */
function under(m: Machine, e: Expression, frame: Frame, checks: Frame['checks']): Flow {
  const before = frame.checks;
  if (checks.length > 0) frame.checks = [...before, ...checks];
  const value = m.evaluate(e, frame);
  frame.checks = before;
  return value;
}

function truth(value: Flow, frame: Frame, e: Expression) {
  return comparison('truth', value, constant, locate(frame.fn.file, e.at));
}

const comparisons = new Set([
  '==',
  '===',
  '!=',
  '!==',
  '<',
  '<=',
  '>',
  '>=',
  'in',
  'not in',
  'is',
  'is not',
  'instanceof',
]);

function binary(m: Machine, e: Expression & { kind: 'binary' }, frame: Frame): Flow {
  const left = m.evaluate(e.left, frame);
  if (e.op === 'and' || e.op === '&&' || e.op === 'or' || e.op === '||' || e.op === '??') {
    const isAnd = e.op === 'and' || e.op === '&&';
    const leftTest = left.test ?? truth(left, frame, e.left);
    const right = under(m, e.right, frame, e.op === '??' ? [] : isAnd ? leftTest.yes : leftTest.no);
    const rightTest = right.test ?? truth(right, frame, e.right);
    const test = isAnd ? and(leftTest, rightTest) : or(leftTest, rightTest);
    return { ...(isAnd ? right : join([left, right])), test };
  }
  const right = m.evaluate(e.right, frame);
  if (comparisons.has(e.op))
    return { ...typed([left, right]), test: comparison(e.op, left, right, locate(frame.fn.file, e.at)) };
  if (e.op === '+') return plus(left, right);
  if (e.op === '/' && isPath(left)) {
    const path = concat([left, { sources: constant.sources, text: ['/'] }, right]);
    // The result is a path as well: its methods are still known.
    return { ...path, ...(left.value && { value: left.value }) };
  }
  if (e.op === '%') return concat([left, right]);
  if (e.op === '|') return merged(left, right);
  return typed([left, right]);
}

function plus(left: Flow, right: Flow): Flow {
  const isText = [left, right].some(one => one.text !== undefined || isWord(one));
  if (!isText && (left.contents || right.contents)) return merged(left, right);
  return concat([left, right]);
}

const isWord = ({ value }: Flow): boolean => value?.kind === 'literal' && typeof value.value === 'string';

/** Two collections as one. */
function merged(left: Flow, right: Flow): Flow {
  if (!left.contents && !right.contents) return derive([left, right]);
  const all = [left, right];
  const fields = all.flatMap(flow => [...(flow.contents?.fields ?? [])]);
  const rest = all.flatMap(flow => [
    ...(flow.contents?.rest ?? []),
    ...(flow.contents ? [] : [elementOf(flow)]),
  ]);
  return { ...objectOf(fields, rest), sources: uniteSources(all.map(flow => flow.sources)) };
}

function isPath(flow: Flow): boolean {
  const value = flow.value;
  return (
    flow.text !== undefined ||
    (value?.kind === 'instance' && /^pathlib\b/.test(value.symbol)) ||
    (flow.made !== undefined && /^pathlib\b/.test(flow.made.symbol))
  );
}

function comprehension(m: Machine, e: Expression & { kind: 'comprehension' }, frame: Frame): Flow {
  const before = frame.checks;
  const kept = new Map(frame.vars);
  for (const clause of e.clauses) {
    bindPattern(m, clause.target, elementOf(m.evaluate(clause.iter, frame)), frame);
    for (const condition of clause.conditions) {
      const test = m.evaluate(condition, frame).test;
      if (test) frame.checks = [...frame.checks, ...test.yes];
    }
  }
  const element = m.evaluate(e.element, frame);
  const key = e.key ? m.evaluate(e.key, frame) : undefined;
  frame.checks = before;
  frame.vars = kept;
  const parts = key ? [element, { sources: key.sources }] : [element];
  return { ...objectOf([], parts), ...(element.test && { test: element.test }) };
}
