import type { Report } from '../model/report.ts';

const marker = /(<script type="application\/json" id="trefoil-report">)[\s\S]*?(<\/script>)/;

/** True when a page can carry a report. */
export function isExplorer(page: string): boolean {
  return marker.test(page);
}

/** A link into the explorer's page that opens on a chain. */
export function chainLink(page: string, chain: string): string {
  return `${page}#chain=${encodeURIComponent(chain).replaceAll('%3A', ':')}`;
}

/**
 * Puts a report into the explorer's single-file page. Throws when the page has no place for it: the page is built by
 * us, so that is a bug, not input. `before`: an earlier report to compare with.
 */
export function html(explorer: string, report: Report, before?: Report): string {
  if (!isExplorer(explorer)) throw new Error('the explorer page has no report marker');
  const data = embed(report);
  const other = before ? `<script type="application/json" id="trefoil-before">${embed(before)}</script>` : '';
  return explorer.replace(marker, (_, open: string, close: string) => `${open}${data}${close}${other}`);
}

/** JSON that no HTML parser can leave: `<`, `>`, `&` and line separators are escaped inside strings. */
export function embed(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
