import { ts } from 'ts-morph';
import { literal, nameOf, unknown } from '../build.ts';
import type { Expression, ListItem, RecordEntry } from '../module.ts';
import type { Lowerer } from './lowerer.ts';

/** An element is a call of its component with one record of props; children are the prop `children`. */
export function lowerJsx(lowerer: Lowerer, node: ts.Expression): Expression | undefined {
  const at = lowerer.at(node);
  if (ts.isJsxSelfClosingElement(node)) {
    return element(lowerer, node.tagName, props(lowerer, node.attributes), node);
  }
  if (ts.isJsxElement(node)) {
    const opening = node.openingElement;
    const entries = [...props(lowerer, opening.attributes), ...childrenEntry(lowerer, node.children, node)];
    return element(lowerer, opening.tagName, entries, node);
  }
  if (ts.isJsxFragment(node)) return { kind: 'list', items: children(lowerer, node.children), at };
  if (ts.isJsxExpression(node))
    return node.expression ? lowerer.expression(node.expression) : literal(null, at);
  return undefined;
}

function element(
  lowerer: Lowerer,
  tag: ts.JsxTagNameExpression,
  entries: readonly RecordEntry[],
  node: ts.Node,
): Expression {
  const at = lowerer.at(node);
  const callee = ts.isJsxNamespacedName(tag)
    ? nameOf(lowerer.text(tag), lowerer.at(tag))
    : lowerer.expression(tag);
  return { kind: 'call', callee, args: [{ value: { kind: 'record', entries, at } }], at };
}

function props(lowerer: Lowerer, attributes: ts.JsxAttributes): RecordEntry[] {
  return attributes.properties.map((attribute): RecordEntry => {
    if (ts.isJsxSpreadAttribute(attribute)) return { value: lowerer.expression(attribute.expression) };
    const at = lowerer.at(attribute);
    const key = literal(lowerer.text(attribute.name), lowerer.at(attribute.name));
    if (!attribute.initializer) return { key, value: literal(true, at) };
    return { key, value: lowerer.expression(attribute.initializer) };
  });
}

function childrenEntry(lowerer: Lowerer, nodes: readonly ts.JsxChild[], owner: ts.Node): RecordEntry[] {
  const items = children(lowerer, nodes);
  if (items.length === 0) return [];
  const at = lowerer.at(owner);
  return [{ key: literal('children', at), value: { kind: 'list', items, at } }];
}

function children(lowerer: Lowerer, nodes: readonly ts.JsxChild[]): ListItem[] {
  return nodes.flatMap((node): ListItem[] => {
    if (ts.isJsxText(node)) {
      const text = node.text.replace(/\s+/g, ' ').trim();
      return text ? [{ value: literal(text, lowerer.at(node)) }] : [];
    }
    if (ts.isJsxExpression(node)) {
      if (!node.expression) return [];
      return [{ ...(node.dotDotDotToken && { spread: true }), value: lowerer.expression(node.expression) }];
    }
    const value = lowerer.expression(node);
    return [{ value: value ?? unknown('', lowerer.at(node)) }];
  });
}
