import { ts } from 'ts-morph';
import { conditional, literal, nameOf, unknown } from '../build.ts';
import type { Expression, ListItem } from '../module.ts';
import { lowerCall, lowerNew, lowerTaggedTemplate, lowerTemplate } from './calls.ts';
import { lowerClass } from './classes.ts';
import { lowerJsx } from './jsx.ts';
import type { Lowerer } from './lowerer.ts';
import { lowerObject } from './objects.ts';
import { lowerBinary, lowerUnary } from './operators.ts';
import { unwrap } from './unwrap.ts';

/** One expression; `doc` goes to a function that is the whole expression. */
export function lowerExpression(lowerer: Lowerer, wrapped: ts.Expression, doc?: string): Expression {
  const node = unwrap(wrapped);
  const at = lowerer.at(node);
  if (ts.isIdentifier(node)) return node.text === 'undefined' ? literal(null, at) : nameOf(node.text, at);
  if (ts.isPropertyAccessExpression(node)) {
    return { kind: 'member', object: lowerer.expression(node.expression), property: node.name.text, at };
  }
  if (ts.isCallExpression(node)) return lowerCall(lowerer, node);
  if (ts.isObjectLiteralExpression(node)) return lowerObject(lowerer, node);
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) {
    return { kind: 'function', def: lowerer.functionDef(node, doc), at };
  }
  if (ts.isBinaryExpression(node)) return lowerBinary(lowerer, node);
  if (ts.isArrayLiteralExpression(node)) {
    return { kind: 'list', items: node.elements.map(element => item(lowerer, element)), at };
  }
  if (ts.isElementAccessExpression(node)) {
    const index = lowerer.expression(node.argumentExpression);
    return { kind: 'subscript', object: lowerer.expression(node.expression), index, at };
  }
  if (ts.isConditionalExpression(node)) {
    const test = lowerer.expression(node.condition);
    return conditional(test, lowerer.expression(node.whenTrue), lowerer.expression(node.whenFalse), at);
  }
  if (ts.isAwaitExpression(node)) return { kind: 'await', value: lowerer.expression(node.expression), at };
  if (ts.isNewExpression(node)) return lowerNew(lowerer, node);
  if (ts.isTemplateExpression(node)) return lowerTemplate(lowerer, node);
  if (ts.isTaggedTemplateExpression(node)) return lowerTaggedTemplate(lowerer, node);
  if (ts.isClassExpression(node)) return { kind: 'class', def: lowerClass(lowerer, node, doc), at };
  if (ts.isYieldExpression(node)) {
    return { kind: 'yield', ...(node.expression && { value: lowerer.expression(node.expression) }), at };
  }
  return (
    scalar(lowerer, node) ??
    lowerUnary(lowerer, node) ??
    lowerJsx(lowerer, node) ??
    unknown(lowerer.text(node), at)
  );
}

function scalar(lowerer: Lowerer, node: ts.Expression): Expression | undefined {
  const at = lowerer.at(node);
  if (ts.isStringLiteralLike(node)) return literal(node.text, at);
  if (ts.isNumericLiteral(node)) return literal(Number(node.text), at);
  if (ts.isBigIntLiteral(node)) return literal(Number(node.text.slice(0, -1)), at);
  if (ts.isRegularExpressionLiteral(node)) return regex(node, lowerer);
  switch (node.kind) {
    case ts.SyntaxKind.TrueKeyword:
      return literal(true, at);
    case ts.SyntaxKind.FalseKeyword:
      return literal(false, at);
    case ts.SyntaxKind.NullKeyword:
      return literal(null, at);
    case ts.SyntaxKind.ThisKeyword:
      return nameOf('this', at);
    case ts.SyntaxKind.SuperKeyword:
      return nameOf('super', at);
    case ts.SyntaxKind.MetaProperty:
      return ts.isMetaProperty(node) ? metaProperty(lowerer, node) : undefined;
    default:
      return undefined;
  }
}

/** `/a/i` denotes what `new RegExp('a', 'i')` denotes. */
function regex(node: ts.RegularExpressionLiteral, lowerer: Lowerer): Expression {
  const at = lowerer.at(node);
  const end = node.text.lastIndexOf('/');
  const parts = [node.text.slice(1, end), node.text.slice(end + 1)].filter(Boolean);
  const args = parts.map(part => ({ value: literal(part, at) }));
  return { kind: 'call', callee: nameOf('RegExp', at), args, isNew: true, at };
}

function metaProperty(lowerer: Lowerer, node: ts.MetaProperty): Expression {
  const at = lowerer.at(node);
  const object = nameOf(ts.tokenToString(node.keywordToken) ?? '', at);
  return { kind: 'member', object, property: node.name.text, at };
}

function item(lowerer: Lowerer, node: ts.Expression): ListItem {
  if (ts.isSpreadElement(node)) return { spread: true, value: lowerer.expression(node.expression) };
  if (ts.isOmittedExpression(node)) return { value: literal(null, lowerer.at(node)) };
  return { value: lowerer.expression(node) };
}
