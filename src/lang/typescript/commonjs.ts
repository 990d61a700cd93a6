import { ts } from 'ts-morph';
import type { Expression, Statement } from '../module.ts';
import type { Lowerer } from './lowerer.ts';
import { calledModule } from './module-request.ts';
import { unwrap } from './unwrap.ts';

/**
 * Top-level CommonJS exports. Returns the statements that remain, or undefined when the expression exports nothing.
 * `const x = module.exports = e` is seen by the caller as an ordinary assignment.
 */
export function commonJsExport(lowerer: Lowerer, wrapped: ts.Expression): Statement[] | undefined {
  if (!lowerer.isTopLevel()) return undefined;
  const node = unwrap(wrapped);
  if (ts.isBinaryExpression(node)) return assignment(lowerer, node);
  if (ts.isCallExpression(node)) return compilerHelper(lowerer, node);
  return undefined;
}

function assignment(lowerer: Lowerer, node: ts.BinaryExpression): Statement[] | undefined {
  const targets: ts.Expression[] = [];
  let value: ts.Expression = node;
  while (ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    targets.push(value.left);
    value = unwrap(value.right);
  }
  const names = targets.map(exportedName);
  if (names.every(name => name === undefined)) return undefined;
  if (ts.isVoidExpression(value)) return [];
  const lowered = lowerer.expression(value, lowerer.doc(node));
  const at = lowerer.at(node);
  const locals = targets.filter((_, i) => names[i] === undefined);
  for (const name of names) {
    if (name !== undefined) lowerer.exports.push({ name, value: lowered, at });
  }
  if (names.includes('default')) recordExports(lowerer, value, lowered);
  return locals.map(local => ({ kind: 'assign', target: lowerer.expression(local), value: lowered, at }));
}

/** `default` for `module.exports` and `exports`, `x` for `exports.x`. */
function exportedName(node: ts.Expression): string | undefined {
  if (isExportsObject(node)) return 'default';
  if (ts.isPropertyAccessExpression(node) && isExportsObject(node.expression)) return node.name.text;
  if (ts.isElementAccessExpression(node) && isExportsObject(node.expression)) {
    return ts.isStringLiteralLike(node.argumentExpression) ? node.argumentExpression.text : undefined;
  }
  return undefined;
}

function isExportsObject(node: ts.Expression): boolean {
  if (ts.isIdentifier(node)) return node.text === 'exports';
  if (!ts.isPropertyAccessExpression(node) || node.name.text !== 'exports') return false;
  return ts.isIdentifier(node.expression) && node.expression.text === 'module';
}

function recordExports(lowerer: Lowerer, node: ts.Expression, value: Expression): void {
  if (value.kind === 'record') {
    for (const { key, value: entry } of value.entries) {
      if (key?.kind !== 'literal' || typeof key.value !== 'string') continue;
      lowerer.exports.push({ name: key.value, value: entry, at: key.at });
    }
  }
  const sources = ts.isObjectLiteralExpression(node)
    ? node.properties.filter(ts.isSpreadAssignment).map(spread => spread.expression)
    : [node];
  for (const source of sources) {
    const module = ts.isCallExpression(source) ? calledModule(source) : undefined;
    if (module !== undefined) lowerer.exports.push({ name: '*', module, at: lowerer.at(source) });
  }
}

/** What TypeScript's own CommonJS output does to re-export. */
function compilerHelper(lowerer: Lowerer, node: ts.CallExpression): Statement[] | undefined {
  const [first, second, third] = node.arguments;
  const callee = lowerer.text(node.expression);
  if (!first || !second) return undefined;
  if (/(?:^|\.)__exportStar$/.test(callee) && ts.isCallExpression(first)) {
    const module = calledModule(first);
    if (module === undefined) return undefined;
    lowerer.exports.push({ name: '*', module, at: lowerer.at(node) });
    return [];
  }
  if (callee !== 'Object.defineProperty' || !isExportsObject(first) || !ts.isStringLiteralLike(second))
    return undefined;
  const value = third && getterResult(lowerer, third);
  if (value) lowerer.exports.push({ name: second.text, value, at: lowerer.at(node) });
  return value || second.text === '__esModule' ? [] : undefined;
}

function getterResult(lowerer: Lowerer, descriptor: ts.Expression): Expression | undefined {
  if (!ts.isObjectLiteralExpression(descriptor)) return undefined;
  for (const property of descriptor.properties) {
    if (!ts.isPropertyAssignment(property) || lowerer.text(property.name) !== 'get') continue;
    const getter = unwrap(property.initializer);
    if (!ts.isFunctionExpression(getter) && !ts.isArrowFunction(getter)) continue;
    if (!ts.isBlock(getter.body)) return lowerer.expression(getter.body);
    const [first] = getter.body.statements;
    if (first && ts.isReturnStatement(first) && first.expression) return lowerer.expression(first.expression);
  }
  return undefined;
}
