import type { Expression, Statement } from '../module.ts';
import type { Lowerer } from './lowerer.ts';
import type { SyntaxNode } from './syntax-tree.ts';

interface WithItem {
  readonly value: Expression;
  readonly target?: Expression;
}

/** `with a as b, c as d:` in all spellings, also the parenthesised one. */
export function lowerWith(lowerer: Lowerer, node: SyntaxNode): Statement {
  const clause = node.children.find(child => child.type === 'with_clause');
  const items = (clause?.children ?? []).flatMap(child => withItems(lowerer, child));
  const block = node.children.find(child => child.type === 'block');
  return { kind: 'with', items, body: lowerer.branch(block), at: lowerer.at(node) };
}

function withItems(lowerer: Lowerer, node: SyntaxNode): WithItem[] {
  const [first] = node.children;
  if (node.type === 'with_item') return first ? withItems(lowerer, first) : [];
  if (node.type === 'as_pattern') {
    const target = node.children.at(-1);
    return [{ value: lowerer.operand(first, node), ...(target && { target: lowerer.expression(target) }) }];
  }
  const isGroup = node.type === 'tuple' || node.type === 'parenthesized_expression';
  if (isGroup && node.children.some(child => child.type === 'as_pattern')) {
    return node.children.flatMap(child => withItems(lowerer, child));
  }
  return node.type === 'ERROR' ? [] : [{ value: lowerer.expression(node) }];
}
