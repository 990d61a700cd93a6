/** Languages that are read as syntax only, for what a server declares in them. */
export type SyntaxLanguage = 'go' | 'c-sharp' | 'java' | 'kotlin' | 'rust' | 'php' | 'ruby';

/** One named node of a syntax tree as plain data. Offsets are UTF-16 units, lines and columns start at 1. */
export interface TreeNode {
  readonly type: string;
  /** Role in the parent, where the grammar gives it one. */
  readonly field?: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly children: readonly TreeNode[];
}

/** A parsed file. */
export interface ParsedFile {
  readonly path: string;
  readonly text: string;
  readonly root: TreeNode;
}
