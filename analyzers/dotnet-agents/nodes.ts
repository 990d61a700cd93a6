import type { TreeNode } from '../../src/lang/tree/tree.ts';
import { childOf, field, type Place, textOf } from '../_shared/syntax/tree.ts';

/** Declarations with a body that can be called. */
export const bodies: ReadonlySet<string> = new Set(['method_declaration', 'local_function_statement']);

/** The declared name of a node. */
export function nameField({ file, node }: Place): string | undefined {
  if (node.type === 'implicit_parameter') return textOf({ file, node });
  const name = field(node, node.type === 'foreach_statement' ? 'left' : 'name');
  return name && textOf({ file, node: name });
}

/** The bare name of the method that is called: `AddFromType` of `kernel.Plugins.AddFromType<T>()`. */
export function calleeName({ file, node }: Place): string | undefined {
  const callee = field(node, 'function');
  if (!callee) return undefined;
  const member = callee.type === 'conditional_access_expression' ? callee.children.at(-1) : callee;
  const name = (member && field(member, 'name')) ?? member ?? callee;
  return bare({ file, node: name });
}

/** A name without its type arguments and without what stands before it. */
export function bare({ file, node }: Place): string {
  const own = node.type === 'generic_name' ? childOf(node, 'identifier') : undefined;
  const text = textOf({ file, node: own ?? node });
  return /(\w+)(?:<[^;{}]*>)?\??$/.exec(text.slice(-300))?.[1] ?? text;
}

/** What a method is called on; undefined for a bare name and for `this`. */
export function receiverOf(call: TreeNode): TreeNode | undefined {
  const callee = field(call, 'function');
  return callee && (field(callee, 'expression') ?? field(callee, 'condition'));
}

/** Type arguments of a call: `T` of `AddFromType<T>()`. */
export function typeArguments({ file, node }: Place): readonly string[] {
  const callee = field(node, 'function');
  const name = callee && (field(callee, 'name') ?? callee);
  const list = name && childOf(name, 'type_argument_list');
  return (list?.children ?? []).map(child => bare({ file, node: child }));
}

/** The type that `new` makes; undefined for `new()`. */
export function madeType({ file, node }: Place): string | undefined {
  const type = field(node, 'type');
  return type && bare({ file, node: type });
}

/** One argument of a call. */
export interface Argument {
  readonly name?: string;
  readonly value: TreeNode;
}

/** Arguments of a call or of `new`. */
export function argumentsIn({ file, node }: Place): readonly Argument[] {
  const list = field(node, 'arguments') ?? childOf(node, 'argument_list');
  return (list?.children ?? []).flatMap((item): readonly Argument[] => {
    const value = item.children.findLast(child => child.type !== 'comment');
    if (item.type !== 'argument' || !value) return [];
    const name = field(item, 'name');
    return [{ value, ...(name && name !== value && { name: textOf({ file, node: name }) }) }];
  });
}

/** `Name = value` of an initialiser. */
export function initialised({ file, node }: Place): readonly Argument[] {
  return (initialiserOf(node)?.children ?? []).flatMap((item): readonly Argument[] => {
    const left = field(item, 'left');
    const value = field(item, 'right');
    if (item.type !== 'assignment_expression' || !left || !value) return [];
    return [{ name: textOf({ file, node: left }), value }];
  });
}

/** The braces after `new`. */
export function initialiserOf(node: TreeNode): TreeNode | undefined {
  return field(node, 'initializer') ?? childOf(node, 'initializer_expression');
}

/** What a declaration starts with: `var x = value`, `T X { get; } = value`, `T X => value`. */
export function startOf(declaration: TreeNode): TreeNode | undefined {
  if (declaration.type === 'foreach_statement') return field(declaration, 'right');
  if (declaration.type === 'variable_declarator') {
    return declaration.children.find(child => child.field !== 'name' && child.type !== 'tuple_pattern');
  }
  const value = field(declaration, 'value');
  return value?.type === 'arrow_expression_clause' ? value.children[0] : value;
}
