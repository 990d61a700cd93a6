import type { Expression } from '../lang/module.ts';
import { type Location, locate } from '../model/location.ts';
import { argumentsOf } from './call-arguments.ts';
import { patternNames } from './collect.ts';
import { withEffects } from './collections.ts';
import { destructure } from './destructure.ts';
import { type Evaluator, unknown } from './evaluator.ts';
import { elements } from './lookup.ts';
import { concat, mergeRecords, operate, text } from './operators.ts';
import { expressionScope, position, type Scope } from './scope.ts';
import { truthOf } from './truth.ts';
import { mapOptions, unite } from './union.ts';
import type { Item, ListValue, RecordValue, Value } from './value.ts';

/** One expression to its value; see `Evaluator.evaluate` for the bounded, memoised entry. */
export function evaluateExpression(ev: Evaluator, e: Expression, scope: Scope): Value {
  const at = locate(scope.static.file, e.at);
  const next = (x: Expression): Value => ev.evaluate(x, scope);
  switch (e.kind) {
    case 'literal':
      return { kind: 'literal', value: e.value, at };
    case 'template':
      return text(e.parts.map(next), at);
    case 'name':
      return ev.lookup(e.name, scope, position(e.at[0], e.at[1]), at);
    case 'member':
      return ev.member(next(e.object), e.property, at);
    case 'subscript':
      return subscript(ev, next(e.object), e.index, scope, at);
    case 'call':
      return ev.call(next(e.callee), argumentsOf(ev, e.args, scope), at, { expression: e, scope });
    case 'list':
      return withEffects(ev, list(ev, e, scope, at), scope);
    case 'record':
      return withEffects(ev, record(ev, e, scope, at), scope);
    case 'function':
      return ev.functionValue(e.def, scope);
    case 'class':
      return ev.classValue(e.def, scope);
    case 'conditional': {
      const holds = truthOf(ev, e.test, scope);
      if (holds !== undefined) return next(holds ? e.then : e.else);
      return conditional(next(e.test), next(e.then), next(e.else), at);
    }
    case 'await':
      return next(e.value);
    case 'yield':
      return e.value ? next(e.value) : unknown('dynamic', 'yield', at);
    case 'binary':
      return operate(ev, e.op, next(e.left), next(e.right), at);
    case 'unary':
      return unary(e.op, next(e.value), at);
    case 'comprehension':
      return comprehension(ev, e, scope, at);
    case 'assign':
      return next(e.value);
    case 'unknown':
      return unknown('syntax', e.text.slice(0, 80), at);
  }
}

function conditional(test: Value, then: Value, otherwise: Value, at: Location): Value {
  if (test.kind === 'literal') return test.value ? then : otherwise;
  return unite([then, otherwise], at);
}

function unary(op: string, value: Value, at: Location): Value {
  if (value.kind === 'literal' && (op === '!' || op === 'not'))
    return { kind: 'literal', value: !value.value, at };
  if (value.kind === 'literal' && op === '-' && typeof value.value === 'number')
    return { kind: 'literal', value: -value.value, at };
  return unknown('dynamic', `operator ${op}`, at);
}

function list(ev: Evaluator, e: Expression & { kind: 'list' }, scope: Scope, at: Location): ListValue {
  let out: ListValue = { kind: 'list', id: siteOf(at), items: [], at };
  for (const item of e.items) {
    const value = ev.evaluate(item.value, scope);
    out = item.spread
      ? concat(out, value, at)
      : { ...out, items: [...out.items, ...plainItem(item.value, value)] };
  }
  return out;
}

/** `[x if flag else None]` and `[flag && x]` leave nothing behind when off. */
function plainItem(source: Expression, value: Value): readonly Item[] {
  if (value.kind !== 'union') {
    return source.kind === 'binary' && source.op === '&&' ? [{ value, conditional: true }] : [{ value }];
  }
  const kept = value.options.filter(o => !(o.kind === 'literal' && (o.value === null || o.value === false)));
  if (kept.length === value.options.length) return [{ value }];
  return kept.map(o => ({ value: o, conditional: true }));
}

function record(ev: Evaluator, e: Expression & { kind: 'record' }, scope: Scope, at: Location): RecordValue {
  let out: RecordValue = { kind: 'record', id: siteOf(at), entries: [], at };
  for (const entry of e.entries) {
    const value = ev.evaluate(entry.value, scope);
    if (!entry.key) {
      const gated = entry.value.kind === 'binary' && entry.value.op === '&&' && value.kind === 'record';
      out = mergeRecords(
        out,
        gated ? { ...value, entries: value.entries.map(x => ({ ...x, conditional: true })) } : value,
        at,
      );
      continue;
    }
    const key = ev.evaluate(entry.key, scope);
    if (key.kind === 'literal') {
      out = {
        ...out,
        entries: [...out.entries.filter(x => x.key !== String(key.value)), { key: String(key.value), value }],
      };
    } else out = { ...out, entries: [...out.entries, { key: keyName(key), value }] };
  }
  return out;
}

