import { languageOf } from '../lang/index.ts';
import { type NotebookCell, readNotebook } from '../lang/notebook/index.ts';
import type { Report } from '../model/report.ts';

/** Cells of notebooks by file. */
export type Cells = ReadonlyMap<string, readonly NotebookCell[]>;

/** Cells of every notebook among the texts. */
export function cellsIn(texts: readonly { readonly path: string; readonly text: string }[]): Cells {
  const found = new Map<string, readonly NotebookCell[]>();
  for (const { path, text } of texts) {
    if (languageOf(path) !== 'notebook') continue;
    const notebook = readNotebook(text);
    if (!('problem' in notebook)) found.set(path, notebook.cells);
  }
  return found;
}

/** The report with the cell beside every place in a notebook: nobody counts lines of its file. */
export function inCells(report: Report, cells: Cells | undefined): Report {
  return !cells || cells.size === 0 ? report : (placed(report, cells, 0) as Report);
}

const maxDepth = 40;

/** What holds no place in a notebook stays the same value. */
function placed(value: unknown, cells: Cells, depth: number): unknown {
  if (typeof value !== 'object' || value === null || depth > maxDepth) return value;
  if (Array.isArray(value)) {
    const items = value.map(item => placed(item, cells, depth + 1));
    return items.every((item, at) => item === value[at]) ? value : items;
  }
  const before = Object.entries(value);
  const entries = before.map(([key, item]) => [key, placed(item, cells, depth + 1)] as const);
  const cell = 'file' in value && 'line' in value ? cellAt(value.file, value.line, cells) : undefined;
  if (cell !== undefined) return Object.fromEntries([...entries, ['cell', cell]]);
  return entries.every(([, item], at) => item === before[at]?.[1]) ? value : Object.fromEntries(entries);
}

function cellAt(file: unknown, line: unknown, cells: Cells): number | undefined {
  if (typeof file !== 'string' || typeof line !== 'number') return undefined;
  return cells.get(file)?.find(({ firstLine, lastLine }) => firstLine <= line && line <= lastLine)?.number;
}
