import { dedent } from '../doc-text.ts';
import type { Lowerer } from './lowerer.ts';
import type { SyntaxNode } from './syntax-tree.ts';

/** Docstring of a block or module: its first statement, when that is a plain string. */
export function docstring(lowerer: Lowerer, block: SyntaxNode): string | undefined {
  const statement = block.children[0];
  const string = statement?.type === 'expression_statement' ? statement.children[0] : undefined;
  if (!string || statement?.children.length !== 1) return undefined;
  const value = isString(string) ? lowerer.expression(string) : undefined;
  return value?.kind === 'literal' && typeof value.value === 'string' ? dedent(value.value) : undefined;
}

function isString(node: SyntaxNode): boolean {
  return node.type === 'string' || node.type === 'concatenated_string';
}
