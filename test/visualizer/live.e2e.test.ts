import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { livePage } from '../../src/cli/view.ts';
import { serve, type ViewServer } from '../../src/cli/view-server.ts';
import { createSourceReader } from '../../src/cli/view-sources.ts';
import { html } from '../../src/report/html.ts';
import { executable, explorerPage, launch } from './browser.ts';
import { deskReport } from './fixtures/desk.ts';

describe.skipIf(!executable)('the explorer served by trefoil view', () => {
  const root = mkdtempSync(join(tmpdir(), 'trefoil-view-'));
  const before = deskReport(false);
  const after = deskReport();
  const sources = createSourceReader(root);
  let browser: Browser;
  let explorer: string;
  let server: ViewServer;
  let page: Page;

  beforeAll(async () => {
    mkdirSync(join(root, 'app'));
    const lines = Array.from({ length: 120 }, (_, at) =>
      at === 14 ? 'return ticket.body' : `line_${at + 1}`,
    );
    writeFileSync(join(root, 'app/tools.py'), lines.join('\n'));
    writeFileSync(join(root, 'secret.txt'), 'not for the page');
    [browser, explorer] = await Promise.all([launch(), explorerPage()]);
    sources.allow(before);
    server = await serve(livePage(html(explorer, before), root), 0, sources);
    page = await browser.newPage();
    await page.goto(server.url);
    await page.waitForSelector('.verdict');
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('links to the editor and shows source lines where the evidence is', async () => {
    await page.click('.panel .chain');
    const here = page.locator('.leg.untrusted .snippet .row.here');
    await here.waitFor();
    expect(await here.textContent()).toBe('15return ticket.body');
    const link = await page.locator('.leg.untrusted a.place').first().getAttribute('href');
    expect(link).toBe(`vscode://file${root}/app/tools.py:12`);
  });

  it('answers lines of named files only', async () => {
    const status = (query: string) =>
      page.evaluate(path => fetch(path).then(answer => answer.status), `/source?${query}`);
    expect(await status('file=app/tools.py&line=3')).toBe(200);
    expect(await status('file=secret.txt&line=1')).toBe(404);
    expect(await status('file=../../etc/passwd&line=1')).toBe(404);
    expect(await status('file=app/tools.py&line=zero')).toBe(404);
    expect(await status('line=1')).toBe(404);
  });

  it('takes a new report and keeps the view', async () => {
    const address = page.url();
    sources.allow(after);
    server.update(livePage(html(explorer, after), root));
    await page.waitForSelector('g.item:has-text("send_mail")');
    expect(page.url()).toBe(address);
    expect(await page.locator('.story').count()).toBe(1);
    await page.click('[data-key="back"]');
    expect(await page.locator('.verdict h2').textContent()).toBe('1 open chain');
  });
});
