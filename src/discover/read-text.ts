import { readFileSync } from 'node:fs';
import { languageOf } from '../lang/language.ts';
import type { Gap } from '../model/graph.ts';

/** Largest files that are read, in bytes. */
export interface SizeLimits {
  readonly code: number;
  /** Notebooks carry images of their output. */
  readonly notebook: number;
  readonly other: number;
}

export const sizeLimits: SizeLimits = { code: 2_000_000, notebook: 20_000_000, other: 8_000_000 };

/** Text of a file, decoded by its byte order mark, UTF-8 by default; a gap when too large, unreadable or binary. */
export function readText(
  absolute: string,
  file: { readonly path: string; readonly size: number },
  limits: SizeLimits,
): string | Gap {
  const kind = languageOf(file.path);
  const limit = kind === 'notebook' ? limits.notebook : kind ? limits.code : limits.other;
  const location = { file: file.path, line: 1 };
  const tooLarge = (size: number): Gap => {
    return { reason: 'file-too-large', location, detail: `${size} bytes, limit ${limit}` };
  };
  if (file.size > limit) return tooLarge(file.size);
  try {
    const bytes = readFileSync(absolute);
    if (bytes.length > limit) return tooLarge(bytes.length);
    return decode(bytes) ?? { reason: 'unreadable-file', location, detail: 'binary content' };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    return { reason: 'unreadable-file', location, detail: `could not be read (${code})` };
  }
}

/** Bytes looked at to tell text from binary. */
const probeLength = 8_000;

function decode(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, probeLength).includes(0)) return undefined;
  return new TextDecoder('utf-8').decode(bytes);
}
