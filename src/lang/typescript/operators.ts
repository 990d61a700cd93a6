import { ts } from 'ts-morph';
import { binary, chain, isAssociative, literal, unknown } from '../build.ts';
import { maxDepth } from '../limits.ts';
import type { Expression } from '../module.ts';
import type { Lowerer } from './lowerer.ts';

const plainAssign = ts.SyntaxKind.EqualsToken;

/** `+` for `+=`; undefined for `=` and for operators that assign nothing. */
export function compoundOperator(kind: ts.SyntaxKind): string | undefined {
  if (kind === plainAssign || kind < ts.SyntaxKind.FirstAssignment || kind > ts.SyntaxKind.LastAssignment) {
    return undefined;
  }
  return ts.tokenToString(kind)?.slice(0, -1);
}

export function lowerBinary(lowerer: Lowerer, node: ts.BinaryExpression): Expression {
  const kind = node.operatorToken.kind;
  if (kind === plainAssign) {
    const value = lowerer.expression(node.right);
    return { kind: 'assign', target: lowerer.expression(node.left), value, at: lowerer.at(node) };
  }
  const compound = compoundOperator(kind);
  if (compound !== undefined) {
    const target = lowerer.expression(node.left);
    const value = binary(compound, target, lowerer.expression(node.right));
    return { kind: 'assign', target, value, at: lowerer.at(node) };
  }
  return leftChain(lowerer, node);
}

/** Walks `a + b + c` without recursion, because generated code chains thousands of operands. */
function leftChain(lowerer: Lowerer, node: ts.BinaryExpression): Expression {
  const kind = node.operatorToken.kind;
  const operands: ts.Expression[] = [];
  let left: ts.Expression = node;
  while (ts.isBinaryExpression(left) && left.operatorToken.kind === kind) {
    operands.push(left.right);
    left = left.left;
  }
  operands.push(left);
  const op = ts.tokenToString(kind) ?? '';
  const lowered = operands.reverse().map(operand => lowerer.expression(operand));
  if (lowered.length <= maxDepth || isAssociative(op)) return chain(op, lowered);
  lowerer.problems.push({
    reason: 'depth-limit',
    detail: `more than ${maxDepth} operands`,
    at: lowerer.at(node),
  });
  return unknown(lowerer.text(node), lowerer.at(node));
}

/** Prefix and postfix operators, `typeof`, `void`, `delete`; a signed number is a literal. */
export function lowerUnary(lowerer: Lowerer, node: ts.Expression): Expression | undefined {
  const at = lowerer.at(node);
  if (ts.isPrefixUnaryExpression(node)) {
    const op = ts.tokenToString(node.operator) ?? '';
    const value = lowerer.expression(node.operand);
    if (op === '-' && value.kind === 'literal' && typeof value.value === 'number')
      return literal(-value.value, at);
    return { kind: 'unary', op, value, at };
  }
  if (ts.isPostfixUnaryExpression(node)) {
    return {
      kind: 'unary',
      op: ts.tokenToString(node.operator) ?? '',
      value: lowerer.expression(node.operand),
      at,
    };
  }
  if (ts.isVoidExpression(node)) {
    const value = lowerer.expression(node.expression);
    return value.kind === 'literal' ? literal(null, at) : { kind: 'unary', op: 'void', value, at };
  }
  if (ts.isTypeOfExpression(node)) {
    return { kind: 'unary', op: 'typeof', value: lowerer.expression(node.expression), at };
  }
  if (ts.isDeleteExpression(node)) {
    return { kind: 'unary', op: 'delete', value: lowerer.expression(node.expression), at };
  }
  if (ts.isOmittedExpression(node)) return unknown('', at);
  return undefined;
}
