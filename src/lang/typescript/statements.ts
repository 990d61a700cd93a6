import { ts } from 'ts-morph';
import { nameOf } from '../build.ts';
import type { Statement } from '../module.ts';
import { lowerClass } from './classes.ts';
import { commonJsExport } from './commonjs.ts';
import { lowerControl } from './control.ts';
import { exportAssignment, exportDeclaration, exportedDeclaration, exportedVariables } from './exports.ts';
import { importDeclaration, importEquals } from './imports.ts';
import type { Lowerer } from './lowerer.ts';
import { lowerNamespace } from './namespaces.ts';
import { enumRecord } from './objects.ts';
import { expressionStatement, lowerDeclarations } from './simple-statements.ts';
import { entityName } from './types.ts';

/** One statement as zero or more; declarations of types give none. */
export function lowerStatement(lowerer: Lowerer, node: ts.Statement): Statement[] {
  const at = lowerer.at(node);
  if (ts.isExpressionStatement(node)) {
    return commonJsExport(lowerer, node.expression) ?? expressionStatement(lowerer, node.expression);
  }
  if (ts.isVariableStatement(node)) {
    exportedVariables(lowerer, node);
    return lowerDeclarations(lowerer, node.declarationList, lowerer.doc(node));
  }
  if (ts.isFunctionDeclaration(node)) return functionDeclaration(lowerer, node);
  if (ts.isClassDeclaration(node)) return classDeclaration(lowerer, node);
  if (ts.isImportDeclaration(node)) {
    importDeclaration(lowerer, node);
    return [];
  }
  if (ts.isExportDeclaration(node)) {
    exportDeclaration(lowerer, node);
    return [];
  }
  if (ts.isExportAssignment(node)) {
    exportAssignment(lowerer, node);
    return [];
  }
  if (ts.isImportEqualsDeclaration(node)) {
    const reference = node.moduleReference;
    if (importEquals(lowerer, node) || ts.isExternalModuleReference(reference)) return [];
    const target = nameOf(node.name.text, lowerer.at(node.name));
    return [{ kind: 'assign', target, value: entityName(lowerer, reference), at }];
  }
  if (ts.isEnumDeclaration(node)) {
    exportedDeclaration(lowerer, node);
    const target = nameOf(node.name.text, lowerer.at(node.name));
    return [{ kind: 'assign', target, value: enumRecord(lowerer, node), at }];
  }
  if (ts.isModuleDeclaration(node)) return lowerNamespace(lowerer, node);
  return lowerControl(lowerer, node);
}

/** Overload signatures and ambient functions have no body and are left out. */
function functionDeclaration(lowerer: Lowerer, node: ts.FunctionDeclaration): Statement[] {
  if (!node.body) return [];
  const at = lowerer.at(node);
  const isAnonymous = exportedDeclaration(lowerer, node);
  const def = lowerer.functionDef(node);
  if (!isAnonymous) return [{ kind: 'function', def, at }];
  lowerer.exports.push({ name: 'default', value: { kind: 'function', def, at }, at });
  return [];
}

function classDeclaration(lowerer: Lowerer, node: ts.ClassDeclaration): Statement[] {
  const at = lowerer.at(node);
  const isAnonymous = exportedDeclaration(lowerer, node);
  const def = lowerClass(lowerer, node);
  if (!isAnonymous) return [{ kind: 'class', def, at }];
  lowerer.exports.push({ name: 'default', value: { kind: 'class', def, at }, at });
  return [];
}
