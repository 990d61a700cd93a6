import { binary, nameOf, unknown } from '../build.ts';
import type { Expression } from '../module.ts';
import type { Lowerer } from './lowerer.ts';
import type { SyntaxNode } from './syntax-tree.ts';

/** A type annotation as the expression it is. */
export function lowerType(lowerer: Lowerer, node: SyntaxNode): Expression {
  const at = lowerer.at(node);
  const [first, second] = node.children;
  if (!first) return unknown(lowerer.text(node), at);
  if (node.type === 'type') return lowerer.expression(first);
  if (node.type === 'union_type')
    return binary('|', lowerer.expression(first), lowerer.operand(second, node));
  if (node.type === 'member_type') {
    return {
      kind: 'member',
      object: lowerer.expression(first),
      property: second ? lowerer.text(second) : '',
      at,
    };
  }
  const arguments_ = second?.children ?? [];
  const [only] = arguments_;
  const object = nameOf(lowerer.text(first), lowerer.at(first));
  if (!only || !second) return object;
  const index: Expression =
    arguments_.length === 1
      ? lowerer.expression(only)
      : {
          kind: 'list',
          items: arguments_.map(child => ({ value: lowerer.expression(child) })),
          at: lowerer.at(second),
        };
  return { kind: 'subscript', object, index, at };
}
