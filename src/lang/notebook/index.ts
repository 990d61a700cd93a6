import { type Node, parseTree } from 'jsonc-parser';
import { createLineTable, type LineTable } from '../line-table.ts';
import type { Language, Problem } from '../module.ts';
import { blankMagics } from './magics.ts';
import { createPieceTable, type Piece } from './piece-table.ts';

/** The code of a notebook as one source text. */
export interface Notebook {
  readonly language: Language;
  /** Code cells in order, one blank line after each; lines that are no code are blank. */
  readonly source: string;
  /** Where offsets of `source` lie in the notebook file. */
  readonly lines: LineTable;
  readonly cells: readonly NotebookCell[];
}

/** A code cell and the lines of the notebook file it takes. */
export interface NotebookCell {
  /** Position among all cells of the notebook, from 1. */
  readonly number: number;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** Reads a notebook file (format 3 and 4); a problem when it is no notebook. */
export function readNotebook(text: string): Notebook | { readonly problem: Problem } {
  const root = parse(text);
  if (!root) return { problem: { reason: 'syntax-error', detail: 'not a notebook', at: [1, 1, 1, 1] } };
  const rawLines = createLineTable(text);
  const language = kernelLanguage(root);
  const pieces: Piece[] = [];
  const cells: NotebookCell[] = [];
  let source = '';
  for (const [index, cell] of cellNodes(root).entries()) {
    if (at(cell, 'cell_type')?.value !== 'code') continue;
    const strings = sourceStrings(at(cell, 'source') ?? at(cell, 'input'));
    const code = strings.map(string => String(string.value)).join('');
    for (const string of strings) {
      pieces.push({
        start: source.length,
        raw: string.offset + 1,
        rawEnd: string.offset + string.length - 1,
      });
      source += String(string.value);
    }
    source = source.slice(0, source.length - code.length) + blankMagics(code, language);
    if (!source.endsWith('\n')) source += '\n';
    source += '\n';
    const range = rawLines.range(strings[0]?.offset ?? cell.offset, cell.offset + cell.length);
    cells.push({ number: index + 1, firstLine: range[0], lastLine: range[2] });
  }
  return { language, source, lines: createPieceTable(text, pieces, rawLines), cells };
}

function parse(text: string): Node | undefined {
  try {
    const root = parseTree(text);
    return root?.type === 'object' && cellNodes(root).length > 0 ? root : undefined;
  } catch {
    // Nesting beyond the stack.
    return undefined;
  }
}

function at(node: Node | undefined, key: string): Node | undefined {
  return node?.children?.find(property => property.children?.[0]?.value === key)?.children?.[1];
}

/** Format 4 keeps cells at the top, format 3 in worksheets. */
function cellNodes(root: Node): readonly Node[] {
  const direct = at(root, 'cells')?.children;
  if (direct) return direct;
  return (at(root, 'worksheets')?.children ?? []).flatMap(sheet => at(sheet, 'cells')?.children ?? []);
}

function sourceStrings(node: Node | undefined): readonly Node[] {
  if (node?.type === 'string') return [node];
  return (node?.children ?? []).filter(child => child.type === 'string');
}

function kernelLanguage(root: Node): Language {
  const metadata = at(root, 'metadata');
  const kernel = at(metadata, 'kernelspec');
  const names = [at(kernel, 'language'), at(at(metadata, 'language_info'), 'name'), at(kernel, 'name')];
  const words = names.map(node => String(node?.value ?? '')).join(' ');
  return /typescript|javascript|deno|tslab|node/i.test(words) ? 'typescript' : 'python';
}
