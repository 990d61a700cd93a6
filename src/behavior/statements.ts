import type { Statement } from '../lang/module.ts';
import { locate } from '../model/location.ts';
import { bindPattern } from './binding.ts';
import { certain, sameWord } from './certain.ts';
import { common, comparison } from './conditions.ts';
import { asDeclared } from './declared.ts';
import { concat, constant, type Flow, join, type Test } from './flow.ts';
import type { Frame, Machine } from './machine.ts';
import { elementOf } from './members.ts';

/** Reads statements in order; see `Machine.run`. */
export function runBody(m: Machine, body: readonly Statement[], frame: Frame): boolean {
  for (const statement of body) {
    if (m.fuel <= 0) {
      m.bounded = true;
      return true;
    }
    if (!step(m, statement, frame)) return false;
  }
  return true;
}

function step(m: Machine, s: Statement, frame: Frame): boolean {
  switch (s.kind) {
    case 'assign': {
      if (!s.value) return true;
      const value = asDeclared(m, m.evaluate(s.value, frame), s.annotation, frame.fn);
      const before = s.op ? m.evaluate(s.target, frame) : undefined;
      bindPattern(m, s.target, before ? augmented(before, value, s.op ?? '') : value, frame);
      return true;
    }
    case 'expression':
      m.evaluate(s.value, frame);
      return true;
    case 'function':
      frame.vars.set(s.def.name, { sources: constant.sources, closure: { def: s.def, frame } });
      return true;
    case 'class':
      return true;
    case 'if': {
      const known = certain(s.test, frame);
      if (known !== undefined) return m.run(known ? s.then : s.else, frame);
      return branch(m, frame, testOf(m, s.test, frame), s.then, s.else);
    }
    case 'for':
      return loop(m, s, frame);
    case 'while':
      testOf(m, s.test, frame);
      return loop(m, s, frame);
    case 'with':
      for (const item of s.items) {
        const value = m.evaluate(item.value, frame);
        if (item.target) bindPattern(m, item.target, value, frame);
      }
      return m.run(s.body, frame);
    case 'try':
      return attempt(m, s, frame);
    case 'switch':
      return cases(m, s, frame);
    case 'return':
      frame.exits.push({
        flow: s.value ? m.evaluate(s.value, frame) : constant,
        checks: frame.checks,
        line: s.at[0],
      });
      return false;
    case 'raise':
      if (s.value) m.evaluate(s.value, frame);
      return false;
    case 'break':
    case 'continue':
      frame.breaks.push(new Map(frame.vars));
      return false;
  }
}

function augmented(before: Flow, value: Flow, op: string): Flow {
  if (before.contents) {
    before.contents.rest.push(elementOf(value));
    return before;
  }
  return op === '+' ? concat([before, value]) : join([before, value]);
}

function testOf(m: Machine, test: Extract<Statement, { kind: 'if' }>['test'], frame: Frame): Test {
  const value = m.evaluate(test, frame);
  return value.test ?? comparison('truth', value, constant, locate(frame.fn.file, test.at));
}

interface Way {
  readonly completes: boolean;
  readonly vars: Map<string, Flow>;
  readonly checks: Frame['checks'];
}

/** Reads one way through a branch from a given state and restores nothing. */
function way(
  m: Machine,
  frame: Frame,
  body: readonly Statement[],
  vars: Map<string, Flow>,
  checks: Frame['checks'],
): Way {
  frame.vars = new Map(vars);
  frame.checks = checks;
  const completes = m.run(body, frame);
  return { completes, vars: frame.vars, checks: frame.checks };
}

/** Goes on with what holds after all ways that come through. */
function meet(frame: Frame, ways: readonly Way[]): boolean {
  const through = ways.filter(one => one.completes);
  const [first] = through;
  if (!first) {
    frame.vars = ways[0]?.vars ?? frame.vars;
    return false;
  }
  frame.vars = through.length === 1 ? first.vars : joined(through.map(one => one.vars));
  frame.checks = common(through.map(one => one.checks));
  return true;
}

function joined(all: readonly ReadonlyMap<string, Flow>[]): Map<string, Flow> {
  const out = new Map<string, Flow>();
  for (const name of new Set(all.flatMap(vars => [...vars.keys()]))) {
    const values = all.flatMap(vars => vars.get(name) ?? []);
    const [first] = values;
    if (first) out.set(name, values.every(value => value === first) ? first : join(values));
  }
  return out;
}

function branch(
  m: Machine,
  frame: Frame,
  test: Test,
  then: readonly Statement[],
  otherwise: readonly Statement[],
): boolean {
  const { vars, checks } = frame;
  const first = way(m, frame, then, vars, [...checks, ...test.yes]);
  const second = way(m, frame, otherwise, vars, [...checks, ...test.no]);
  return meet(frame, [first, second]);
}

function loop(m: Machine, s: Extract<Statement, { kind: 'for' | 'while' }>, frame: Frame): boolean {
  const { vars, checks } = frame;
  if (s.kind === 'for') {
    const items = elementOf(m.evaluate(s.iter, frame));
    frame.vars = new Map(frame.vars);
    bindPattern(m, s.target, items, frame);
  }
  const outer = frame.breaks.splice(0);
  const once = way(m, frame, s.body, frame.vars, checks);
  const left = frame.breaks.splice(0);
  frame.breaks.push(...outer);
  frame.vars = joined([vars, once.vars, ...left]);
  frame.checks = checks;
  return true;
}

function attempt(m: Machine, s: Extract<Statement, { kind: 'try' }>, frame: Frame): boolean {
  const { vars, checks } = frame;
  const body = way(m, frame, s.body, vars, checks);
  const start = joined([vars, body.vars]);
  const handlers = s.handlers.map(handler => way(m, frame, handler, start, checks));
  const completes = meet(frame, [body, ...handlers]);
  return m.run(s.finally, frame) && completes;
}

function cases(m: Machine, s: Extract<Statement, { kind: 'switch' }>, frame: Frame): boolean {
  const subject = m.evaluate(s.subject, frame);
  const { vars, checks } = frame;
  const outer = frame.breaks.splice(0);
  const ways = possible(s, frame).map(one => {
    const at = locate(frame.fn.file, one.test?.at ?? s.at);
    const test = one.test ? comparison('==', subject, m.evaluate(one.test, frame), at).yes : [];
    return way(m, frame, one.body, vars, [...checks, ...test]);
  });
  const left = frame.breaks.splice(0).map((known): Way => ({ completes: true, vars: known, checks }));
  frame.breaks.push(...outer);
  const hasDefault = s.cases.some(one => !one.test) || possible(s, frame).length < s.cases.length;
  return meet(frame, [...ways, ...left, ...(hasDefault ? [] : [{ completes: true, vars, checks }])]);
}

/** The cases that can be met; from a certain one on, since a body without `break` goes on into the next. */
function possible(s: Extract<Statement, { kind: 'switch' }>, frame: Frame): typeof s.cases {
  const met = s.cases.map(one => (one.test ? sameWord(s.subject, one.test, frame) : undefined));
  const first = met.indexOf(true);
  if (first < 0) return s.cases;
  const last = s.cases.findIndex((one, at) => at >= first && leaves(one.body));
  return s.cases.slice(first, last < 0 ? undefined : last + 1);
}

function leaves(body: readonly Statement[]): boolean {
  const last = body.at(-1);
  return (
    last?.kind === 'break' || last?.kind === 'return' || last?.kind === 'raise' || last?.kind === 'continue'
  );
}
