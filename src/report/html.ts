import { gzipSync } from 'node:zlib';
import type { Report } from '../model/report.ts';

const marker = /(<script type="application\/json" id="trefoil-report">)[\s\S]*?(<\/script>)/;

/** True when a page can carry a report. */
export function isExplorer(page: string): boolean {
  return marker.test(page);
}

/**
 * Puts a report into the explorer's single-file page, an earlier one to compare it with, and the snippets that the
 * explorer may propose for it. Throws when the page has no place for it: the page is built by us, so that is a bug, not
 * input.
 */
export function html(
  explorer: string,
  report: Report,
  earlier?: Report,
  patches: readonly unknown[] = [],
): string {
  if (!isExplorer(explorer)) throw new Error('the explorer page has no report marker');
  const whole = embed(report);
  const isLarge = whole.length > mostPlain;
  const data = isLarge ? 'null' : whole;
  const packed = isLarge ? `<script type="text/plain" id="trefoil-packed">${pack(whole)}</script>` : '';
  const others = `${earlier ? block('earlier', earlier) : ''}${patches.length > 0 ? block('patches', patches) : ''}`;
  return explorer.replace(
    marker,
    (_, open: string, close: string) => `${open}${data}${close}${packed}${others}`,
  );
}

/** Longer reports are packed: an audit of many servers names the same nodes in thousands of chains. */
const mostPlain = 1_000_000;

/** Base64 of the compressed text; the same text gives the same letters. */
function pack(text: string): string {
  return gzipSync(text).toString('base64');
}

function block(name: string, value: unknown): string {
  return `<script type="application/json" id="trefoil-${name}">${embed(value)}</script>`;
}

/** JSON that no HTML parser can leave: `<`, `>`, `&` and line separators are escaped inside strings. */
export function embed(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
