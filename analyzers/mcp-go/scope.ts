import type { ParsedFile, TreeNode } from '../../src/lang/tree/tree.ts';
import { all, field, type Place, textOf, unquoted } from '../_shared/syntax/tree.ts';

/** What the files declare that tools refer to by name. */
export interface Scope {
  /** Constants and variables that hold a text. */
  readonly texts: ReadonlyMap<string, string>;
  readonly structs: ReadonlyMap<string, Place>;
  readonly functions: ReadonlyMap<string, Place>;
}

/** Names of all files; the first declaration of a name counts. */
export function scopeOf(files: readonly ParsedFile[]): Scope {
  const texts = new Map<string, string>();
  const structs = new Map<string, Place>();
  const functions = new Map<string, Place>();
  const joined: { readonly name: string; readonly value: Place }[] = [];
  for (const file of files) {
    for (const node of all(file.root, 'const_spec', 'var_spec')) {
      const name = field(node, 'name');
      const value = field(node, 'value')?.children[0];
      const text = name && value && literalOf({ file, node: value });
      if (name && text !== undefined) add(texts, textOf({ file, node: name }), text);
      else if (name && value?.type === 'binary_expression')
        joined.push({ name: textOf({ file, node: name }), value: { file, node: value } });
    }
    for (const node of all(file.root, 'type_spec')) {
      const name = field(node, 'name');
      const type = field(node, 'type');
      if (name && type?.type === 'struct_type')
        add(structs, textOf({ file, node: name }), { file, node: type });
    }
    for (const node of all(file.root, 'function_declaration', 'method_declaration')) {
      const name = field(node, 'name');
      if (name) add(functions, textOf({ file, node: name }), { file, node });
    }
  }
  for (const { name, value } of joined) {
    const text = textValue(value, { texts, structs, functions });
    if (text !== undefined) add(texts, name, text);
  }
  return { texts, structs, functions };
}

function add<T>(map: Map<string, T>, name: string, value: T): void {
  if (!map.has(name)) map.set(name, value);
}

const quoted = new Set(['interpreted_string_literal', 'raw_string_literal']);

function literalOf({ file, node }: Place): string | undefined {
  return quoted.has(node.type) ? unquoted(textOf({ file, node })) : undefined;
}

/**
 * The text an expression gives: a literal, parts joined by `+`, a constant by name (also of another package), or the
 * last text handed to a function that translates or formats it.
 */
export function textValue(place: Place, scope: Scope, depth = 0): string | undefined {
  const { file, node } = place;
  const literal = literalOf(place);
  if (literal !== undefined || depth > 20) return literal;
  const inner = (child: TreeNode | undefined): string | undefined =>
    child && textValue({ file, node: child }, scope, depth + 1);
  switch (node.type) {
    case 'identifier':
    case 'field_identifier':
      return localText(place, scope, depth) ?? scope.texts.get(textOf(place));
    case 'selector_expression':
      return inner(field(node, 'field'));
    case 'parenthesized_expression':
    case 'expression_list':
    case 'literal_element':
      return inner(node.children[0]);
    case 'binary_expression': {
      const parts = [inner(field(node, 'left')), inner(field(node, 'right'))];
      const known = parts.filter(part => part !== undefined);
      // A part that is only known when the program runs is shown as such.
      return known.length > 0 ? parts.map(part => part ?? '…').join('') : undefined;
    }
    case 'call_expression': {
      const given = field(node, 'arguments')?.children ?? [];
      const texts = given.map(inner).filter(text => text !== undefined);
      return texts.at(-1) ?? returnedText(place, scope, depth);
    }
    default:
      return undefined;
  }
}

/** What the nearest `name := ...` above gives. */
function localText(place: Place, scope: Scope, depth: number): string | undefined {
  const { file, node } = place;
  const name = textOf(place);
  const made = all(file.root, 'short_var_declaration').filter(item => {
    const left = field(item, 'left')?.children[0];
    return item.end <= node.start && left && textOf({ file, node: left }) === name;
  });
  const value = made.at(-1) && field(made.at(-1) ?? node, 'right');
  return value && textValue({ file, node: value }, scope, depth + 1);
}

/** The text that a function without further work returns. */
function returnedText({ file, node }: Place, scope: Scope, depth: number): string | undefined {
  const callee = field(node, 'function');
  const name = callee ? textOf({ file, node: callee }).split('.').at(-1) : undefined;
  const fn = name === undefined ? undefined : scope.functions.get(name);
  const returns = fn ? all(fn.node, 'return_statement') : [];
  const value = returns[0]?.children[0];
  return fn && value && returns.length === 1
    ? textValue({ file: fn.file, node: value }, scope, depth + 1)
    : undefined;
}
