import { Parser, type Tree, type TreeCursor } from 'web-tree-sitter';
import { loadGrammar } from '../grammar.ts';
import { maxSourceLength } from '../limits.ts';
import type { SyntaxLanguage, TreeNode } from './tree.ts';

/** Parses texts of one language; dispose of it when done. */
export interface TreeParser {
  /** The tree, or why there is none. */
  parse(text: string): TreeNode | 'file-too-large' | 'unsupported';
  dispose(): void;
}

const packages: { readonly [language in SyntaxLanguage]: readonly [name: string, file: string] } = {
  go: ['tree-sitter-go', 'tree-sitter-go.wasm'],
  'c-sharp': ['tree-sitter-c-sharp', 'tree-sitter-c_sharp.wasm'],
  java: ['tree-sitter-java', 'tree-sitter-java.wasm'],
  kotlin: ['@tree-sitter-grammars/tree-sitter-kotlin', 'tree-sitter-kotlin.wasm'],
  rust: ['tree-sitter-rust', 'tree-sitter-rust.wasm'],
  php: ['tree-sitter-php', 'tree-sitter-php.wasm'],
  ruby: ['tree-sitter-ruby', 'tree-sitter-ruby.wasm'],
};

/** Loads a grammar; undefined when it is not there or does not fit. */
export async function createTreeParser(language: SyntaxLanguage): Promise<TreeParser | undefined> {
  try {
    await Parser.init();
    const parser = new Parser();
    parser.setLanguage(await loadGrammar(...packages[language]));
    return {
      parse: text => parseWith(parser, text),
      dispose: () => parser.delete(),
    };
  } catch {
    return undefined;
  }
}

/** Parser steps allowed per character before a file counts as hostile; real code needs well under one hundredth. */
const stepsPerCharacter = 1;

function parseWith(parser: Parser, text: string): TreeNode | 'file-too-large' | 'unsupported' {
  if (text.length > maxSourceLength) return 'file-too-large';
  let steps = 1_000 + text.length * stepsPerCharacter;
  const tree = parser.parse(text, null, { progressCallback: () => --steps < 0 });
  if (!tree) {
    parser.reset();
    return 'unsupported';
  }
  try {
    return copy(tree);
  } finally {
    tree.delete();
  }
}

interface Draft {
  readonly type: string;
  readonly field?: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly children: Draft[];
}

/** Copies the named nodes out of the parser's memory without recursion: hostile nesting must not exhaust the stack. */
function copy(tree: Tree): TreeNode {
  const cursor = tree.walk();
  try {
    const root = draft(cursor);
    const open = [root];
    let isInside = cursor.gotoFirstChild();
    while (isInside) {
      const parent = open.at(-1) ?? root;
      const node = draft(cursor);
      const isNamed = cursor.nodeIsNamed;
      if (isNamed) parent.children.push(node);
      if (cursor.gotoFirstChild()) {
        open.push(isNamed ? node : parent);
        continue;
      }
      while (isInside && !cursor.gotoNextSibling()) {
        cursor.gotoParent();
        open.pop();
        isInside = open.length > 0;
      }
    }
    return root;
  } finally {
    cursor.delete();
  }
}

function draft(cursor: TreeCursor): Draft {
  const { row, column } = cursor.startPosition;
  const field = cursor.currentFieldName;
  return {
    type: cursor.nodeType,
    ...(field && { field }),
    start: cursor.startIndex,
    end: cursor.endIndex,
    line: row + 1,
    column: column + 1,
    children: [],
  };
}
