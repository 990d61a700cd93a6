import { ts } from 'ts-morph';
import { literal, nameOf, unknown } from '../build.ts';
import type { Expression, RecordEntry } from '../module.ts';
import type { Lowerer } from './lowerer.ts';

export function lowerObject(lowerer: Lowerer, node: ts.ObjectLiteralExpression): Expression {
  const entries = node.properties.map(property => entry(lowerer, property));
  return { kind: 'record', entries, at: lowerer.at(node) };
}

function entry(lowerer: Lowerer, node: ts.ObjectLiteralElementLike): RecordEntry {
  if (ts.isSpreadAssignment(node)) return { value: lowerer.expression(node.expression) };
  if (ts.isShorthandPropertyAssignment(node)) {
    const at = lowerer.at(node.name);
    return { key: literal(node.name.text, at), value: nameOf(node.name.text, at) };
  }
  const key = keyOf(lowerer, node.name);
  if (ts.isPropertyAssignment(node)) {
    return { key, value: lowerer.expression(node.initializer, lowerer.doc(node)) };
  }
  return { key, value: { kind: 'function', def: lowerer.functionDef(node), at: lowerer.at(node) } };
}

/** A key as an expression: plain, quoted and numeric keys are string literals. */
export function keyOf(lowerer: Lowerer, node: ts.PropertyName): Expression {
  if (ts.isComputedPropertyName(node)) return lowerer.expression(node.expression);
  return literal(node.text, lowerer.at(node));
}

/** A member name as text, `[…]` when computed. */
export function memberName(lowerer: Lowerer, node: ts.PropertyName): string {
  if (!ts.isComputedPropertyName(node)) return node.text;
  return ts.isStringLiteralLike(node.expression) ? node.expression.text : lowerer.text(node);
}

/** `{A: 1, B: 'b'}` for the members of an enum; numbers count up as the language defines. */
export function enumRecord(lowerer: Lowerer, node: ts.EnumDeclaration): Expression {
  let next = 0;
  const entries = node.members.map((member): RecordEntry => {
    const at = lowerer.at(member);
    const key = literal(memberName(lowerer, member.name), lowerer.at(member.name));
    const value = member.initializer ? lowerer.expression(member.initializer) : literal(next, at);
    next = value.kind === 'literal' && typeof value.value === 'number' ? value.value + 1 : Number.NaN;
    return { key, value: value.kind === 'literal' && Number.isNaN(value.value) ? unknown('', at) : value };
  });
  return { kind: 'record', entries, at: lowerer.at(node) };
}
