import { ts } from 'ts-morph';
import { elements } from './builtins.ts';
import { type Env, env } from './env.ts';
import { bareCallee } from './file.ts';
import type { Machine } from './machine.ts';
import { isFunction, type StaticScope } from './scope.ts';
import type { FunctionNode, Value } from './value.ts';

const maxRuns = 1_500;
const maxCallers = 400;
const maxDepth = 5;
const perItem = /^(?:forEach|map|flatMap|filter|some|every|reduce|then)$/;

/** The run of a node by nobody in particular. */
export function generalRun(m: Machine, scope: StaticScope): Env | undefined {
  const { general } = m.memo;
  if (!general.has(scope)) general.set(scope, makeGeneral(m, scope));
  return general.get(scope);
}

function makeGeneral(m: Machine, scope: StaticScope): Env | undefined {
  if (!scope.parent) return m.top(scope.file);
  const parent = generalRun(m, scope.parent);
  if (!parent || (!isFunction(scope.node) && !isLoop(scope.node))) return parent;
  const self = isFunction(scope.node) ? ownSelf(scope.node, parent) : undefined;
  return env(scope, parent, self ? { self } : {});
}

/**
 * The runs of a node: one per caller of the functions around it and per element of the loops around it. Bounded per
 * question; what is cut off is run by nobody in particular.
 */
export function runsOf(m: Machine, scope: StaticScope, depth = 0): readonly Env[] {
  const known = m.memo.runs.get(scope);
  if (known) return known;
  const general = generalRun(m, scope);
  const fallback = general ? [general] : [];
  if (!scope.parent || depth > maxDepth || m.budget.runs <= 0) return fallback;
  // A cycle of callers ends in the general run.
  m.memo.runs.set(scope, fallback);
  const made = ownRuns(m, scope, scope.parent, depth);
  if (depth <= 1 && m.budget.runs > 0) m.memo.runs.set(scope, made);
  else m.memo.runs.delete(scope);
  return made;
}

function ownRuns(m: Machine, scope: StaticScope, parent: StaticScope, depth: number): readonly Env[] {
  if (isLoop(scope.node)) return loopRuns(m, scope, scope.node, depth);
  if (!isFunction(scope.node)) return runsOf(m, parent, depth);
  const found: Env[] = [];
  for (const run of functionRuns(m, scope, scope.node, depth)) {
    found.push(run);
    if (found.length >= maxRuns || --m.budget.runs <= 0) break;
  }
  if (found.length > 0) return found;
  return runsOf(m, parent, depth).map(outer => {
    const self = isFunction(scope.node) ? ownSelf(scope.node, outer) : undefined;
    return env(scope, outer, self ? { self } : {});
  });
}

function isLoop(node: ts.Node): node is ts.ForOfStatement | ts.ForInStatement {
  return ts.isForOfStatement(node) || ts.isForInStatement(node);
}

function loopRuns(
  m: Machine,
  scope: StaticScope,
  node: ts.ForOfStatement | ts.ForInStatement,
  depth: number,
): readonly Env[] {
  const outer = scope.parent ? runsOf(m, scope.parent, depth) : [];
  return outer
    .flatMap(parent => {
      const over = m.evaluate(node.expression, parent);
      const items = ts.isForInStatement(node) ? keysOf(over) : elements(over);
      return items ? items.map(element => env(scope, parent, { element })) : [env(scope, parent)];
    })
    .slice(0, maxRuns);
}

function keysOf(value: Value): readonly Value[] | undefined {
  return value.t === 'record'
    ? [...value.entries.keys()].map(key => ({ t: 'literal', value: key }) as const)
    : undefined;
}

/** `this` of a method of which no object is known: some object of its class. */
function ownSelf(node: FunctionNode, parent: Env): Value | undefined {
  const owner = node.parent;
  return owner && ts.isClassLike(owner)
    ? { t: 'instance', of: { t: 'class', node: owner, env: parent }, args: [] }
    : undefined;
}

