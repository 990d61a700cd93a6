import type { ClassDef, Expression, FunctionDef, Statement } from '../lang/module.ts';
import type { Range } from '../model/location.ts';
import { children } from './children.ts';
import {
  type Binding,
  type Block,
  type Definition,
  type Effect,
  type PatternStep,
  position,
  type StaticScope,
} from './scope.ts';

const maxDepth = 400;

interface Collected {
  readonly bindings: Map<string, Binding[]>;
  readonly returns: (Expression | undefined)[];
  readonly returnBlocks: (readonly Block[])[];
  readonly yields: Expression[];
  readonly effects: Effect[];
  readonly functions: FunctionDef[];
  readonly classes: ClassDef[];
  /** JS hoists functions to the top of their scope; Python defines them where they stand. */
  readonly hoists: boolean;
}

function empty(hoists: boolean): Collected {
  return {
    bindings: new Map(),
    returns: [],
    returnBlocks: [],
    yields: [],
    effects: [],
    functions: [],
    classes: [],
    hoists,
  };
}

/** Reads one body into its static scope. Nested functions and classes are listed, not entered. */
export function collectScope(
  base: Pick<StaticScope, 'kind' | 'module'> & Partial<Pick<StaticScope, 'parent' | 'function' | 'class'>>,
  body: readonly Statement[],
): StaticScope {
  const { hoists, ...out } = empty(base.module.language === 'typescript');
  const collected: Collected = { ...out, hoists };
  if (base.kind === 'module')
    for (const item of base.module.imports) {
      // A nested import belongs to the function that holds it, but naming it module-wide loses nothing and helps.
      bind(collected, item.local, { how: 'import', import: item }, item.at, [], item.nested ? 0 : undefined);
    }
  if (base.function)
    for (const p of base.function.params) if (p.default) expression(collected, p.default, [], 0);
  collectBody(collected, body, [], 0);
  if (base.kind === 'module') bindGlobals(collected);
  for (const list of out.bindings.values()) list.sort((a, b) => a.from - b.from);
  const scope: StaticScope = { ...base, file: base.module.path, language: base.module.language, ...out };
  return { ...scope, expression: { ...scope, kind: 'expression', bindings: new Map() } };
}

/** What functions set with `global`; none of them need ever run, so other definitions of the name stay. */
function bindGlobals(out: Collected): void {
  for (const def of out.functions) {
    for (const name of def.outerNames ?? []) {
      const start = position(def.at[0], def.at[1]);
      const end = position(def.at[2], def.at[3]);
      const inside = { start, end, wholeStart: start, wholeEnd: end, arms: 0 };
      bind(out, name, { how: 'global', by: def }, def.at, [inside]);
    }
  }
}

function bind(
  out: Collected,
  name: string,
  definition: Definition,
  at: Range,
  blocks: readonly Block[],
  from?: number,
): void {
  const list = out.bindings.get(name) ?? [];
  list.push({ name, definition, at, from: from ?? position(at[2], at[3]), blocks });
  out.bindings.set(name, list);
}

/** A definition holds from its own text on: its decorators still see an outer thing of the same name. */
function startOf(out: Collected, at: Range): number {
  return out.hoists ? 0 : position(at[0], at[1]);
}

function block(
  range: Range,
  body: readonly Statement[],
  arms: number,
  test: Pick<Block, 'test' | 'negated'> = {},
): Block | undefined {
  const first = body[0];
  const last = body[body.length - 1];
  if (!first || !last) return undefined;
  return {
    start: position(first.at[0], first.at[1]),
    end: position(last.at[2], last.at[3]),
    wholeStart: position(range[0], range[1]),
    wholeEnd: position(range[2], range[3]),
    arms,
    ...test,
  };
}

function inner(blocks: readonly Block[], next: Block | undefined): readonly Block[] {
  return next ? [...blocks, next] : blocks;
}

function collectBody(
  out: Collected,
  body: readonly Statement[],
  blocks: readonly Block[],
  depth: number,
): void {
  if (depth > maxDepth) return;
  for (const statement of body) collectStatement(out, statement, blocks, depth + 1);
}

