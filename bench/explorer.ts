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
 * How quick the explorer is: medians of one run, with the ratio to reading the same report from JSON. The last rows come
 * from a real browser: first paint, one what-if from click to picture, frames per second while the picture is dragged.
 */
const sizes = [100, 1000, 5000];
const rounds = 9;

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}

function time(run: () => unknown): number {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return median(times);
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
  const start = performance.now();
  minimumFix(report);
  const fix = `${(performance.now() - start).toFixed(0)} ms`;
  const shapes = layout({ ...input, group: 'auto' }).items.length;
  console.log(row([String(size), `${base.toFixed(1)} ms`, ...cells, fix, String(shapes)]));
}

if (executable) await inBrowser();

async function inBrowser(): Promise<void> {
  const browser = await launch();
  console.log(row(['nodes', 'file', 'first paint', 'what-if, click', 'frames per second', 'shapes']));
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
    console.log(
      row([
        String(size),
        `${(statSync(file).size / 1024).toFixed(0)} KB`,
        `${paint.toFixed(0)} ms`,
        `${(await clickTime(page)).toFixed(1)} ms`,
        (await framesPerSecond(page)).toFixed(0),
        String(shapes),
      ]),
    );
    await page.close();
  }
  await browser.close();
}

/** Milliseconds from the click on a change to the end of the work it causes, layout and style included. */
async function clickTime(page: Page): Promise<number> {
  return median(
    await page.evaluate<number[]>(`(async () => {
      const times = [];
      for (let round = 0; round < ${rounds}; round++) {
        const start = performance.now();
        document.querySelector('.best-cut [data-key^="try "], .edit button').click();
        document.body.getBoundingClientRect();
        times.push(performance.now() - start);
        await new Promise(resolve => setTimeout(resolve, 30));
        if (document.querySelector('.edit button')) document.querySelector('.edit button').click();
        await new Promise(resolve => setTimeout(resolve, 30));
      }
      return times;
    })()`),
  );
}

/** Frames per second while the picture is moved once per frame, for two seconds. */
async function framesPerSecond(page: Page): Promise<number> {
  return page.evaluate<number>(`new Promise(resolve => {
    const picture = document.querySelector('.picture');
    const start = performance.now();
    let frames = 0;
    const move = now => {
      const deltaY = frames % 120 < 60 ? 12 : -12;
      picture.dispatchEvent(new WheelEvent('wheel', { deltaY, deltaX: deltaY / 4, cancelable: true }));
      frames++;
      if (now - start < 2000) requestAnimationFrame(move);
      else resolve(frames / ((now - start) / 1000));
    };
    requestAnimationFrame(move);
  })`);
}
