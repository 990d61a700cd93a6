/** A place in a scanned file. Lines and columns start at 1; `file` is relative to the root with `/`. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  /** Cell of a notebook, from 1; only in reports. */
  readonly cell?: number;
}

/** A source range inside one file: start line, start column, end line, end column; all from 1, the end exclusive. */
export type Range = readonly [line: number, column: number, endLine: number, endColumn: number];

/** Puts a range into its file. */
export function locate(file: string, range: Range): Location {
  return { file, line: range[0], column: range[1], endLine: range[2], endColumn: range[3] };
}

/** Total order of locations: file, then line, then column. */
export function compareLocations(a: Location | undefined, b: Location | undefined): number {
  if (!a || !b) return Number(Boolean(a)) - Number(Boolean(b));
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || (a.column ?? 0) - (b.column ?? 0);
}
