import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { savedPatches } from '../../src/flow/saved-patches.ts';
import type { Report } from '../../src/model/report.ts';
import { packText } from '../../src/pipeline/pack-text.ts';
import { html } from '../../src/report/html.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where systems keep Chromium; `TREFOIL_CHROMIUM` names another. */
const places = [
  process.env.TREFOIL_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

export const executable = places.find(place => place !== undefined && existsSync(place));

if (!executable)
  console.warn('skipped: no Chromium found (apt-get install chromium, or set TREFOIL_CHROMIUM)');

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: executable ?? '', args: ['--no-sandbox'] });
}

/** The built explorer; built anew into a folder of its own when the sources are younger than the last build. */
export async function explorerPage(): Promise<string> {
  const built = join(root, 'visualizer/dist/index.html');
  if (
    existsSync(built) &&
    statSync(built).mtimeMs > newest(['visualizer/src', 'visualizer/index.html', 'src/flow', 'src/model'])
  )
    return readFileSync(built, 'utf8');
  const outDir = mkdtempSync(join(tmpdir(), 'trefoil-explorer-'));
  await build({
    root: join(root, 'visualizer'),
    configFile: join(root, 'visualizer/vite.config.ts'),
    logLevel: 'error',
    build: { outDir },
  });
  return readFileSync(join(outDir, 'index.html'), 'utf8');
}

function newest(paths: readonly string[]): number {
  const times = paths.flatMap(path => {
    const whole = join(root, path);
    if (statSync(whole).isFile()) return [statSync(whole).mtimeMs];
    return readdirSync(whole, { recursive: true, encoding: 'utf8' }).map(
      name => statSync(join(whole, name)).mtimeMs,
    );
  });
  return Math.max(...times);
}

/** A page with a report, and everything that went wrong in it. */
export interface Opened {
  readonly page: Page;
  /** Console errors, exceptions, blocked or attempted requests. */
  readonly problems: readonly string[];
  close(): Promise<void>;
}

export interface OpenOptions extends BrowserContextOptions {
  readonly hash?: string;
  /** Text in place of a report. */
  readonly raw?: string;
}

/** Opens the self-contained HTML report in a fresh window. */
export async function open(
  browser: Browser,
  explorer: string,
  report: Report | undefined,
  { hash = '', raw, ...options }: OpenOptions = {},
): Promise<Opened> {
  const file = join(mkdtempSync(join(tmpdir(), 'trefoil-page-')), 'report.html');
  const text = report ? html(explorer, report, undefined, savedPatches(report), packText) : explorer;
  writeFileSync(
    file,
    raw === undefined ? text : text.replace('id="trefoil-report">', () => `id="trefoil-report">${raw}`),
  );
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('pageerror', error => problems.push(error.stack ?? error.message));
  page.on('request', request => {
    if (!/^(file|data|blob):/.test(request.url())) problems.push(`request: ${request.url()}`);
  });
  await page.goto(`${pathToFileURL(file).href}${hash ? `#${hash}` : ''}`);
  await page.waitForSelector('.verdict, .start, .story, .node-panel, .page');
  return { page, problems, close: () => context.close() };
}
