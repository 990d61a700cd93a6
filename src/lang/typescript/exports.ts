import { ts } from 'ts-morph';
import type { Lowerer } from './lowerer.ts';
import { boundNames } from './patterns.ts';
import { plainSpecifier } from './specifier.ts';
import { unwrap } from './unwrap.ts';

/** `export {…}`, `export * from`, `export * as ns from`; types only are left out. */
export function exportDeclaration(lowerer: Lowerer, node: ts.ExportDeclaration): void {
  if (node.isTypeOnly) return;
  const specifier = node.moduleSpecifier;
  const from =
    specifier && ts.isStringLiteralLike(specifier) ? { module: plainSpecifier(specifier.text) } : {};
  const clause = node.exportClause;
  if (!clause) {
    lowerer.exports.push({ name: '*', ...from, at: lowerer.at(node) });
    return;
  }
  if (ts.isNamespaceExport(clause)) {
    lowerer.exports.push({ name: clause.name.text, local: '*', ...from, at: lowerer.at(node) });
    return;
  }
  for (const element of clause.elements) {
    if (element.isTypeOnly) continue;
    const local = (element.propertyName ?? element.name).text;
    lowerer.exports.push({ name: element.name.text, local, ...from, at: lowerer.at(element) });
  }
}

/** `export default e` and `export = e`. */
export function exportAssignment(lowerer: Lowerer, node: ts.ExportAssignment): void {
  const value = unwrap(node.expression);
  const at = lowerer.at(node);
  if (ts.isIdentifier(value)) lowerer.exports.push({ name: 'default', local: value.text, at });
  else lowerer.exports.push({ name: 'default', value: lowerer.expression(value, lowerer.doc(node)), at });
}

/** Exports the names of a declaration that carries `export`. True when the declaration has no name of its own. */
export function exportedDeclaration(
  lowerer: Lowerer,
  node: ts.FunctionDeclaration | ts.ClassDeclaration | ts.EnumDeclaration | ts.ModuleDeclaration,
): boolean {
  const flags = ts.getCombinedModifierFlags(node);
  if (!(flags & ts.ModifierFlags.Export) || !lowerer.isTopLevel()) return false;
  const local = node.name && 'text' in node.name ? node.name.text : undefined;
  const at = lowerer.at(node);
  if (local !== undefined) {
    lowerer.exports.push({ name: flags & ts.ModifierFlags.Default ? 'default' : local, local, at });
    return false;
  }
  return true;
}

export function exportedVariables(lowerer: Lowerer, node: ts.VariableStatement): void {
  if (
    !lowerer.isTopLevel() ||
    !node.modifiers?.some(modifier => modifier.kind === ts.SyntaxKind.ExportKeyword)
  )
    return;
  for (const declaration of node.declarationList.declarations) {
    for (const name of boundNames(declaration.name)) {
      lowerer.exports.push({ name, local: name, at: lowerer.at(declaration) });
    }
  }
}
