import { ts } from 'ts-morph';
import { env } from './env.ts';
import type { Machine } from './machine.ts';
import { isFactory, schemaMember } from './schema.ts';
import { isFunction } from './scope.ts';
import { type ClassValue, literal, unknown, type Value } from './value.ts';

/** `value.name`. */
export function memberOf(m: Machine, value: Value, name: string): Value {
  switch (value.t) {
    case 'record': {
      const entry = value.entries.get(name);
      if (entry) return entry.t === 'function' && !entry.self ? { ...entry, self: value } : entry;
      if (!value.open && !recordMethods.test(name)) return literal(null);
      return { t: 'builtin', owner: value, name };
    }
    case 'module':
      return m.exportOf(value.path, name);
    case 'external':
      return {
        t: 'external',
        module: value.module,
        name: value.name === '*' || value.name === 'default' ? name : `${value.name}.${name}`,
      };
    case 'instance':
      return instanceMember(m, value, name);
    case 'class':
      return staticMember(m, value, name);
    case 'schema':
      return schemaMember(value.schema, name) ?? { t: 'builtin', owner: value, name };
    case 'regex':
      return { t: 'builtin', owner: value, name };
    case 'list':
      return name === 'length' && !value.open
        ? literal(value.items.length)
        : { t: 'builtin', owner: value, name };
    case 'literal':
      if (typeof value.value !== 'string') return unknown;
      return name === 'length' ? literal(value.value.length) : { t: 'builtin', owner: value, name };
    case 'builtin':
      return typeof value.owner === 'string'
        ? { t: 'builtin', owner: value.owner ? `${value.owner}.${value.name}` : value.name, name }
        : unknown;
    case 'function':
      return name === 'name' && value.node.name && ts.isIdentifier(value.node.name)
        ? literal(value.node.name.text)
        : { t: 'builtin', owner: value, name };
    default:
      // The validator library of a bundle keeps its method names.
      return isFactory(name) ? { t: 'external', module: 'zod', name } : unknown;
  }
}

/** Members of objects and maps that no literal lists. */
const recordMethods =
  /^(?:get|set|has|delete|clear|values|keys|entries|forEach|size|length|add|hasOwnProperty|toString|valueOf|prototype|constructor|default|[a-z]*Of|bind|call|apply)$/;

type Instance = Extract<Value, { t: 'instance' }>;

function instanceMember(m: Machine, self: Instance, name: string): Value {
  let cls: ClassValue | undefined = self.of;
  let args: readonly Value[] = self.args;
  for (let depth = 0; cls && depth < 12; depth++) {
    const found = ownMember(m, self, cls, args, name);
    if (found) return found;
    args = superArguments(m, self, cls, args);
    cls = baseOf(m, cls);
  }
  return unknown;
}

/** Methods, accessors, fields, and what the constructor gives `this.name`. */
function ownMember(
  m: Machine,
  self: Instance,
  cls: ClassValue,
  args: readonly Value[],
  name: string,
): Value | undefined {
  for (const item of cls.node.members) {
    if (isStatic(item) || nameOf(item) !== name) continue;
    if (ts.isMethodDeclaration(item)) return { t: 'function', node: item, env: cls.env, self };
    if (ts.isGetAccessor(item)) return m.call({ t: 'function', node: item, env: cls.env, self }, []);
    if (ts.isPropertyDeclaration(item) && item.initializer) {
      const scope = m.program.file(cls.env.scope.file)?.scopeAt(item.initializer);
      return scope ? m.evaluate(item.initializer, env(scope, cls.env, { self })) : undefined;
    }
  }
  return assigned(m, self, cls, args, name);
}

function assigned(
  m: Machine,
  self: Instance,
  cls: ClassValue,
  args: readonly Value[],
  name: string,
): Value | undefined {
  const maker = cls.node.members.find(ts.isConstructorDeclaration);
  const scope = maker && m.program.file(cls.env.scope.file)?.scopes.get(maker);
  if (!maker?.body || !scope) return undefined;
  const inside = env(scope, cls.env, { args, self });
  let found: Value | undefined;
  for (const node of assignmentsTo(maker.body, name)) found = m.evaluate(node, inside);
  return found;
}

function assignmentsTo(body: ts.Node, name: string): readonly ts.Expression[] {
  const out: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (isFunction(node) || ts.isClassLike(node)) return;
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      const { left } = node;
      const isThis =
        ts.isPropertyAccessExpression(left) &&
        left.expression.kind === ts.SyntaxKind.ThisKeyword &&
        left.name.text === name;
      if (isThis) out.push(node.right);
    }
    ts.forEachChild(node, visit);
  };
  visit(body);
  return out;
}

/** Arguments of `super(...)`: those of the object where the class has no constructor. */
function superArguments(
  m: Machine,
  self: Instance,
  cls: ClassValue,
  args: readonly Value[],
): readonly Value[] {
  const maker = cls.node.members.find(ts.isConstructorDeclaration);
  const scope = maker && m.program.file(cls.env.scope.file)?.scopes.get(maker);
  if (!maker?.body || !scope) return args;
  const inside = env(scope, cls.env, { args, self });
  const call = maker.body.statements
    .flatMap(item => (ts.isExpressionStatement(item) ? sequence(item.expression) : []))
    .find(isSuper);
  return call && ts.isCallExpression(call) ? call.arguments.map(node => m.evaluate(node, inside)) : args;
}

function isSuper(node: ts.Expression): boolean {
  return ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.SuperKeyword;
}

function sequence(node: ts.Expression): readonly ts.Expression[] {
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.CommaToken)
    return [...sequence(node.left), node.right];
  return [node];
}

/** The class a class extends, when it is of the package. */
export function baseOf(m: Machine, cls: ClassValue): ClassValue | undefined {
  const clause = cls.node.heritageClauses?.find(item => item.token === ts.SyntaxKind.ExtendsKeyword);
  const [base] = clause?.types ?? [];
  const value = base ? m.evaluate(base.expression, cls.env) : undefined;
  return value?.t === 'class' ? value : undefined;
}

function staticMember(m: Machine, cls: ClassValue, name: string): Value {
  let at: ClassValue | undefined = cls;
  for (let depth = 0; at && depth < 12; depth++) {
    for (const item of at.node.members) {
      if (!isStatic(item) || nameOf(item) !== name) continue;
      if (ts.isMethodDeclaration(item)) return { t: 'function', node: item, env: at.env, self: cls };
      if (ts.isGetAccessor(item)) return m.call({ t: 'function', node: item, env: at.env, self: cls }, []);
      if (ts.isPropertyDeclaration(item) && item.initializer)
        return m.evaluate(item.initializer, env(at.env.scope, at.env, { self: cls }));
    }
    at = baseOf(m, at);
  }
  return name === 'name' && cls.node.name ? literal(cls.node.name.text) : unknown;
}

function isStatic(node: ts.ClassElement): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node)?.some(item => item.kind === ts.SyntaxKind.StaticKeyword) ?? false)
  );
}

function nameOf(node: ts.ClassElement): string | undefined {
  return node.name &&
    (ts.isIdentifier(node.name) || ts.isStringLiteralLike(node.name) || ts.isPrivateIdentifier(node.name))
    ? node.name.text
    : undefined;
}
