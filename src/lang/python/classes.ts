import type { ClassDef, Expression } from '../module.ts';
import { docstring } from './blocks.ts';
import { lowerArguments } from './calls.ts';
import type { Lowerer } from './lowerer.ts';
import type { SyntaxNode } from './syntax-tree.ts';

export function lowerClass(lowerer: Lowerer, node: SyntaxNode, decorators: readonly Expression[]): ClassDef {
  const child = (type: string) => node.children.find(candidate => candidate.type === type);
  const name = child('identifier');
  const header = child('argument_list');
  const block = child('block');
  const args = header ? lowerArguments(lowerer, header) : [];
  const doc = block && docstring(lowerer, block);
  const statements = block ? block.children.slice(doc === undefined ? 0 : 1) : [];
  return {
    name: name ? lowerer.text(name) : '',
    bases: args.filter(arg => arg.name === undefined && !arg.spread).map(arg => arg.value),
    keywords: args.filter(arg => arg.name !== undefined || arg.spread),
    decorators,
    body: lowerer.nested(() => lowerer.statements(statements)),
    ...(doc && { doc }),
    at: lowerer.at(node),
  };
}
