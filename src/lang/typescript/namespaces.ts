import { ts } from 'ts-morph';
import { literal, nameOf } from '../build.ts';
import type { RecordEntry, Statement } from '../module.ts';
import { exportedDeclaration } from './exports.ts';
import type { Lowerer } from './lowerer.ts';
import { boundNames } from './patterns.ts';

/**
 * `namespace N {…}`: its statements in place, then `N = {a, b}` with what it exports. Ambient modules declare types
 * only and give nothing.
 */
export function lowerNamespace(lowerer: Lowerer, node: ts.ModuleDeclaration): Statement[] {
  const isAmbient = node.modifiers?.some(modifier => modifier.kind === ts.SyntaxKind.DeclareKeyword);
  if (isAmbient || !ts.isIdentifier(node.name) || !node.body) return [];
  exportedDeclaration(lowerer, node);
  const at = lowerer.at(node);
  const target = nameOf(node.name.text, lowerer.at(node.name));
  const inner = node.body;
  const body = lowerer.nested(() => {
    if (ts.isModuleBlock(inner)) return lowerer.statements(inner.statements);
    return ts.isModuleDeclaration(inner) ? lowerer.statements([inner]) : [];
  });
  const entries = exportedNames(inner).map((name): RecordEntry => {
    return { key: literal(name, target.at), value: nameOf(name, target.at) };
  });
  return [...body, { kind: 'assign', target, value: { kind: 'record', entries, at }, at }];
}

function exportedNames(body: ts.NamespaceBody | ts.JSDocNamespaceBody): string[] {
  if (ts.isModuleDeclaration(body)) return ts.isIdentifier(body.name) ? [body.name.text] : [];
  if (!ts.isModuleBlock(body)) return [];
  return body.statements.flatMap(statement => {
    if (!ts.canHaveModifiers(statement)) return [];
    if (!statement.modifiers?.some(modifier => modifier.kind === ts.SyntaxKind.ExportKeyword)) return [];
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.flatMap(declaration => boundNames(declaration.name));
    }
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return [];
    const name =
      ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) ? statement.name : undefined;
    return name ? [name.text] : [];
  });
}
