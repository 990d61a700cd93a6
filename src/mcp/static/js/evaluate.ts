import { ts } from 'ts-morph';
import { merge } from './builtins.ts';
import { callValue, collection, required } from './call.ts';
import { type Env, selfOf } from './env.ts';
import { bareCallee } from './file.ts';
import { libraryCall } from './library.ts';
import type { Machine } from './machine.ts';
import { baseOf, memberOf } from './member.ts';
import { lookup } from './names.ts';
import { placeOf } from './package-paths.ts';
import { safeRegex } from './regex.ts';
import { asText, list, literal, record, truth, unknown, type Value } from './value.ts';

/** One expression; see `Machine.evaluate` for the bounded entry. */
export function evaluateNode(m: Machine, node: ts.Expression, at: Env): Value {
  const next = (item: ts.Expression): Value => m.evaluate(item, at);
  if (ts.isStringLiteralLike(node)) return literal(node.text);
  if (ts.isNumericLiteral(node)) return literal(Number(node.text));
  if (ts.isRegularExpressionLiteral(node)) return regexLiteral(node.text);
  if (ts.isIdentifier(node)) return name(m, node, at);
  if (ts.isPropertyAccessExpression(node)) return property(m, node, at);
  if (ts.isCallExpression(node)) return call(m, node, at);
  if (ts.isNewExpression(node)) return construct(m, node, at);
  if (ts.isObjectLiteralExpression(node)) return objectLiteral(m, node, at);
  if (ts.isArrayLiteralExpression(node)) return arrayLiteral(node, next);
  if (ts.isTemplateExpression(node)) return template(node, next);
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) {
    const self = ts.isArrowFunction(node) ? selfOf(at) : undefined;
    return { t: 'function', node, env: at, ...(self && { self }) };
  }
  if (ts.isClassExpression(node)) return { t: 'class', node, env: at };
  if (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isTypeAssertionExpression(node) ||
    ts.isAwaitExpression(node)
  )
    return next(node.expression);
  if (ts.isElementAccessExpression(node))
    return element(m, next(node.expression), next(node.argumentExpression));
  if (ts.isConditionalExpression(node)) {
    const test = truth(next(node.condition));
    if (test !== undefined) return next(test ? node.whenTrue : node.whenFalse);
    const [a, b] = [next(node.whenTrue), next(node.whenFalse)];
    return isNamedCase(m, node.condition, at) && says(b) ? b : either(a, b);
  }
  if (ts.isBinaryExpression(node)) return binary(node, next);
  if (ts.isPrefixUnaryExpression(node)) return prefix(node.operator, next(node.operand));
  if (ts.isVoidExpression(node)) return literal(null);
  if (ts.isTaggedTemplateExpression(node))
    return ts.isNoSubstitutionTemplateLiteral(node.template)
      ? tagged(node.template.text, node.tag)
      : taggedValue(template(node.template, next), node.tag);
  switch (node.kind) {
    case ts.SyntaxKind.TrueKeyword:
      return literal(true);
    case ts.SyntaxKind.FalseKeyword:
      return literal(false);
    case ts.SyntaxKind.NullKeyword:
      return literal(null);
    case ts.SyntaxKind.ThisKeyword:
      return selfOf(at) ?? unknown;
    default:
      return unknown;
  }
}

function regexLiteral(text: string): Value {
  const end = text.lastIndexOf('/');
  const regex = safeRegex(text.slice(1, end), text.slice(end + 1));
  return regex ? { t: 'regex', regex } : unknown;
}

function name(m: Machine, node: ts.Identifier, at: Env): Value {
  const file = m.program.file(at.scope.file);
  const found = file ? lookup(m, node.text, file.scopeAt(node), at) : unknown;
  // What a CommonJS module gave out before it may use again: `exports.b = exports.a`.
  return found.t === 'unknown' && node.text === 'exports' ? { t: 'module', path: at.scope.file } : found;
}

function property(m: Machine, node: ts.PropertyAccessExpression, at: Env): Value {
  if (ts.isMetaProperty(node.expression)) return metaProperty(node.name.text, at);
  if (node.expression.kind === ts.SyntaxKind.SuperKeyword) {
    const self = selfOf(at);
    const base = self?.t === 'instance' ? baseOf(m, self.of) : undefined;
    return base && self?.t === 'instance' ? memberOf(m, { ...self, of: base }, node.name.text) : unknown;
  }
  const owner = m.evaluate(node.expression, at);
  // A default export that is only a namespace.
  if (owner.t === 'module' && node.name.text === 'default') {
    const value = memberOf(m, owner, 'default');
    return value.t === 'unknown' ? owner : value;
  }
  return memberOf(m, owner, node.name.text);
}

