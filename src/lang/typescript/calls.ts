import { ts } from 'ts-morph';
import { literal, nameOf } from '../build.ts';
import type { Argument, Expression } from '../module.ts';
import { looseImport } from './imports.ts';
import type { Lowerer } from './lowerer.ts';

export function lowerCall(lowerer: Lowerer, node: ts.CallExpression): Expression {
  looseImport(lowerer, node);
  const isDynamicImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const callee = isDynamicImport
    ? nameOf('import', lowerer.at(node.expression))
    : lowerer.expression(node.expression);
  return { kind: 'call', callee, args: lowerArguments(lowerer, node.arguments), at: lowerer.at(node) };
}

export function lowerNew(lowerer: Lowerer, node: ts.NewExpression): Expression {
  return {
    kind: 'call',
    callee: lowerer.expression(node.expression),
    args: lowerArguments(lowerer, node.arguments ?? []),
    isNew: true,
    at: lowerer.at(node),
  };
}

export function lowerArguments(lowerer: Lowerer, nodes: readonly ts.Expression[]): Argument[] {
  return nodes.map(node =>
    ts.isSpreadElement(node)
      ? { spread: 'list', value: lowerer.expression(node.expression) }
      : { value: lowerer.expression(node) },
  );
}

export function lowerTemplate(lowerer: Lowerer, node: ts.TemplateExpression): Expression {
  const parts: Expression[] = [];
  if (node.head.text) parts.push(literal(node.head.text, lowerer.at(node.head)));
  for (const { expression, literal: tail } of node.templateSpans) {
    parts.push(lowerer.expression(expression));
    if (tail.text) parts.push(literal(tail.text, lowerer.at(tail)));
  }
  return { kind: 'template', parts, at: lowerer.at(node) };
}

export function lowerTaggedTemplate(lowerer: Lowerer, node: ts.TaggedTemplateExpression): Expression {
  const args = [{ value: lowerer.expression(node.template) }];
  return { kind: 'call', callee: lowerer.expression(node.tag), args, at: lowerer.at(node) };
}
