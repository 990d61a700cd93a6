import type { ParsedFile, TreeNode } from '../../../src/lang/tree/tree.ts';
import type { Location } from '../../../src/model/location.ts';

/** A node with the file it is in. */
export interface Place {
  readonly file: ParsedFile;
  readonly node: TreeNode;
}

/** Source text of a node. */
export function textOf({ file, node }: Place): string {
  return file.text.slice(node.start, node.end);
}

/** Where a node starts. */
export function placeOf({ file, node }: Place): Location {
  return { file: file.path, line: node.line, column: node.column };
}

/** The child with that role. */
export function field(node: TreeNode, name: string): TreeNode | undefined {
  return node.children.find(child => child.field === name);
}

/** The first child of one of the types. */
export function childOf(node: TreeNode, ...types: readonly string[]): TreeNode | undefined {
  return node.children.find(child => types.includes(child.type));
}

/** Every node of one of the types, in source order; without recursion, nesting can be hostile. */
export function all(root: TreeNode, ...types: readonly string[]): readonly TreeNode[] {
  const wanted = new Set(types);
  const found: TreeNode[] = [];
  const open: TreeNode[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (wanted.has(node.type)) found.push(node);
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index];
      if (child) open.push(child);
    }
  }
  return found;
}

/** `fooBarAsync` as `foo_bar`. */
export function snakeCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
}

/** The text of a quoted literal without its quotes; common escapes are put in place. */
export function unquoted(literal: string): string {
  const raw = /^[@$rb]*("""+|'''+|"#?|'|`)/.exec(literal);
  const body = raw ? literal.slice(raw[0].length, literal.length - (raw[1]?.length ?? 1)) : literal;
  return body.replace(/\\(n|t|r|"|'|\\|`)/g, (_, sign: string) =>
    sign === 'n' ? '\n' : sign === 't' ? '\t' : sign === 'r' ? '' : sign,
  );
}