/** `import.meta.url` and its newer relatives. */
function metaProperty(name: string, at: Env): Value {
  const { file } = at.scope;
  if (name === 'url') return placeOf('url', file);
  return name === 'dirname'
    ? placeOf('__dirname', file)
    : name === 'filename'
      ? placeOf('__filename', file)
      : unknown;
}

function call(m: Machine, node: ts.CallExpression, at: Env): Value {
  const callee = bareCallee(node.expression);
  const args = (): readonly Value[] =>
    node.arguments.flatMap(item => {
      const value = m.evaluate(ts.isSpreadElement(item) ? item.expression : item, at);
      return ts.isSpreadElement(item) && value.t === 'list' ? value.items : [value];
    });
  if (ts.isIdentifier(callee) && callee.text === 'require') return required(m, at.scope.file, args()[0]);
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return required(m, at.scope.file, args()[0]);
  const fn = m.evaluate(callee, at);
  const shaped = libraryCall(callee, fn, args);
  return shaped ?? callValue(m, fn, args());
}

function construct(m: Machine, node: ts.NewExpression, at: Env): Value {
  const fn = m.evaluate(node.expression, at);
  const args = (node.arguments ?? []).map(item =>
    m.evaluate(ts.isSpreadElement(item) ? item.expression : item, at),
  );
  if (fn.t === 'builtin' && (fn.name === 'Map' || fn.name === 'Set')) return collection(fn.name, args[0]);
  return fn.t === 'class' ? { t: 'instance', of: fn, args } : unknown;
}

function objectLiteral(m: Machine, node: ts.ObjectLiteralExpression, at: Env): Value {
  let out: Value = record(new Map());
  const set = (key: string, value: Value): void => {
    if (out.t === 'record') out = record(new Map([...out.entries, [key, value]]), out.open);
  };
  for (const item of node.properties) {
    if (ts.isSpreadAssignment(item)) {
      out = merge(out, m.evaluate(item.expression, at));
      continue;
    }
    const key = keyOf(m, item.name, at);
    if (key === undefined) out = out.t === 'record' ? record(out.entries, true) : out;
    else if (ts.isPropertyAssignment(item)) set(key, m.evaluate(item.initializer, at));
    else if (ts.isShorthandPropertyAssignment(item)) set(key, m.evaluate(item.name, at));
    else if (ts.isMethodDeclaration(item)) set(key, { t: 'function', node: item, env: at });
    else if (ts.isGetAccessor(item)) set(key, callValue(m, { t: 'function', node: item, env: at }, []));
  }
  return out;
}

function keyOf(m: Machine, node: ts.PropertyName, at: Env): string | undefined {
  if (
    ts.isIdentifier(node) ||
    ts.isStringLiteralLike(node) ||
    ts.isNumericLiteral(node) ||
    ts.isPrivateIdentifier(node)
  )
    return node.text;
  const value = ts.isComputedPropertyName(node) ? m.evaluate(node.expression, at) : unknown;
  return value.t === 'literal' ? String(value.value) : undefined;
}

function arrayLiteral(node: ts.ArrayLiteralExpression, next: (item: ts.Expression) => Value): Value {
  const items: Value[] = [];
  let open = false;
  for (const item of node.elements) {
    if (!ts.isSpreadElement(item)) {
      items.push(next(item));
      continue;
    }
    const value = next(item.expression);
    if (value.t === 'list') {
      items.push(...value.items);
      open ||= value.open;
    } else open = true;
  }
  return list(items, open);
}

function template(node: ts.TemplateExpression, next: (item: ts.Expression) => Value): Value {
  let text = node.head.text;
  for (const span of node.templateSpans) {
    const value = next(span.expression);
    if (value.t !== 'literal') return unknown;
    text += String(value.value) + span.literal.text;
  }
  return literal(text);
}

function tagged(text: string, tag: ts.Expression): Value {
  return /dedent|outdent|stripindent|endent/i.test(tag.getText())
    ? literal(dedent(text))
    : /String\.raw/.test(tag.getText())
      ? literal(text)
      : unknown;
}

function taggedValue(value: Value, tag: ts.Expression): Value {
  const text = asText(value);
  return text === undefined ? unknown : tagged(text, tag);
}