function collectStatement(out: Collected, s: Statement, blocks: readonly Block[], depth: number): void {
  const expr = (e: Expression | undefined): void => {
    if (e) expression(out, e, blocks, depth);
  };
  const body = (list: readonly Statement[], arms: number, test?: Pick<Block, 'test' | 'negated'>): void =>
    collectBody(out, list, inner(blocks, block(s.at, list, arms, test)), depth);
  switch (s.kind) {
    case 'assign':
      expr(s.value);
      for (const d of s.decorators ?? []) expr(d);
      if (s.value) target(out, s.target, s.value, s.at, blocks, s.op);
      return;
    case 'expression':
      return expr(s.value);
    case 'function':
      for (const d of s.def.decorators) expr(d);
      out.functions.push(s.def);
      return bind(out, s.def.name, { how: 'function', def: s.def }, s.at, blocks, startOf(out, s.def.at));
    case 'class':
      for (const d of s.def.decorators) expr(d);
      for (const b of s.def.bases) expr(b);
      out.classes.push(s.def);
      return bind(out, s.def.name, { how: 'class', def: s.def }, s.at, blocks, startOf(out, s.def.at));
    case 'if':
      expr(s.test);
      body(s.then, s.else.length > 0 ? 2 : 0, { test: s.test });
      return body(s.else, 2, { test: s.test, negated: true });
    case 'for':
      expr(s.iter);
      pattern(out, s.target, path => ({ how: 'element', iter: s.iter, path }), s.target.at, blocks, []);
      return body(s.body, 0);
    case 'while':
      expr(s.test);
      return body(s.body, 0);
    case 'with':
      for (const item of s.items) {
        expr(item.value);
        const value = item.value;
        if (item.target)
          pattern(out, item.target, path => ({ how: 'enter', value, path }), item.target.at, blocks, []);
      }
      return collectBody(out, s.body, blocks, depth);
    case 'try':
      collectBody(out, s.body, blocks, depth);
      for (const handler of s.handlers) body(handler, 0);
      return collectBody(out, s.finally, blocks, depth);
    case 'switch':
      expr(s.subject);
      for (const c of s.cases) {
        expr(c.test);
        body(c.body, s.cases.some(x => !x.test) ? s.cases.length : 0);
      }
      return;
    case 'return':
      expr(s.value);
      out.returns.push(s.value);
      out.returnBlocks.push(blocks);
      return;
    case 'raise':
      return expr(s.value);
    default:
      return;
  }
}

function target(
  out: Collected,
  to: Expression,
  value: Expression,
  at: Range,
  blocks: readonly Block[],
  op?: string,
): void {
  if (to.kind === 'member' || to.kind === 'subscript') {
    expression(out, to.object, blocks, 0);
    out.effects.push({ kind: 'set', expression: to, value, conditional: blocks.length > 0, blocks });
    return;
  }
  pattern(out, to, path => ({ how: 'assign', value, path, ...(op && { op }) }), at, blocks, []);
}

function pattern(
  out: Collected,
  to: Expression,
  make: (path: readonly PatternStep[]) => Definition,
  at: Range,
  blocks: readonly Block[],
  path: readonly PatternStep[],
): void {
  if (path.length > 20) return;
  if (to.kind === 'name') return bind(out, to.name, make(path), at, blocks);
  if (to.kind === 'assign')
    return pattern(out, to.target, make, at, blocks, [...path, { step: 'default', value: to.value }]);
  if (to.kind === 'list') {
    to.items.forEach((item, index) => {
      const step: PatternStep = item.spread ? { step: 'rest', from: index } : { step: 'index', index };
      pattern(out, item.value, make, at, blocks, [...path, step]);
    });
    return;
  }
  if (to.kind !== 'record') return;
  for (const entry of to.entries) {
    const key = entry.key?.kind === 'literal' ? String(entry.key.value) : undefined;
    const step: PatternStep = key === undefined ? { step: 'rest', from: 0 } : { step: 'key', key };
    pattern(out, entry.value, make, at, blocks, [...path, step]);
  }
}

/** Names of a JS parameter pattern with the way to each, for binding arguments. */
export function patternNames(
  to: Expression,
): readonly { readonly name: string; readonly path: readonly PatternStep[] }[] {
  const out = empty(false);
  pattern(out, to, path => ({ how: 'element', iter: to, path }), to.at, [], []);
  return [...out.bindings].flatMap(([name, list]) =>
    list.flatMap(b => (b.definition.how === 'element' ? [{ name, path: b.definition.path }] : [])),
  );
}

function expression(out: Collected, root: Expression, blocks: readonly Block[], depth: number): void {
  // An explicit stack: long concatenations would overflow the call stack.
  const stack: Expression[] = [root];
  const conditional = blocks.length > 0 || depth > maxDepth;
  while (stack.length > 0) {
    const e = stack.pop();
    if (!e) continue;
    if (e.kind === 'function') {
      out.functions.push(e.def);
      continue;
    }
    if (e.kind === 'class') {
      out.classes.push(e.def);
      continue;
    }
    if (e.kind === 'call') out.effects.push({ kind: 'call', expression: e, conditional, blocks });
    if (e.kind === 'yield' && e.value) out.yields.push(e.value);
    if (e.kind === 'assign') target(out, e.target, e.value, e.at, blocks);
    const next = children(e);
    for (let i = next.length - 1; i >= 0; i--) {
      const child = next[i];
      if (child) stack.push(child);
    }
  }
}
