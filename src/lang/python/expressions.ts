import { conditional, literal, nameOf, unknown } from '../build.ts';
import type { Expression, ListItem, RecordEntry } from '../module.ts';
import { lowerCall } from './calls.ts';
import { lowerComprehension } from './comprehensions.ts';
import { lowerLambda } from './functions.ts';
import type { Lowerer } from './lowerer.ts';
import { lowerBinary, lowerComparison, lowerNot, lowerSigned } from './operators.ts';
import { lowerConcatenation, lowerString } from './strings.ts';
import type { SyntaxNode } from './syntax-tree.ts';
import { lowerType } from './types.ts';

type Lower = (lowerer: Lowerer, node: SyntaxNode) => Expression;

const byType: { readonly [type: string]: Lower } = {
  identifier: (lowerer, node) => nameOf(lowerer.text(node), lowerer.at(node)),
  string: lowerString,
  concatenated_string: lowerConcatenation,
  integer: number,
  float: number,
  true: (lowerer, node) => literal(true, lowerer.at(node)),
  false: (lowerer, node) => literal(false, lowerer.at(node)),
  none: (lowerer, node) => literal(null, lowerer.at(node)),
  ellipsis: (lowerer, node) => nameOf('Ellipsis', lowerer.at(node)),
  attribute,
  dotted_name: dottedName,
  subscript,
  slice,
  call: lowerCall,
  list,
  tuple: list,
  set: list,
  expression_list: list,
  pattern_list: list,
  tuple_pattern: list,
  list_pattern: list,
  dictionary,
  list_comprehension: lowerComprehension,
  set_comprehension: lowerComprehension,
  dictionary_comprehension: lowerComprehension,
  generator_expression: lowerComprehension,
  lambda: lowerLambda,
  conditional_expression: conditionalExpression,
  named_expression: namedExpression,
  assignment: namedExpression,
  binary_operator: lowerBinary,
  boolean_operator: lowerBinary,
  comparison_operator: lowerComparison,
  not_operator: lowerNot,
  unary_operator: lowerSigned,
  await: (lowerer, node) => ({
    kind: 'await',
    value: lowerer.operand(node.children[0], node),
    at: lowerer.at(node),
  }),
  yield: yieldExpression,
  parenthesized_expression: first,
  as_pattern: first,
  as_pattern_target: first,
  list_splat: first,
  list_splat_pattern: first,
  dictionary_splat: first,
  type: lowerType,
  generic_type: lowerType,
  union_type: lowerType,
  member_type: lowerType,
};

export function lowerExpression(lowerer: Lowerer, node: SyntaxNode): Expression {
  const lower = byType[node.type];
  return lower ? lower(lowerer, node) : unknown(lowerer.text(node), lowerer.at(node));
}

/** True for node types that denote a value. */
export function isExpression(node: SyntaxNode): boolean {
  return node.type in byType;
}

function first(lowerer: Lowerer, node: SyntaxNode): Expression {
  return lowerer.operand(node.children[0], node);
}

/** Complex numbers have no place in the model. */
function number(lowerer: Lowerer, node: SyntaxNode): Expression {
  const text = lowerer.text(node).replace(/_/g, '').replace(/[lL]$/, '');
  const value = Number(/^0\d+$/.test(text) ? `0o${text.slice(1)}` : text);
  if (Number.isFinite(value)) return literal(value, lowerer.at(node));
  return unknown(lowerer.text(node), lowerer.at(node));
}

function attribute(lowerer: Lowerer, node: SyntaxNode): Expression {
  const [object, property] = node.children;
  return {
    kind: 'member',
    object: lowerer.operand(object, node),
    property: property ? lowerer.text(property) : '',
    at: lowerer.at(node),
  };
}

function dottedName(lowerer: Lowerer, node: SyntaxNode): Expression {
  const [head, ...rest] = node.children;
  if (!head) return unknown(lowerer.text(node), lowerer.at(node));
  let object: Expression = nameOf(lowerer.text(head), lowerer.at(head));
  for (const part of rest.slice(0, 20)) {
    object = {
      kind: 'member',
      object,
      property: lowerer.text(part),
      at: lowerer.range(node.start, part.end),
    };
  }
  return object;
}

function subscript(lowerer: Lowerer, node: SyntaxNode): Expression {
  const [object, ...indices] = node.children;
  const [only] = indices;
  const index: Expression =
    only && indices.length === 1
      ? lowerer.expression(only)
      : { kind: 'list', items: indices.map(child => listItem(lowerer, child)), at: lowerer.at(node) };
  return { kind: 'subscript', object: lowerer.operand(object, node), index, at: lowerer.at(node) };
}

/** `a[1:2]` indexes with what `slice(1, 2)` denotes. */
function slice(lowerer: Lowerer, node: SyntaxNode): Expression {
  const at = lowerer.at(node);
  const bounds: (SyntaxNode | undefined)[] = [undefined];
  let position = node.start;
  for (const child of [...node.children, undefined]) {
    const gap = lowerer.source.slice(position, child?.start ?? node.end).replace(/#.*/g, '');
    for (const mark of gap) if (mark === ':') bounds.push(undefined);
    if (!child) break;
    bounds[bounds.length - 1] = child;
    position = child.end;
  }
  const args = bounds.map(bound => ({ value: bound ? lowerer.expression(bound) : literal(null, at) }));
  return { kind: 'call', callee: nameOf('slice', at), args, at };
}

function list(lowerer: Lowerer, node: SyntaxNode): Expression {
  return { kind: 'list', items: node.children.map(child => listItem(lowerer, child)), at: lowerer.at(node) };
}

function listItem(lowerer: Lowerer, node: SyntaxNode): ListItem {
  const isSpread = node.type === 'list_splat' || node.type === 'list_splat_pattern';
  return { ...(isSpread && { spread: true }), value: lowerer.expression(node) };
}

function dictionary(lowerer: Lowerer, node: SyntaxNode): Expression {
  const entries = node.children.flatMap((child): RecordEntry[] => {
    if (child.type === 'dictionary_splat') return [{ value: lowerer.expression(child) }];
    const [key, value] = child.children;
    if (child.type !== 'pair' || !key) return [];
    return [{ key: lowerer.expression(key), value: lowerer.operand(value, child) }];
  });
  return { kind: 'record', entries, at: lowerer.at(node) };
}

function conditionalExpression(lowerer: Lowerer, node: SyntaxNode): Expression {
  const [yes, test, no] = node.children;
  const lowered = lowerer.operand(test, node);
  return conditional(lowered, lowerer.operand(yes, node), lowerer.operand(no, node), lowerer.at(node));
}

function namedExpression(lowerer: Lowerer, node: SyntaxNode): Expression {
  const value = lowerer.operand(node.children.at(-1), node);
  return { kind: 'assign', target: lowerer.operand(node.children[0], node), value, at: lowerer.at(node) };
}

function yieldExpression(lowerer: Lowerer, node: SyntaxNode): Expression {
  const scope = lowerer.scope();
  if (scope) scope.hasYield = true;
  const [value] = node.children;
  return { kind: 'yield', ...(value && { value: lowerer.expression(value) }), at: lowerer.at(node) };
}
