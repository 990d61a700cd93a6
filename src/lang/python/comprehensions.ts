import type { Expression } from '../module.ts';
import type { Lowerer } from './lowerer.ts';
import type { SyntaxNode } from './syntax-tree.ts';

interface Clause {
  readonly target: Expression;
  readonly iter: Expression;
  readonly conditions: Expression[];
}

/** List, set and dict comprehensions and generator expressions. */
export function lowerComprehension(lowerer: Lowerer, node: SyntaxNode): Expression {
  const [body, ...rest] = node.children;
  const isPair = body?.type === 'pair';
  const key = isPair ? body.children[0] : undefined;
  return {
    kind: 'comprehension',
    element: lowerer.operand(isPair ? body.children[1] : body, node),
    ...(key && { key: lowerer.expression(key) }),
    clauses: clauses(lowerer, rest),
    at: lowerer.at(node),
  };
}

function clauses(lowerer: Lowerer, nodes: readonly SyntaxNode[]): Clause[] {
  const out: Clause[] = [];
  for (const node of nodes) {
    if (node.type === 'for_in_clause') {
      const [target, iter] = node.children;
      out.push({ target: lowerer.operand(target, node), iter: lowerer.operand(iter, node), conditions: [] });
    }
    if (node.type === 'if_clause') out.at(-1)?.conditions.push(lowerer.operand(node.children[0], node));
  }
  return out;
}