function* functionRuns(m: Machine, scope: StaticScope, node: FunctionNode, depth: number): Iterable<Env> {
  const at = node.parent;
  if (ts.isConstructorDeclaration(node)) {
    yield* constructorRuns(m, scope, node, depth);
    return;
  }
  if (at && ts.isCallExpression(at) && at.arguments.some(item => item === node)) {
    yield* callbackRuns(m, scope, node, at, depth);
    return;
  }
  for (const name of namesOf(node)) {
    for (const file of m.program.loaded.values()) {
      for (const call of (file.calls.get(name) ?? []).slice(0, maxCallers))
        yield* callRuns(m, scope, node, call, file.scopeAt(call), depth);
    }
  }
}

function* callbackRuns(
  m: Machine,
  scope: StaticScope,
  _node: FunctionNode,
  call: ts.CallExpression,
  depth: number,
): Iterable<Env> {
  const callee = bareCallee(call.expression);
  const overItems = ts.isPropertyAccessExpression(callee) && perItem.test(callee.name.text);
  for (const parent of scope.parent ? runsOf(m, scope.parent, depth) : []) {
    if (!overItems) {
      yield env(scope, parent);
      continue;
    }
    const items = elements(m.evaluate(callee.expression, parent));
    if (!items) yield env(scope, parent);
    const isReduce = callee.name.text === 'reduce';
    for (const item of items ?? [])
      yield env(scope, parent, { args: isReduce ? [{ t: 'unknown' }, item] : [item] });
  }
}

/** Runs by calls of the name a function goes by, where the call really denotes it. */
function* callRuns(
  m: Machine,
  scope: StaticScope,
  node: FunctionNode,
  call: ts.CallExpression,
  from: StaticScope,
  depth: number,
): Iterable<Env> {
  for (const caller of runsOf(m, from, depth + 1)) {
    const fn = m.evaluate(bareCallee(call.expression), caller);
    if (fn.t !== 'function' || fn.node !== node) continue;
    const args = call.arguments.map(item =>
      m.evaluate(ts.isSpreadElement(item) ? item.expression : item, caller),
    );
    yield env(scope, fn.env, { args, ...(fn.self && { self: fn.self }) });
  }
}

function* constructorRuns(m: Machine, scope: StaticScope, node: FunctionNode, depth: number): Iterable<Env> {
  const owner = node.parent;
  const name = ts.isClassLike(owner) ? (owner.name?.text ?? variableName(owner)) : undefined;
  if (name === undefined) return;
  for (const file of m.program.loaded.values()) {
    for (const call of (file.news.get(name) ?? []).slice(0, 50)) {
      for (const caller of runsOf(m, file.scopeAt(call), depth + 1)) {
        const self = m.evaluate(call, caller);
        if (self.t === 'instance' && self.of.node === owner)
          yield env(scope, self.of.env, { args: self.args, self });
      }
    }
  }
}

/** Names under which a function may be called. */
function namesOf(node: FunctionNode): readonly string[] {
  const own =
    node.name &&
    (ts.isIdentifier(node.name) || ts.isStringLiteralLike(node.name) || ts.isPrivateIdentifier(node.name))
      ? [node.name.text]
      : [];
  const held = variableName(node);
  return [...new Set([...own, ...(held === undefined ? [] : [held])])];
}

function variableName(node: ts.Node): string | undefined {
  const at = node.parent;
  if (!at) return undefined;
  if (ts.isVariableDeclaration(at) && ts.isIdentifier(at.name)) return at.name.text;
  if (ts.isPropertyAssignment(at) && ts.isIdentifier(at.name)) return at.name.text;
  if (ts.isPropertyDeclaration(at) && ts.isIdentifier(at.name)) return at.name.text;
  if (ts.isBinaryExpression(at) && at.right === node)
    return ts.isIdentifier(at.left)
      ? at.left.text
      : ts.isPropertyAccessExpression(at.left)
        ? at.left.name.text
        : undefined;
  return undefined;
}
