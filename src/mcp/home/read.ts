import { statSync } from 'node:fs';
import { readText } from '../../discover/read-text.ts';
import type { Gap } from '../../model/graph.ts';
import type { FoundFile } from './find.ts';

/** State files of clients carry history; beyond this nothing is read. */
const maxBytes = 32 * 1024 * 1024;
const limits = { code: maxBytes, notebook: maxBytes, other: maxBytes };

/** The text of a found file, or why it was not read. Never throws. */
export function readFound({ path, file }: FoundFile): string | Gap {
  return readText(file, { path, size: sizeOf(file) }, limits);
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}
