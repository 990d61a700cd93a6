import { ts } from 'ts-morph';
import type { Import } from '../module.ts';
import type { Lowerer } from './lowerer.ts';
import { calledModule, type ModuleRequest, moduleRequest } from './module-request.ts';
import { plainSpecifier } from './specifier.ts';

/** `import …` declarations, one Import per binding. */
export function importDeclaration(lowerer: Lowerer, node: ts.ImportDeclaration): void {
  if (!ts.isStringLiteralLike(node.moduleSpecifier)) return;
  const module = plainSpecifier(node.moduleSpecifier.text);
  const clause = node.importClause;
  if (!clause) {
    add(lowerer, { module, local: '' }, node);
    return;
  }
  const typeOnly = clause.phaseModifier === ts.SyntaxKind.TypeKeyword;
  if (clause.name) add(lowerer, { module, name: 'default', local: clause.name.text, typeOnly }, clause.name);
  const bindings = clause.namedBindings;
  if (!bindings) return;
  if (ts.isNamespaceImport(bindings)) {
    add(lowerer, { module, name: '*', local: bindings.name.text, typeOnly }, bindings);
    return;
  }
  for (const element of bindings.elements) {
    const name = (element.propertyName ?? element.name).text;
    add(
      lowerer,
      { module, name, local: element.name.text, typeOnly: typeOnly || element.isTypeOnly },
      element,
    );
  }
}

/** `import x = require('m')`; false for `import x = a.b`. */
export function importEquals(lowerer: Lowerer, node: ts.ImportEqualsDeclaration): boolean {
  const reference = node.moduleReference;
  if (!ts.isExternalModuleReference(reference)) return false;
  if (!ts.isStringLiteralLike(reference.expression)) return false;
  add(lowerer, { module: reference.expression.text, local: node.name.text, typeOnly: node.isTypeOnly }, node);
  return true;
}

/** A variable that only binds a module or members of one; false when it must be lowered as an assignment. */
export function variableImport(lowerer: Lowerer, node: ts.VariableDeclaration): boolean {
  const request = node.initializer && moduleRequest(node.initializer);
  if (!request) return false;
  if (ts.isIdentifier(node.name)) {
    add(lowerer, { ...whole(request), local: node.name.text }, node);
    return true;
  }
  if (request.property || !ts.isObjectBindingPattern(node.name)) return false;
  const elements = node.name.elements;
  if (!elements.every(isPlain)) return false;
  for (const element of elements) {
    if (!ts.isIdentifier(element.name)) continue;
    const key = element.propertyName ?? element.name;
    const name = ts.isComputedPropertyName(key) ? '' : key.text;
    add(lowerer, { module: request.module, name, local: element.name.text }, element);
  }
  return true;
}

/** A request inside a larger expression binds nothing but still names the module. */
export function looseImport(lowerer: Lowerer, node: ts.CallExpression): void {
  const module = calledModule(node);
  if (module !== undefined) add(lowerer, { module, local: '' }, node);
}

function whole(request: ModuleRequest): { module: string; name?: string } {
  const name = request.property ?? (request.how === 'import' ? '*' : undefined);
  return { module: request.module, ...(name !== undefined && { name }) };
}

function isPlain(element: ts.BindingElement): boolean {
  const hasPlainKey = !element.propertyName || !ts.isComputedPropertyName(element.propertyName);
  return hasPlainKey && !element.dotDotDotToken && ts.isIdentifier(element.name);
}

function add(lowerer: Lowerer, binding: Omit<Import, 'at' | 'nested'>, node: ts.Node): void {
  const { typeOnly, ...rest } = binding;
  lowerer.imports.push({
    ...rest,
    ...(typeOnly && { typeOnly }),
    ...(!lowerer.isTopLevel() && { nested: true }),
    at: lowerer.at(node),
  });
}
