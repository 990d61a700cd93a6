import './styles/index.css';
import type { Report } from '../../src/model/report.ts';
import { checkReport } from './data/check-report.ts';
import { startApp } from './draw/app.ts';
import { startPage } from './draw/start-page.ts';

const host = document.querySelector<HTMLElement>('#app');
const live = document.querySelector('meta[name="trefoil-live"]')?.getAttribute('content') === '1';
const root = document.querySelector('meta[name="trefoil-root"]')?.getAttribute('content') ?? '';

const packed = textOf('#trefoil-packed');
if (host && packed !== '') void unpack(packed).then(json => open(host, json));
else if (host) open(host, textOf('#trefoil-report'));

/** Large reports come compressed. What cannot be unpacked is an empty report, which the page says. */
function unpack(text: string): Promise<string> {
  const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(plain).text().catch(() => '{}');
}

function textOf(selector: string): string {
  return document.querySelector(selector)?.textContent?.trim() ?? '';
}

/** Shows the report of the page; without one, or with a broken one, the page that asks for a file. */
function open(at: HTMLElement, json: string, name?: string): void {
  const read = (file: File): void => void file.text().then(text => open(at, text, file.name));
  if (json === '' || json === 'null') {
    startPage(at, read);
    return;
  }
  const checked = checkReport(json);
  if (!checked.ok) startPage(at, read, name ? `${name}: ${checked.problem}` : checked.problem);
  else startApp(at, checked.report, { live, root, dropped: checked.dropped, ...earlier() });
}

/** The report that `trefoil view --compare` put beside the first; a broken one is none. */
function earlier(): { readonly earlier?: Report } {
  const json = textOf('#trefoil-earlier');
  const checked = json === '' ? undefined : checkReport(json);
  return checked?.ok ? { earlier: checked.report } : {};
}
