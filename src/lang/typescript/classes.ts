import { ts } from 'ts-morph';
import { nameOf } from '../build.ts';
import type { ClassDef, Expression, Statement } from '../module.ts';
import { decorators, hasModifier } from './functions.ts';
import type { Lowerer } from './lowerer.ts';
import { memberName } from './objects.ts';

export function lowerClass(lowerer: Lowerer, node: ts.ClassLikeDeclaration, doc?: string): ClassDef {
  const ownDoc = doc ?? lowerer.doc(node);
  return lowerer.nested(() => ({
    name: node.name?.text ?? '',
    bases: bases(lowerer, node),
    keywords: [],
    decorators: decorators(lowerer, node),
    body: node.members.flatMap(member => classMember(lowerer, member)),
    ...(ownDoc && { doc: ownDoc }),
    at: lowerer.atDeclaration(node),
  }));
}

/** `implements` states types only and is left out. */
function bases(lowerer: Lowerer, node: ts.ClassLikeDeclaration): Expression[] {
  const extending =
    node.heritageClauses?.filter(clause => clause.token === ts.SyntaxKind.ExtendsKeyword) ?? [];
  return extending.flatMap(clause => clause.types.map(type => lowerer.expression(type.expression)));
}

function classMember(lowerer: Lowerer, node: ts.ClassElement): Statement[] {
  const at = lowerer.at(node);
  if (ts.isPropertyDeclaration(node)) {
    const own = decorators(lowerer, node);
    return [
      {
        kind: 'assign',
        target: nameOf(memberName(lowerer, node.name), lowerer.at(node.name)),
        ...(node.initializer && { value: lowerer.expression(node.initializer, lowerer.doc(node)) }),
        ...(node.type && { annotation: lowerer.type(node.type) }),
        ...(hasModifier(node, ts.SyntaxKind.StaticKeyword) && { isStatic: true }),
        ...(own.length > 0 && { decorators: own }),
        at,
      },
    ];
  }
  if (ts.isClassStaticBlockDeclaration(node)) return lowerer.statements(node.body.statements);
  const isMethod = ts.isMethodDeclaration(node) || ts.isConstructorDeclaration(node) || ts.isAccessor(node);
  if (!isMethod || !node.body) return [];
  return [{ kind: 'function', def: lowerer.functionDef(node), at }];
}
