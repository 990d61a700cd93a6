import { gzipSync } from 'node:zlib';

/** Base64 of the gzip form of a text; the same text gives the same letters. */
export function packText(text: string): string {
  return gzipSync(text).toString('base64');
}
