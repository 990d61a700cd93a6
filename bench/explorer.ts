import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import type { Report } from '../src/model/report.ts';
import { html } from '../src/report/html.ts';
import { executable, explorerPage, launch } from '../test/visualizer/browser.ts';
import { generateReport } from '../test/visualizer/fixtures/generate.ts';
import { explorerCore } from './explorer-core.ts';

/**
 * How quick the explorer is in a real browser: medians of one run, in processor time of the page's main thread, which
 * other work on the machine does not stretch, with the ratio to reading the same report from JSON in the same page.
 * First its pure parts (layout, what-if, smallest fix), then the page itself: one what-if from click to picture, one
 * frame while the picture is moved (20 ms and less make 50 frames per second), first paint by the clock.
 */
const sizes = [100, 1000, 5000];
const rounds = 9;

/** Processor time of the page's main thread so far, in milliseconds. */
type Spent = () => Promise<number>;

if (!executable) throw new Error('this needs Chromium: apt-get install chromium, or set TREFOIL_CHROMIUM');
const explorer = await explorerPage();
console.log(`page without data: ${Buffer.byteLength(explorer).toLocaleString('en')} bytes`);
const browser = await launch();
const reports = sizes.map(size => generateReport(size));
console.log(
  row(['nodes', 'read JSON', 'lay out, grouped', 'lay out, all', 'what-if', 'smallest fix', 'shapes']),
);
for (const report of reports) console.log(row(await parts(browser, report)));
console.log(row(['nodes', 'file', 'first paint', 'what-if, click', 'second what-if', 'one frame', 'shapes']));
for (const report of reports) console.log(row(await wholePage(browser, report)));
await browser.close();

/** The pure parts, in an empty page. */
async function parts(browser: Browser, report: Report): Promise<readonly string[]> {
  const page = await browser.newPage();
  await page.addScriptTag({ content: await explorerCore() });
  await page.evaluate(json => Object.assign(globalThis, { json }), JSON.stringify(report));
  const spent = await clockOf(page);
  const time = (code: string, times = rounds): Promise<number> => repeat(page, spent, code, times);
  const base = await time('JSON.parse(json)');
  await page.evaluate('void use(JSON.parse(json))');
  const ratio = async (code: string, times?: number): Promise<string> => {
    const took = await time(code, times);
    return `${took.toFixed(1)} ms (${(took / base).toFixed(1)}x)`;
  };
  const cells = [
    String(report.nodes.length),
    `${base.toFixed(1)} ms`,
    await ratio("core.layout('auto')"),
    await ratio("core.layout('none')"),
    await ratio('core.whatIf()'),
    await ratio('core.minimumFix()', 1),
    String(await page.evaluate("core.layout('auto').items.length")),
  ];
  await page.close();
  return cells;
}

async function wholePage(browser: Browser, report: Report): Promise<readonly string[]> {
  const file = join(mkdtempSync(join(tmpdir(), 'trefoil-bench-')), 'report.html');
  writeFileSync(file, html(explorer, report));
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.goto(pathToFileURL(file).href);
  await page.waitForSelector('.verdict');
  const paint = await page.evaluate<number>(
    "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN",
  );
  const shapes = await page.locator('.picture g.item').count();
  const spent = await clockOf(page);
  const [first, second] = await clicks(page, spent);
  const cells = [
    String(report.nodes.length),
    `${(statSync(file).size / 1024).toFixed(0)} KB`,
    `${paint.toFixed(0)} ms`,
    `${first.toFixed(1)} ms`,
    `${second.toFixed(1)} ms`,
    `${(await perFrame(page, spent)).toFixed(1)} ms`,
    String(shapes),
  ];
  await page.close();
  return cells;
}

async function clockOf(page: Page): Promise<Spent> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
}

async function repeat(page: Page, spent: Spent, code: string, times: number): Promise<number> {
  const took: number[] = [];
  for (let round = 0; round < times; round++) {
    const before = await spent();
    await page.evaluate(`void ${code}`);
    took.push((await spent()) - before);
  }
  return median(took);
}

/** One change tried, then the next one, each from the click to the picture, drawn. */
async function clicks(page: Page, spent: Spent): Promise<readonly [first: number, second: number]> {
  const first: number[] = [];
  const second: number[] = [];
  for (let round = 0; round < rounds; round++) {
    first.push(await clicked(page, spent, '.best-cut [data-key^="try "]'));
    if (await page.locator('.next-cut').count())
      second.push(await clicked(page, spent, '.next-cut [data-key^="try "]'));
    await clicked(page, spent, '[data-key="end what-if"]');
  }
  return [median(first), median(second)];
}

async function clicked(page: Page, spent: Spent, selector: string): Promise<number> {
  const before = await spent();
  await page.evaluate(`new Promise(resolve => {
    document.querySelector(${JSON.stringify(selector)}).click();
    requestAnimationFrame(() => requestAnimationFrame(resolve));
  })`);
  return (await spent()) - before;
}

/** The picture is moved once per frame, for 120 frames. */
async function perFrame(page: Page, spent: Spent): Promise<number> {
  const before = await spent();
  await page.evaluate(`new Promise(resolve => {
    const picture = document.querySelector('.picture');
    let frames = 0;
    const move = () => {
      const deltaY = frames < 60 ? 12 : -12;
      picture.dispatchEvent(new WheelEvent('wheel', { deltaY, deltaX: deltaY / 4, cancelable: true }));
      if (++frames < 120) requestAnimationFrame(move);
      else resolve();
    };
    requestAnimationFrame(move);
  })`);
  return ((await spent()) - before) / 120;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}

function row(cells: readonly string[]): string {
  return cells.map(cell => cell.padEnd(20)).join('');
}
