import { ifStatement, nameOf } from '../build.ts';
import type { Expression, Statement } from '../module.ts';
import { assignment, augmentedAssignment } from './assignments.ts';
import { lowerClass } from './classes.ts';
import { lowerControl } from './control.ts';
import { isExpression } from './expressions.ts';
import { importFrom, importStatement } from './imports.ts';
import type { Lowerer } from './lowerer.ts';
import type { SyntaxNode } from './syntax-tree.ts';

/** One statement as zero or more; `pass`, imports and scope declarations give none. */
export function lowerStatement(lowerer: Lowerer, node: SyntaxNode): Statement[] {
  const at = lowerer.at(node);
  const [first] = node.children;
  switch (node.type) {
    case 'expression_statement':
      return expressionStatement(lowerer, node);
    case 'assignment':
      return assignment(lowerer, node);
    case 'augmented_assignment':
      return augmentedAssignment(lowerer, node);
    case 'return_statement':
      return [{ kind: 'return', ...(first && { value: lowerer.expression(first) }), at }];
    case 'raise_statement':
      return [{ kind: 'raise', ...(first && { value: lowerer.expression(first) }), at }];
    case 'import_statement':
      importStatement(lowerer, node);
      return [];
    case 'import_from_statement':
    case 'future_import_statement':
      importFrom(lowerer, node);
      return [];
    case 'function_definition':
      return [{ kind: 'function', def: lowerer.functionDef(node, []), at }];
    case 'class_definition':
      return [{ kind: 'class', def: lowerClass(lowerer, node, []), at }];
    case 'decorated_definition':
      return decorated(lowerer, node);
    case 'break_statement':
      return [{ kind: 'break', at }];
    case 'continue_statement':
      return [{ kind: 'continue', at }];
    case 'delete_statement':
      return [
        {
          kind: 'expression',
          value: { kind: 'unary', op: 'delete', value: lowerer.operand(first, node), at },
          at,
        },
      ];
    case 'assert_statement':
      return assertion(lowerer, node);
    case 'print_statement':
      return [{ kind: 'expression', value: builtinCall(lowerer, 'print', node), at }];
    case 'exec_statement':
      return [{ kind: 'expression', value: builtinCall(lowerer, 'exec', node), at }];
    case 'type_alias_statement':
      return assignment(lowerer, node);
    case 'global_statement':
    case 'nonlocal_statement':
      lowerer.scope()?.outerNames.push(...node.children.map(lowerer.text));
      return [];
    case 'ERROR':
      return recovered(lowerer, node);
    default:
      return lowerControl(lowerer, node);
  }
}

function expressionStatement(lowerer: Lowerer, node: SyntaxNode): Statement[] {
  const [first] = node.children;
  const at = lowerer.at(node);
  if (!first) return [];
  if (first.type === 'assignment' || first.type === 'augmented_assignment')
    return lowerStatement(lowerer, first);
  if (node.children.length === 1) return [{ kind: 'expression', value: lowerer.expression(first), at }];
  const items = node.children.map(child => ({ value: lowerer.expression(child) }));
  return [{ kind: 'expression', value: { kind: 'list', items, at }, at }];
}

function decorated(lowerer: Lowerer, node: SyntaxNode): Statement[] {
  const at = lowerer.at(node);
  const decorators = node.children
    .filter(child => child.type === 'decorator')
    .map(child => lowerer.operand(child.children[0], child));
  const definition = node.children.at(-1);
  if (definition?.type === 'function_definition') {
    return [{ kind: 'function', def: lowerer.functionDef(definition, decorators), at }];
  }
  if (definition?.type !== 'class_definition') return [];
  return [{ kind: 'class', def: lowerClass(lowerer, definition, decorators), at }];
}

/** `assert test, message` is `if not test: raise message`. */
function assertion(lowerer: Lowerer, node: SyntaxNode): Statement[] {
  const at = lowerer.at(node);
  const [test, message] = node.children;
  const failed: Expression = { kind: 'unary', op: 'not', value: lowerer.operand(test, node), at };
  const raise: Statement = { kind: 'raise', ...(message && { value: lowerer.expression(message) }), at };
  return [ifStatement(failed, [raise], [], at)];
}

/** Python 2 statements that became functions. */
function builtinCall(lowerer: Lowerer, name: string, node: SyntaxNode): Expression {
  const args = node.children.filter(isExpression).map(child => ({ value: lowerer.expression(child) }));
  return { kind: 'call', callee: nameOf(name, lowerer.at(node)), args, at: lowerer.at(node) };
}

/** What can still be read inside a place with a syntax error. */
function recovered(lowerer: Lowerer, node: SyntaxNode): Statement[] {
  return node.children.flatMap((child): Statement[] => {
    if (child.type === 'identifier' || child.type === 'string') return [];
    if (!isExpression(child)) return lowerer.statements([child]);
    return [{ kind: 'expression', value: lowerer.expression(child), at: lowerer.at(child) }];
  });
}
