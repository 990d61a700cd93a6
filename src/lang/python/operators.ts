import { binary, chain, isAssociative, literal, unknown } from '../build.ts';
import { maxDepth } from '../limits.ts';
import type { Expression } from '../module.ts';
import type { Lowerer } from './lowerer.ts';
import type { SyntaxNode } from './syntax-tree.ts';

/** Source between two operands without comments and line breaks: the operator. */
export function between(lowerer: Lowerer, left: SyntaxNode, right: SyntaxNode): string {
  const gap = lowerer.source.slice(left.end, right.start).trim();
  if (gap.length <= 2) return gap;
  return gap
    .replace(/#.*/g, ' ')
    .replace(/[\s\\]+/g, ' ')
    .trim();
}

/** Arithmetic and `and`/`or`; chains of one operator are walked without recursion. */
export function lowerBinary(lowerer: Lowerer, node: SyntaxNode): Expression {
  const operator = operatorOf(lowerer, node);
  const operands: SyntaxNode[] = [];
  let left: SyntaxNode = node;
  while (left.type === node.type && operatorOf(lowerer, left) === operator) {
    const [first, second] = left.children;
    if (!first) break;
    operands.push(second ?? first);
    left = first;
  }
  operands.push(left);
  const lowered = operands.reverse().map(operand => lowerer.expression(operand));
  if (lowered.length <= maxDepth || isAssociative(operator)) return chain(operator, lowered);
  const at = lowerer.at(node);
  lowerer.problems.push({ reason: 'depth-limit', detail: `more than ${maxDepth} operands`, at });
  return unknown(lowerer.text(node), at);
}

function operatorOf(lowerer: Lowerer, node: SyntaxNode): string {
  const [left, right] = node.children;
  return left && right ? between(lowerer, left, right) : '';
}

/** `a < b < c` is `a < b and b < c`. */
export function lowerComparison(lowerer: Lowerer, node: SyntaxNode): Expression {
  const pairs: Expression[] = [];
  let left = node.children[0];
  let value = lowerer.operand(left, node);
  for (const right of node.children.slice(1)) {
    const next = lowerer.expression(right);
    pairs.push(binary(left ? between(lowerer, left, right) : '', value, next));
    left = right;
    value = next;
  }
  return pairs.length > 0 ? chain('and', pairs) : value;
}

export function lowerNot(lowerer: Lowerer, node: SyntaxNode): Expression {
  return { kind: 'unary', op: 'not', value: lowerer.operand(node.children[0], node), at: lowerer.at(node) };
}

/** `-x`, `+x`, `~x`; a signed number is a literal. */
export function lowerSigned(lowerer: Lowerer, node: SyntaxNode): Expression {
  const op = lowerer.source.slice(node.start, node.start + 1);
  const value = lowerer.operand(node.children[0], node);
  const at = lowerer.at(node);
  if (op === '-' && value.kind === 'literal' && typeof value.value === 'number')
    return literal(-value.value, at);
  return { kind: 'unary', op, value, at };
}
