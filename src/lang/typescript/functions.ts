import { ts } from 'ts-morph';
import { nameOf } from '../build.ts';
import type { Expression, FunctionDef, Parameter, Statement } from '../module.ts';
import type { Lowerer } from './lowerer.ts';
import { memberName } from './objects.ts';
import { orNull } from './types.ts';

/** Any function-like node with a body; `doc` is the comment of the declaration that holds it. */
export function lowerFunction(lowerer: Lowerer, node: ts.FunctionLikeDeclaration, doc?: string): FunctionDef {
  const ownDoc = doc ?? lowerer.doc(node);
  const accessor = ts.isGetAccessor(node) ? 'get' : ts.isSetAccessor(node) ? 'set' : undefined;
  return lowerer.nested(() => ({
    name: functionName(lowerer, node),
    params: node.parameters.filter(param => !isThisType(param)).map(param => parameter(lowerer, param)),
    ...(node.type && { returns: lowerer.type(node.type) }),
    decorators: decorators(lowerer, node),
    body: [...propertyParameters(lowerer, node), ...functionBody(lowerer, node)],
    ...(hasModifier(node, ts.SyntaxKind.AsyncKeyword) && { isAsync: true }),
    ...(node.asteriskToken && { isGenerator: true }),
    ...(hasModifier(node, ts.SyntaxKind.StaticKeyword) && { isStatic: true }),
    ...(accessor && { accessor }),
    ...(ownDoc && { doc: ownDoc }),
    at: lowerer.atDeclaration(node),
  }));
}

export function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (node.modifiers?.some(modifier => modifier.kind === kind) ?? false);
}

export function decorators(lowerer: Lowerer, node: ts.Node): Expression[] {
  if (!ts.canHaveDecorators(node)) return [];
  return (ts.getDecorators(node) ?? []).map(decorator => lowerer.expression(decorator.expression));
}

function functionName(lowerer: Lowerer, node: ts.FunctionLikeDeclaration): string {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  if (!node.name) return '';
  return ts.isIdentifier(node.name) ? node.name.text : memberName(lowerer, node.name);
}

function functionBody(lowerer: Lowerer, node: ts.FunctionLikeDeclaration): Statement[] {
  if (!node.body) return [];
  if (ts.isBlock(node.body)) return lowerer.statements(node.body.statements);
  return [{ kind: 'return', value: lowerer.expression(node.body), at: lowerer.at(node.body) }];
}

/** `this: Window` states a type and binds nothing. */
function isThisType(node: ts.ParameterDeclaration): boolean {
  return ts.isIdentifier(node.name) && node.name.text === 'this';
}

function parameter(lowerer: Lowerer, node: ts.ParameterDeclaration): Parameter {
  const type = node.type && lowerer.type(node.type);
  return {
    name: ts.isIdentifier(node.name) ? node.name.text : '',
    kind: node.dotDotDotToken ? 'rest' : 'plain',
    ...(node.initializer && { default: lowerer.expression(node.initializer) }),
    ...(type && { annotation: node.questionToken ? orNull(type) : type }),
    ...(!ts.isIdentifier(node.name) && { pattern: lowerer.pattern(node.name) }),
  };
}

/** `constructor(private readonly db: Db)` also assigns `this.db`. */
function propertyParameters(lowerer: Lowerer, node: ts.FunctionLikeDeclaration): Statement[] {
  if (!ts.isConstructorDeclaration(node)) return [];
  return node.parameters.flatMap((param): Statement[] => {
    if (!ts.isParameterPropertyDeclaration(param, node) || !ts.isIdentifier(param.name)) return [];
    const at = lowerer.at(param);
    const name = param.name.text;
    const target: Expression = { kind: 'member', object: nameOf('this', at), property: name, at };
    return [{ kind: 'assign', target, value: nameOf(name, lowerer.at(param.name)), at }];
  });
}
