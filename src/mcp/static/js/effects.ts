import { ts } from 'ts-morph';
import { merge } from './builtins.ts';
import { type Env, env, envFor } from './env.ts';
import type { Machine } from './machine.ts';
import type { Effect, StaticScope } from './scope.ts';
import { asText, list, literal, record, truth, unknown, type Value } from './value.ts';

const maxEffects = 3_000;

/** A value after what later statements do to the name that holds it. */
export function applyEffects(
  m: Machine,
  start: Value,
  effects: readonly Effect[],
  at: Env,
  isEmpty: boolean,
): Value {
  let value = start;
  for (const effect of effects.slice(0, maxEffects)) {
    const where = envFor(effect.scope, at) ?? at;
    if (effect.kind === 'assign') {
      const [node] = effect.args;
      // Only a name without a value of its own takes later ones; a second value would be a guess.
      if (node && (isEmpty || value.t === 'unknown') && !isEnumSeed(node)) {
        const next = m.evaluate(node, where);
        if (next.t !== 'unknown') value = next;
      }
    } else if (effect.kind === 'append') value = appended(m, value, effect, where);
    else if (effect.kind === 'each') value = afterLoop(m, value, effect, at);
    else if (effect.kind === 'member') value = withMember(m, value, effect, where);
    else value = afterCall(m, value, effect, where);
  }
  return value;
}

/** A text with more behind it, where the conditions for that are known to hold. */
function appended(m: Machine, value: Value, effect: Effect, at: Env): Value {
  if (value.t !== 'literal') return value;
  if ((effect.when ?? []).some(({ test, is }) => truth(m.evaluate(test, at)) !== is)) return value;
  const [node] = effect.args;
  const more = node ? m.evaluate(node, at) : unknown;
  if (more.t !== 'literal' || more.value === null) return value;
  return literal(
    typeof value.value === 'number' && typeof more.value === 'number'
      ? value.value + more.value
      : `${value.value}${more.value}`,
  );
}

/** `for (const tool of tools) tool.description = …` changes every element. */
function afterLoop(m: Machine, value: Value, effect: Effect, at: Env): Value {
  const { name, scope } = effect;
  if (value.t !== 'list' || name === undefined || !scope.effects.has(name)) return value;
  const parent = (scope.parent && envFor(scope.parent, at)) ?? at;
  return list(
    value.items.map(element =>
      element.t === 'record' ? m.named(name, scope, env(scope, parent, { element })) : element,
    ),
    value.open,
  );
}

function withMember(m: Machine, value: Value, effect: Effect, at: Env): Value {
  if (value.t !== 'record') return value;
  const [node] = effect.args;
  const key = effect.name ?? (effect.key ? asText(m.evaluate(effect.key, at)) : undefined);
  const tests = (effect.when ?? []).map(({ test, is }) => {
    const known = truth(m.evaluate(test, at));
    return known === undefined ? undefined : known === is;
  });
  if (tests.includes(false)) return value;
  // Under a condition that is not known only what is missing is filled in.
  if (tests.includes(undefined) && key !== undefined && value.entries.has(key)) return value;
  if (key === undefined || !node) return record(value.entries, true);
  return record(new Map([...value.entries, [key, m.evaluate(node, at)]]), value.open);
}

function afterCall(m: Machine, value: Value, effect: Effect, at: Env): Value {
  const args = (): readonly Value[] =>
    effect.args.map(node =>
      ts.isSpreadElement(node) ? m.evaluate(node.expression, at) : m.evaluate(node, at),
    );
  if (value.t === 'list' && (effect.name === 'push' || effect.name === 'unshift' || effect.name === 'add')) {
    const more = effect.args.flatMap((node, i): readonly Value[] => {
      const given = args()[i] ?? unknown;
      if (!ts.isSpreadElement(node)) return [given];
      return given.t === 'list' ? given.items : [];
    });
    const open = effect.args.some((node, i) => ts.isSpreadElement(node) && args()[i]?.t !== 'list');
    return list([...value.items, ...more], value.open || open);
  }
  if (value.t !== 'record') return value;
  if (effect.name === 'set') {
    const [key, item] = args();
    const text = asText(key);
    return text === undefined
      ? record(value.entries, true)
      : record(new Map([...value.entries, [text, item ?? unknown]]), value.open);
  }
  if (effect.name === 'Object.assign') return args().reduce<Value>(merge, value);
  if (effect.name === '__export') return namespace(m, value, effect.args[0], at);
  return value;
}

/** `__export(ns, { a: () => a })`: a namespace object of a bundler. */
function namespace(m: Machine, value: Value, node: ts.Expression | undefined, at: Env): Value {
  if (value.t !== 'record' || !node || !ts.isObjectLiteralExpression(node)) return value;
  const entries = new Map(value.entries);
  for (const item of node.properties) {
    const name =
      item.name && (ts.isIdentifier(item.name) || ts.isStringLiteralLike(item.name))
        ? item.name.text
        : undefined;
    if (name === undefined || !ts.isPropertyAssignment(item) || !ts.isArrowFunction(item.initializer))
      continue;
    if (!ts.isBlock(item.initializer.body)) entries.set(name, m.evaluate(item.initializer.body, at));
  }
  return record(entries, value.open);
}

/** The `{}` in `E || (E = {})`. */
function isEnumSeed(node: ts.Expression): boolean {
  return ts.isObjectLiteralExpression(node) && node.properties.length === 0 && enumBody(node) !== undefined;
}

/** The function of `(function (E) { E["A"] = "a" })(E || (E = {}))`, from the seed. */
function enumBody(seed: ts.Node): ts.FunctionExpression | ts.ArrowFunction | undefined {
  let at: ts.Node = seed;
  for (let n = 0; n < 6 && at.parent; n++) {
    at = at.parent;
    if (!ts.isCallExpression(at)) continue;
    let callee: ts.Node = at.expression;
    while (ts.isParenthesizedExpression(callee)) callee = callee.expression;
    return ts.isFunctionExpression(callee) || ts.isArrowFunction(callee) ? callee : undefined;
  }
  return undefined;
}

/** A TypeScript enumeration as compiled: the members its function gives the parameter. */
export function enumRecord(m: Machine, home: StaticScope, at: Env, name: string): Value | undefined {
  for (const effect of home.effects.get(name) ?? []) {
    const [seed] = effect.args;
    const body = effect.kind === 'assign' && seed ? enumBody(seed) : undefined;
    const [parameter] = body?.parameters ?? [];
    if (!body || !parameter || !ts.isIdentifier(parameter.name) || !ts.isBlock(body.body)) continue;
    const entries = new Map<string, Value>();
    for (const statement of body.body.statements) {
      if (!ts.isExpressionStatement(statement)) continue;
      for (const assign of sequence(statement.expression)) {
        const target = ts.isBinaryExpression(assign) ? assign.left : undefined;
        const value = ts.isBinaryExpression(assign) ? assign.right : undefined;
        if (!target || !value) continue;
        const key = ts.isPropertyAccessExpression(target)
          ? target.name.text
          : ts.isElementAccessExpression(target) && ts.isStringLiteralLike(target.argumentExpression)
            ? target.argumentExpression.text
            : undefined;
        if (key !== undefined) entries.set(key, m.evaluate(value, at));
      }
    }
    if (entries.size > 0) return record(entries);
  }
  return undefined;
}

function sequence(node: ts.Expression): readonly ts.Expression[] {
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.CommaToken)
    return [...sequence(node.left), node.right];
  return [node];
}
