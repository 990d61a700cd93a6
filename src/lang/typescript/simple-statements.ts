import { ts } from 'ts-morph';
import type { Statement } from '../module.ts';
import { variableImport } from './imports.ts';
import type { Lowerer } from './lowerer.ts';
import { compoundOperator } from './operators.ts';
import { unwrap } from './unwrap.ts';

/** Variables of one declaration list; those that only bind a module become imports. */
export function lowerDeclarations(
  lowerer: Lowerer,
  list: ts.VariableDeclarationList,
  doc?: string,
): Statement[] {
  return list.declarations.flatMap((node): Statement[] => {
    if (variableImport(lowerer, node)) return [];
    return [
      {
        kind: 'assign',
        target: lowerer.pattern(node.name),
        ...(node.initializer && { value: lowerer.expression(node.initializer, doc ?? lowerer.doc(node)) }),
        ...(node.type && { annotation: lowerer.type(node.type) }),
        at: lowerer.at(node),
      },
    ];
  });
}

/** An expression in statement position: assignments and comma lists become statements of their own. */
export function expressionStatement(lowerer: Lowerer, wrapped: ts.Expression): Statement[] {
  const parts: ts.Expression[] = [];
  let rest = unwrap(wrapped);
  while (ts.isBinaryExpression(rest) && rest.operatorToken.kind === ts.SyntaxKind.CommaToken) {
    parts.push(unwrap(rest.right));
    rest = unwrap(rest.left);
  }
  parts.push(rest);
  return parts.reverse().map(part => simpleStatement(lowerer, part));
}

function simpleStatement(lowerer: Lowerer, node: ts.Expression): Statement {
  const at = lowerer.at(node);
  if (!ts.isBinaryExpression(node)) return { kind: 'expression', value: lowerer.expression(node), at };
  const op = compoundOperator(node.operatorToken.kind);
  if (op === undefined && node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) {
    return { kind: 'expression', value: lowerer.expression(node), at };
  }
  const value = lowerer.expression(node.right, lowerer.doc(node));
  return {
    kind: 'assign',
    target: lowerer.expression(node.left),
    value,
    ...(op !== undefined && { op }),
    at,
  };
}
