import type { Argument, Expression } from '../module.ts';
import type { Lowerer } from './lowerer.ts';
import type { SyntaxNode } from './syntax-tree.ts';

export function lowerCall(lowerer: Lowerer, node: SyntaxNode): Expression {
  const [callee, args] = node.children;
  return {
    kind: 'call',
    callee: lowerer.operand(callee, node),
    args: args ? lowerArguments(lowerer, args) : [],
    at: lowerer.at(node),
  };
}

/** Arguments of a call or a class header; a lone generator expression is the one argument. */
export function lowerArguments(lowerer: Lowerer, node: SyntaxNode): Argument[] {
  if (node.type === 'generator_expression') return [{ value: lowerer.expression(node) }];
  return node.children.filter(child => child.type !== 'ERROR').map(child => argument(lowerer, child));
}

function argument(lowerer: Lowerer, node: SyntaxNode): Argument {
  if (node.type === 'keyword_argument') {
    const [name, value] = node.children;
    return { ...(name && { name: lowerer.text(name) }), value: lowerer.operand(value, node) };
  }
  if (node.type === 'list_splat') return { spread: 'list', value: lowerer.expression(node) };
  if (node.type === 'dictionary_splat') return { spread: 'record', value: lowerer.expression(node) };
  return { value: lowerer.expression(node) };
}
