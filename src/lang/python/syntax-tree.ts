import type { Language, Node, Tree } from 'web-tree-sitter';

/** One named node of the syntax tree as plain data; comments are left out. Offsets are UTF-16 units. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly children: readonly SyntaxNode[];
}

/** A place the parser could not read or had to make up. */
export interface SyntaxFault {
  readonly start: number;
  readonly end: number;
  readonly detail: string;
}

/** Types whose inside nobody reads: not asking for their children halves the calls into the parser. */
const leaves = new Set([
  'identifier',
  'integer',
  'float',
  'true',
  'false',
  'none',
  'ellipsis',
  'string_start',
  'string_end',
  'string_content',
  'type_conversion',
  'format_specifier',
  'import_prefix',
  'pass_statement',
  'break_statement',
  'continue_statement',
  'wildcard_import',
  'keyword_separator',
  'positional_separator',
  'line_continuation',
]);

/**
 * Copies the tree out of the parser's memory without recursion, so that the tree can be freed and deep nesting
 * cannot exhaust the stack.
 */
export function copyTree(tree: Tree, language: Language, source: string): SyntaxNode {
  const root = shell(tree.rootNode, language);
  const open = [root];
  for (let entry = open.pop(); entry; entry = open.pop()) {
    if (leaves.has(entry.copy.type) || isPlainString(entry.copy, source)) continue;
    for (const child of entry.node.namedChildren) {
      const next = shell(child, language);
      if (next.copy.type === 'comment' || next.copy.type === 'line_continuation') continue;
      entry.copy.children.push(next.copy);
      open.push(next);
    }
  }
  return root.copy;
}

interface Shell {
  readonly node: Node;
  readonly copy: { type: string; start: number; end: number; children: SyntaxNode[] };
}

function shell(node: Node, language: Language): Shell {
  const type = language.types[node.typeId] ?? 'ERROR';
  return { node, copy: { type, start: node.startIndex, end: node.endIndex, children: [] } };
}

/** A string that can have no holes is read from its text. */
function isPlainString(node: SyntaxNode, source: string): boolean {
  return node.type === 'string' && !/^[a-z]?[ft]/i.test(source.slice(node.start, node.start + 2));
}

/** Faults in source order, at most `limit`; only the parts of the tree that hold faults are walked. */
export function syntaxFaults(tree: Tree, limit: number): SyntaxFault[] {
  const faults: SyntaxFault[] = [];
  const open: Node[] = tree.rootNode.hasError ? [tree.rootNode] : [];
  for (let node = open.pop(); node && faults.length < limit; node = open.pop()) {
    const range = { start: node.startIndex, end: node.endIndex };
    if (node.isMissing) {
      faults.push({ ...range, detail: `${node.type} is missing` });
    } else if (node.isError) {
      faults.push({ ...range, detail: 'could not be parsed' });
    } else {
      open.push(...node.children.filter(child => child.hasError || child.isMissing).reverse());
    }
  }
  return faults;
}