/** A computed key that could not be read still names its entry: by the symbol or the text behind it. */
function keyName(key: Value): string {
  if (key.kind === 'external') return key.symbol.split(/[.#]/).pop() ?? key.symbol;
  return key.kind === 'unknown' ? (key.detail.split('.').pop() ?? key.detail) : `(${key.kind})`;
}

/** `file:line:column` of an allocation. */
export function siteOf(at: Location): string {
  return `${at.file}:${at.line}:${at.column ?? 0}`;
}

function subscript(ev: Evaluator, object: Value, index: Expression, scope: Scope, at: Location): Value {
  // `Agent[Context](...)`: a generic class or function is itself.
  if (object.kind === 'external' && (index.kind !== 'literal' || isTypeWord(object.symbol, index.value)))
    return object;
  if (object.kind === 'class' && (index.kind !== 'literal' || isTypeWord(object.def.name, index.value)))
    return object;
  const key = ev.evaluate(index, scope);
  return mapOptions(object, at, o => {
    if (o.kind === 'external' && key.kind === 'literal') return ev.member(o, String(key.value), at);
    if (o.kind === 'list') return listItem(o, key, at);
    if (o.kind === 'record' && key.kind !== 'literal') {
      return o.entries.length > 0
        ? unite(
            o.entries.map(x => x.value),
            at,
          )
        : unknown('dynamic', 'an entry', at);
    }
    if (key.kind === 'literal') return ev.member(o, String(key.value), at);
    return unknown('dynamic', 'subscript', at);
  });
}

/** `Agent[None]`, and `Agent["Context"]` where the type is named before it exists. */
function isTypeWord(symbol: string, index: string | number | boolean | null): boolean {
  return (
    index === null ||
    (typeof index === 'string' &&
      /(?:^|[.#])[A-Z]\w*$/.test(symbol) &&
      /^[A-Z]\w*$/.test(index) &&
      !/^[A-Z0-9_]+$/.test(index))
  );
}

function listItem(o: ListValue, key: Value, at: Location): Value {
  if (key.kind === 'literal' && typeof key.value === 'number') {
    const item = o.items[key.value < 0 ? o.items.length + key.value : key.value];
    return item?.value ?? unknown('dynamic', `item ${key.value}`, at);
  }
  // A slice keeps an unknown part: every item may be in it.
  if (key.kind === 'unknown' && key.reason === 'syntax')
    return { ...o, items: o.items.map(i => ({ ...i, conditional: true })) };
  return o.items.length > 0
    ? unite(
        o.items.map(i => i.value),
        at,
      )
    : unknown('dynamic', 'an item', at);
}

function comprehension(
  ev: Evaluator,
  e: Expression & { kind: 'comprehension' },
  scope: Scope,
  at: Location,
): Value {
  const runs: { frame: Map<string, Value>; conditional: boolean }[] = [
    { frame: new Map(), conditional: false },
  ];
  let open: string | undefined;
  for (const clause of e.clauses) {
    const before = runs.splice(0);
    const names = patternNames(clause.target);
    for (const run of before) {
      const inner = expressionScope(scope, run.frame);
      const source = ev.evaluate(clause.iter, inner);
      if (source.kind === 'list' && source.open !== undefined) open = source.open;
      const options: readonly Item[] =
        source.kind === 'list' ? source.items : [{ value: elements(ev, source, at) }];
      if (source.kind !== 'list' && source.kind !== 'record')
        open = 'a comprehension over an unknown collection';
      for (const item of options.slice(0, 200)) {
        const frame = new Map(run.frame);
        for (const { name, path } of names) frame.set(name, destructure(ev, item.value, path, inner, at));
        const test = expressionScope(scope, frame);
        const holds = clause.conditions.map(condition => truthOf(ev, condition, test));
        if (holds.includes(false)) continue;
        const unsure = run.conditional || holds.includes(undefined) || item.conditional === true;
        if (runs.length < 400) runs.push({ frame, conditional: unsure });
      }
    }
  }
  const results = runs.map(run => {
    const inner = expressionScope(scope, run.frame);
    const value = ev.evaluate(e.element, inner);
    const key = e.key ? ev.evaluate(e.key, inner) : undefined;
    return { value, key, conditional: run.conditional };
  });
  const flag = (c: boolean): { conditional?: true } => (c ? { conditional: true } : {});
  const rest = open === undefined ? {} : { open };
  if (!e.key) {
    return {
      kind: 'list',
      id: siteOf(at),
      at,
      items: results.map(r => ({ value: r.value, ...flag(r.conditional) })),
      ...rest,
    };
  }
  const entries = results.map(r => ({
    key: r.key?.kind === 'literal' ? String(r.key.value) : '(computed)',
    value: r.value,
    ...flag(r.conditional),
  }));
  return { kind: 'record', id: siteOf(at), at, entries, ...rest };
}
