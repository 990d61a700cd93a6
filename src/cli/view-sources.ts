import { readFile, realpath, stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import type { Report } from '../model/report.ts';

/** Lines of a source file around a place, with the number of the first. */
export interface SourceLines {
  readonly first: number;
  readonly lines: readonly string[];
}

/** Answers source lines to the explorer of `trefoil view`. */
export interface SourceReader {
  /** The report now shown: only files that it names are read. */
  allow(report: Report): void;
  /** Nothing for files that the report does not name, that lie outside the root, or that cannot be read. */
  read(file: string, line: number): Promise<SourceLines | undefined>;
}

const margin = 4;
const maxSize = 4_000_000;
const maxLine = 400;

export function createSourceReader(root: string): SourceReader {
  let named: ReadonlySet<string> = new Set();
  return {
    allow(report) {
      named = new Set(filesIn([report.nodes, report.edges, report.chains, report.findings, report.gaps]));
    },
    async read(file, line) {
      if (!named.has(file)) return undefined;
      try {
        const [base, path] = [await realpath(root), await realpath(resolve(root, file))];
        if (!path.startsWith(base.endsWith(sep) ? base : base + sep)) return undefined;
        if ((await stat(path)).size > maxSize) return undefined;
        const rows = (await readFile(path, 'utf8')).split(/\r?\n/);
        const first = Math.max(1, line - margin);
        return { first, lines: rows.slice(first - 1, line + margin).map(row => row.slice(0, maxLine)) };
      } catch {
        return undefined;
      }
    },
  };
}

/** Every `file` of a location, however deep. */
function* filesIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  if ('file' in value && 'line' in value && typeof value.file === 'string') yield value.file;
  for (const child of Array.isArray(value) ? value : Object.values(value)) yield* filesIn(child);
}
