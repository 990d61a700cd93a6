import type { Import } from '../module.ts';
import type { Lowerer } from './lowerer.ts';
import type { SyntaxNode } from './syntax-tree.ts';

/** `import a`, `import a.b as c`. */
export function importStatement(lowerer: Lowerer, node: SyntaxNode): void {
  for (const { module, alias, at } of bindings(lowerer, node.children)) {
    const [head = module] = module.split('.');
    if (alias !== undefined) add(lowerer, { module, local: alias }, at);
    else if (head === module) add(lowerer, { module, local: module }, at);
    else add(lowerer, { module, local: head, dotted: true }, at);
  }
}

/** `from m import a as b`, `from m import *`, `from __future__ import x`. */
export function importFrom(lowerer: Lowerer, node: SyntaxNode): void {
  const isFuture = node.type === 'future_import_statement';
  const [source, ...names] = isFuture ? [undefined, ...node.children] : node.children;
  const module = source ? compact(lowerer, source) : '__future__';
  for (const name of names) {
    if (name?.type === 'wildcard_import') add(lowerer, { module, name: '*', local: '*' }, name);
  }
  for (const { module: name, alias, at } of bindings(lowerer, names)) {
    add(lowerer, { module, name, local: alias ?? name }, at);
  }
}

interface Binding {
  readonly module: string;
  readonly alias?: string;
  readonly at: SyntaxNode;
}

function bindings(lowerer: Lowerer, nodes: readonly (SyntaxNode | undefined)[]): Binding[] {
  return nodes.flatMap((node): Binding[] => {
    if (node?.type === 'dotted_name') return [{ module: compact(lowerer, node), at: node }];
    const [name, alias] = node?.type === 'aliased_import' ? node.children : [];
    if (!node || !name) return [];
    return [{ module: compact(lowerer, name), ...(alias && { alias: lowerer.text(alias) }), at: node }];
  });
}

function compact(lowerer: Lowerer, node: SyntaxNode): string {
  return lowerer.text(node).replace(/[\s\\]+/g, '');
}

function add(lowerer: Lowerer, binding: Omit<Import, 'at'>, node: SyntaxNode): void {
  lowerer.imports.push({
    ...binding,
    ...(lowerer.isTypeOnly() && { typeOnly: true }),
    ...(!lowerer.isTopLevel() && { nested: true }),
    at: lowerer.at(node),
  });
}
