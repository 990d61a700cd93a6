import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { html } from '../src/report/html.ts';
import { executable, explorerPage, launch } from '../test/visualizer/browser.ts';
import { generateReport } from '../test/visualizer/fixtures/generate.ts';
import { layout } from '../visualizer/src/layout/layout.ts';
import { minimumFix } from '../visualizer/src/state/minimum-fix.ts';
import { whatIf } from '../visualizer/src/state/what-if.ts';

/**
 * How quick the explorer is: medians of one run in processor time, which other work on the machine does not stretch, with
 * the ratio to reading the same report from JSON. The last rows come from a real browser: one what-if from click to
 * picture, one frame while the picture is moved (20 ms and less make 50 frames per second), first paint by the clock.
 */
const sizes = [100, 1000, 5000];
const rounds = 9;

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}

function time(run: () => unknown): number {
  return median(Array.from({ length: rounds }, () => once(run)));
}

function once(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const row = (cells: readonly string[]): string => cells.map(cell => cell.padEnd(20)).join('');
const none: ReadonlySet<string> = new Set();

const explorer = await explorerPage();
console.log(`page without data: ${(Buffer.byteLength(explorer) / 1024).toFixed(1)} KB`);
console.log(
  row(['nodes', 'read JSON', 'lay out, grouped', 'lay out, all', 'what-if', 'smallest fix', 'shapes']),
);
for (const size of sizes) {
  const report = generateReport(size);
  const json = JSON.stringify(report);
  const base = time(() => JSON.parse(json));
  const input = { graph: report, chains: report.chains, opened: none, pinned: none };
  const target = report.chains[0]?.sink ?? '';
  const cells = [
    time(() => layout({ ...input, group: 'auto' })),
    time(() => layout({ ...input, group: 'none' })),
    time(() => whatIf(report, [{ change: 'approve', target }])),
  ].map(spent => `${spent.toFixed(1)} ms (${(spent / base).toFixed(1)}x)`);
  const fix = `${once(() => minimumFix(report)).toFixed(0)} ms`;
  const shapes = layout({ ...input, group: 'auto' }).items.length;
  console.log(row([String(size), `${base.toFixed(1)} ms`, ...cells, fix, String(shapes)]));
}

if (executable) await inBrowser();

async function inBrowser(): Promise<void> {
  const browser = await launch();
  console.log(row(['nodes', 'file', 'first paint', 'what-if, click', 'one frame', 'shapes']));
  for (const size of sizes) {
    const report = generateReport(size);
    const file = join(mkdtempSync(join(tmpdir(), 'trefoil-bench-')), 'report.html');
    writeFileSync(file, html(explorer, report));
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    await page.goto(pathToFileURL(file).href);
    await page.waitForSelector('.verdict');
    const paint = await page.evaluate<number>(
      "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN",
    );
    const shapes = await page.locator('.picture g.item').count();
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    const spent = async (): Promise<number> => {
      const { metrics } = await cdp.send('Performance.getMetrics');
      return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
    };
    console.log(
      row([
        String(size),
        `${(statSync(file).size / 1024).toFixed(0)} KB`,
        `${paint.toFixed(0)} ms`,
        `${(await perClick(page, spent)).toFixed(1)} ms`,
        `${(await perFrame(page, spent)).toFixed(1)} ms`,
        String(shapes),
      ]),
    );
    await page.close();
  }
  await browser.close();
}

/** Processor time of the page's main thread, in milliseconds. */
type Spent = () => Promise<number>;

/** One change tried, from the click to the picture, drawn. */
async function perClick(page: Page, spent: Spent): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = await spent();
    await page.evaluate(click('.best-cut [data-key^="try "]'));
    times.push((await spent()) - before);
    await page.evaluate(click('.edit button'));
  }
  return median(times);
}

function click(selector: string): string {
  return `new Promise(resolve => {
    document.querySelector(${JSON.stringify(selector)}).click();
    requestAnimationFrame(() => requestAnimationFrame(resolve));
  })`;
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