/** What the usual helpers make of an indented template. */
function dedent(text: string): string {
  const lines = text.replace(/^[ \t]*\n/, '').split('\n');
  const indents = lines.filter(line => line.trim()).map(line => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const least = Math.min(...indents, 1000);
  return lines
    .map(line => line.slice(Math.min(least, line.length)))
    .join('\n')
    .trim();
}

function element(m: Machine, owner: Value, key: Value): Value {
  if (key.t !== 'literal') return unknown;
  if (owner.t === 'list' && typeof key.value === 'number') return owner.items.at(key.value) ?? unknown;
  const found = memberOf(m, owner, String(key.value));
  const isMissing = owner.t === 'record' && !owner.open && found.t === 'builtin';
  return isMissing ? literal(null) : found;
}

function binary(node: ts.BinaryExpression, next: (item: ts.Expression) => Value): Value {
  const { operatorToken, left, right } = node;
  switch (operatorToken.kind) {
    case ts.SyntaxKind.CommaToken:
    case ts.SyntaxKind.EqualsToken:
      return next(right);
    case ts.SyntaxKind.PlusToken: {
      const [a, b] = [next(left), next(right)];
      if (a.t !== 'literal' || b.t !== 'literal') return unknown;
      return typeof a.value === 'number' && typeof b.value === 'number'
        ? literal(a.value + b.value)
        : literal(String(a.value) + String(b.value));
    }
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.QuestionQuestionToken: {
      const a = next(left);
      const known = truth(a);
      if (known === true) return a;
      return known === false ? next(right) : either(next(right), a);
    }
    case ts.SyntaxKind.AmpersandAmpersandToken: {
      const a = next(left);
      return truth(a) === false ? a : next(right);
    }
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken: {
      const [a, b] = [next(left), next(right)];
      const isNot =
        operatorToken.kind === ts.SyntaxKind.ExclamationEqualsEqualsToken ||
        operatorToken.kind === ts.SyntaxKind.ExclamationEqualsToken;
      // An object is no text, no number and not nothing.
      if ((a.t === 'literal' && isObject(b)) || (b.t === 'literal' && isObject(a))) return literal(isNot);
      if (a.t !== 'literal' || b.t !== 'literal') return unknown;
      return literal((a.value === b.value) !== isNot);
    }
    case ts.SyntaxKind.InKeyword:
      return has(next(right), asText(next(left)));
    case ts.SyntaxKind.GreaterThanToken:
      return compared(next(left), next(right), (a, b) => a > b);
    case ts.SyntaxKind.GreaterThanEqualsToken:
      return compared(next(left), next(right), (a, b) => a >= b);
    case ts.SyntaxKind.LessThanToken:
      return compared(next(left), next(right), (a, b) => a < b);
    case ts.SyntaxKind.LessThanEqualsToken:
      return compared(next(left), next(right), (a, b) => a <= b);
    default:
      return unknown;
  }
}

function compared(a: Value, b: Value, holds: (a: number, b: number) => boolean): Value {
  const isNumber =
    a.t === 'literal' && b.t === 'literal' && typeof a.value === 'number' && typeof b.value === 'number';
  return isNumber ? literal(holds(Number(a.value), Number(b.value))) : unknown;
}

function prefix(operator: ts.PrefixUnaryOperator, value: Value): Value {
  if (operator === ts.SyntaxKind.ExclamationToken) {
    const known = truth(value);
    return known === undefined ? unknown : literal(!known);
  }
  return operator === ts.SyntaxKind.MinusToken && value.t === 'literal' && typeof value.value === 'number'
    ? literal(-value.value)
    : unknown;
}

const isObject = ({ t }: Value): boolean => t === 'record' || t === 'list' || t === 'schema' || t === 'class';

/** `language === 'zh'`, or a name for it: of what is not known the case that is named is not the usual one. */
function isNamedCase(m: Machine, test: ts.Expression, at: Env): boolean {
  if (ts.isIdentifier(test)) {
    const file = m.program.file(at.scope.file);
    for (let scope = file?.scopeAt(test); scope; scope = scope.parent) {
      const binding = scope.bindings.get(test.text);
      if (binding) return binding.how === 'init' && isEquality(binding.node);
    }
  }
  return isEquality(test);
}

function says(value: Value): boolean {
  if (value.t === 'list') return value.items.length > 0;
  return value.t === 'record' ? value.entries.size > 0 : value.t === 'schema';
}

function isEquality(test: ts.Expression): boolean {
  if (!ts.isBinaryExpression(test)) return false;
  const { kind } = test.operatorToken;
  const isEqual = kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.EqualsEqualsToken;
  return isEqual && (ts.isStringLiteralLike(test.right) || ts.isStringLiteralLike(test.left));
}

/** `'key' in value`. */
function has(value: Value, key: string | undefined): Value {
  if (key === undefined) return unknown;
  if (value.t === 'schema') return literal(Object.hasOwn(value.schema.json, key));
  if (value.t !== 'record') return unknown;
  return value.entries.has(key) ? literal(true) : value.open ? unknown : literal(false);
}

/** Two possible values: the known one, the richer one. */
function either(a: Value, b: Value): Value {
  if (a.t === 'unknown') return b;
  if (b.t === 'list' && a.t === 'list' && b.items.length > a.items.length) return b;
  if (b.t === 'record' && a.t === 'record' && b.entries.size > a.entries.size) return b;
  // Nothing, or what is not known: what is not known.
  if (a.t === 'literal' && (a.value === null || a.value === false)) return b;
  return a;
}
