import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { html } from '../../src/report/html.ts';
import { executable, explorerPage, launch } from './browser.ts';
import { deskReport } from './fixtures/desk.ts';

describe.skipIf(!executable)('the explorer with an earlier report', () => {
  let browser: Browser;
  let page: Page;
  let address = '';

  beforeAll(async () => {
    const [started, explorer] = await Promise.all([launch(), explorerPage()]);
    browser = started;
    const file = join(mkdtempSync(join(tmpdir(), 'trefoil-page-')), 'report.html');
    writeFileSync(file, html(explorer, deskReport(), deskReport(false)));
    address = pathToFileURL(file).href;
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  it('opens with what changed', async () => {
    await page.goto(address);
    await page.waitForSelector('.page');
    expect(await page.locator('.page h2, .page h1').first().textContent()).toBe('What changed');
    expect(await page.locator('.tiles li').first().textContent()).toBe('+1open chains');
    expect(await page.locator('.page').textContent()).toContain('send_mail');
  });

  it('opens a linked chain instead where the address names one', async () => {
    const [chain] = deskReport().chains;
    await page.goto('about:blank');
    await page.goto(`${address}#chain=${encodeURIComponent(chain?.id ?? '')}`);
    await page.waitForSelector('.story');
    expect(await page.locator('.page').count()).toBe(0);
  });
});
