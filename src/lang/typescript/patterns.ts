import { ts } from 'ts-morph';
import { literal, nameOf, unknown } from '../build.ts';
import type { Expression, ListItem, RecordEntry } from '../module.ts';
import type { Lowerer } from './lowerer.ts';

/** A binding name or destructuring pattern as an assignment target. */
export function lowerPattern(lowerer: Lowerer, node: ts.BindingName): Expression {
  const at = lowerer.at(node);
  if (ts.isIdentifier(node)) return nameOf(node.text, at);
  if (ts.isArrayBindingPattern(node)) {
    return { kind: 'list', items: node.elements.map(element => arrayElement(lowerer, element)), at };
  }
  return { kind: 'record', entries: node.elements.map(element => objectElement(lowerer, element)), at };
}

function arrayElement(lowerer: Lowerer, element: ts.ArrayBindingElement): ListItem {
  if (ts.isOmittedExpression(element)) return { value: unknown('', lowerer.at(element)) };
  return { ...(element.dotDotDotToken && { spread: true }), value: bound(lowerer, element) };
}

function objectElement(lowerer: Lowerer, element: ts.BindingElement): RecordEntry {
  if (element.dotDotDotToken) return { value: bound(lowerer, element) };
  return { key: keyOf(lowerer, element), value: bound(lowerer, element) };
}

function keyOf(lowerer: Lowerer, element: ts.BindingElement): Expression {
  const key = element.propertyName ?? element.name;
  if (ts.isComputedPropertyName(key)) return lowerer.expression(key.expression);
  if (ts.isObjectBindingPattern(key) || ts.isArrayBindingPattern(key)) return unknown('', lowerer.at(key));
  return literal(key.text, lowerer.at(key));
}

function bound(lowerer: Lowerer, element: ts.BindingElement): Expression {
  const target = lowerer.pattern(element.name);
  if (!element.initializer) return target;
  return { kind: 'assign', target, value: lowerer.expression(element.initializer), at: lowerer.at(element) };
}

/** Names a pattern binds, in order. */
export function boundNames(node: ts.BindingName): string[] {
  if (ts.isIdentifier(node)) return [node.text];
  return node.elements.flatMap(element => (ts.isOmittedExpression(element) ? [] : boundNames(element.name)));
}
