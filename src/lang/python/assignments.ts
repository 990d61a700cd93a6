import { nameOf } from '../build.ts';
import type { Expression, Statement } from '../module.ts';
import type { Lowerer } from './lowerer.ts';
import { between } from './operators.ts';
import type { SyntaxNode } from './syntax-tree.ts';

/**
 * `a = v`, `a: T = v`, `a: T`, `type A = v`. In `a = b = v` the last target gets the value and the others its name,
 * so that the value exists once.
 */
export function assignment(lowerer: Lowerer, node: SyntaxNode): Statement[] {
  const links: SyntaxNode[] = [node];
  let last = node;
  for (let next = node.children.at(-1); next?.type === 'assignment'; next = next.children.at(-1)) {
    links.push(next);
    last = next;
  }
  const inner = single(lowerer, last);
  const source = inner.target.kind === 'list' ? inner.value : inner.target;
  const outer = links.slice(0, -1).map((link): Statement => {
    const target = lowerer.operand(link.children[0], link);
    return { kind: 'assign', target, ...(source && { value: source }), at: lowerer.at(link) };
  });
  return [inner, ...outer.reverse()];
}

function single(lowerer: Lowerer, node: SyntaxNode): Statement & { kind: 'assign' } {
  const [left, ...rest] = node.children;
  const isAlias = node.type === 'type_alias_statement';
  const isTypeCall = isAlias && left !== undefined && lowerer.source.startsWith('(', left.start);
  const annotation = isAlias ? undefined : rest.find(child => child.type === 'type');
  const right = rest.findLast(child => child !== annotation && child.type !== 'ERROR');
  return {
    kind: 'assign',
    target: isTypeCall ? typeCallTarget(lowerer, left, node.start) : lowerer.operand(left, node),
    ...(right && { value: lowerer.expression(right) }),
    ...(annotation && { annotation: lowerer.expression(annotation) }),
    at: lowerer.at(node),
  };
}

export function augmentedAssignment(lowerer: Lowerer, node: SyntaxNode): Statement[] {
  const [left, right] = node.children;
  const op = left && right ? between(lowerer, left, right).slice(0, -1) : '';
  const value = lowerer.operand(right, node);
  return [{ kind: 'assign', target: lowerer.operand(left, node), value, op, at: lowerer.at(node) }];
}

/** `type(self).x = v`, which the grammar takes for the alias statement `type (self).x = v`. */
function typeCallTarget(lowerer: Lowerer, node: SyntaxNode, start: number): Expression {
  const at = lowerer.range(start, node.end);
  const [first, second] = node.children;
  if (first && (node.type === 'member_type' || node.type === 'attribute')) {
    const property = second ? lowerer.text(second) : '';
    return { kind: 'member', object: typeCallTarget(lowerer, first, start), property, at };
  }
  if (first && node.type === 'type') return typeCallTarget(lowerer, first, start);
  const callee = nameOf('type', lowerer.range(start, start + 'type'.length));
  return { kind: 'call', callee, args: [{ value: lowerer.expression(node) }], at };
}
