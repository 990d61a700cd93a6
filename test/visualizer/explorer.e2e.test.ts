import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { executable, explorerPage, launch, type Opened, type OpenOptions, open } from './browser.ts';
import { deskReport } from './fixtures/desk.ts';
import { officeReport } from './fixtures/office.ts';

describe.skipIf(!executable)('the explorer in Chromium', () => {
  let browser: Browser;
  let explorer: string;
  let opened: Opened | undefined;
  const desk = deskReport();
  const office = officeReport();
  const worst = office.chains[0]?.id ?? '';

  beforeAll(async () => {
    [browser, explorer] = await Promise.all([launch(), explorerPage()]);
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    await opened?.close();
    opened = undefined;
  });
  const show = async (report = office, options: OpenOptions = {}) => {
    opened = await open(browser, explorer, report, options);
    return opened.page;
  };

  it('paints the picture and the verdict at once, without a request or an error', async () => {
    const page = await show(desk);
    expect(await page.locator('.verdict h2').textContent()).toBe('1 open chain');
    expect(await page.locator('.verdict').textContent()).toContain('send it out with ⁨send_mail⁩');
    expect(await page.locator('.picture g.item').count()).toBe(7);
    expect(await page.locator('g.band').count()).toBe(1);
    expect(await page.locator('.picture g.link .gate').count()).toBe(1);
    expect(await page.locator('.picture g.link.untrusted').count()).toBe(1);
    const box = await page.locator('g.item', { hasText: 'support_desk' }).boundingBox();
    expect(box?.width).toBeGreaterThan(100);
    expect(opened?.problems).toEqual([]);
  });

  it('tells the chosen chain: dims the rest, shows evidence, factors, fixes and alternatives', async () => {
    const page = await show();
    await page.click(`[data-key="chain ${worst}"]`);
    expect(new URL(page.url()).hash).toBe(`#chain=${worst}`);
    const story = page.locator('.story');
    expect(await story.locator('h2').textContent()).toBe('Lethal trifecta');
    expect(await story.locator('.leg.untrusted .evidence').textContent()).toContain(
      'issue of any repository',
    );
    expect(await story.locator('.factors meter').count()).toBe(4);
    expect(await story.locator('.standards li').count()).toBeGreaterThan(0);
    expect(await story.locator('.fixes li').count()).toBeGreaterThan(0);
    expect(await page.locator('.picture.choosing').count()).toBe(1);
    const opacity = (name: string) =>
      page
        .evaluate<string>(
          `getComputedStyle([...document.querySelectorAll('g.item')].find(item => item.textContent.includes('${name}'))).opacity`,
        )
        .then(Number);
    expect(await opacity('create_pull_request')).toBe(1);
    expect(await opacity('mail_digest')).toBeLessThan(0.4);
    await page.click('[data-key="back"]');
    expect(await page.locator('.picture.choosing').count()).toBe(0);
  });

  it('plays the story by itself and by keys', async () => {
    const page = await show(office, { hash: `chain=${worst}` });
    await page.clock.install();
    await page.click('[data-key="player play"]');
    expect(await page.locator('.player-text').textContent()).toContain('1 of 3');
    await page.clock.runFor(2300);
    expect(await page.locator('.player-text').textContent()).toContain('2 of 3');
    expect(await page.locator('.leg.sensitive.now').count()).toBe(1);
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('.player-text').textContent()).toContain('3 of 3');
    expect(await page.locator('g.link.now[data-leg="sink"]').count()).toBe(1);
    expect(page.url()).toContain('step=3');
    await page.keyboard.press('ArrowLeft');
    expect(page.url()).toContain('step=2');
    await page.clock.runFor(10_000);
    expect(page.url()).not.toContain('step');
    expect(await page.locator('[data-key="player play"]').getAttribute('aria-label')).toContain('Play');
  });

  it('tries one change and says what it stops, then takes it back', async () => {
    const page = await show(desk);
    await page.click('.best-cut [data-key^="try "]');
    expect(await page.locator('.drawer .score').textContent()).toContain('1 of 1');
    expect(await page.locator('.verdict h2').textContent()).toBe('With these changes: no open chain');
    expect(await page.locator('g.gate.tried').count()).toBe(1);
    expect(page.url()).toContain('edit=');
    await page.click('.edit button');
    expect(await page.locator('.drawer').count()).toBe(0);
    expect(await page.locator('.verdict h2').textContent()).toBe('1 open chain');
  });

  it('copies the code that makes the change', async () => {
    const page = await show(desk, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.click('.best-cut [data-key^="try "]');
    await page.click('[data-key="copy snippets"]');
    const code = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(code).toContain('# app/tools.py:84');
    expect(code).toMatch(/interrupt_on.*send_mail/);
  });

  it('removes a tool that was clicked in the picture', async () => {
    const page = await show(desk);
    await page.click('g.item:has-text("send_mail")');
    expect(await page.locator('.node-panel h2').textContent()).toBe('send_mail');
    await page.click('.what-if-buttons .fix-line:has-text("Remove it") button');
    expect(await page.locator('.drawer .score').textContent()).toContain('1 of 1');
    expect(await page.locator('g.item.removed').count()).toBe(1);
    expect(await page.locator('summary', { hasText: 'Gone: 1' }).count()).toBe(1);
  });

  it('changes a label only with a reason, and exports rows for trefoil.yml', async () => {
    const page = await show(desk, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.click('g.item:has-text("find_customer")');
    await page.click('summary:has-text("Change a label")');
    await page.selectOption('.relabel select', 'sensitive-data');
    await page.click('.relabel button');
    expect(await page.locator('.drawer').count()).toBe(0);
    await page.fill('.relabel input', 'only public product names');
    await page.click('.relabel button');
    expect(await page.locator('.drawer .score').textContent()).toContain('1 of 1');
    await page.click('[data-key="copy rows"]');
    const rows = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(rows).toContain('pattern: "find_customer"');
    expect(rows).toContain('reason: "only public product names"');
  });

  it('finds a smallest fix in one click, with a ticket that names it', async () => {
    const page = await show(office, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.click('[data-key="minimum fix"]');
    expect(await page.locator('.drawer .score').textContent()).toContain('5 of 5');
    expect(await page.locator('.edit').count()).toBe(4);
    await page.click('[data-key="copy ticket"]');
    const ticket = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(ticket).toContain('changes that stop 5 of 5 open chains');
    expect(ticket.match(/- \[ \]/g)).toHaveLength(4);
  });

  it('filters chains and picture by label, severity and file', async () => {
    const page = await show();
    await page.click('summary:has-text("Filters")');
    await page.click('[data-key="filter severity medium"]');
    expect(await page.locator('.panel .chain').count()).toBe(1);
    expect(page.url()).toContain('severity=medium');
    expect(await page.locator('.notes').textContent()).toContain('Filters are on');
    await page.click('[data-key="clear filters"]');
    await page.click('[data-key="filter file office/digest.py"]');
    expect(await page.locator('.picture g.item').count()).toBeLessThan(6);
    expect(await page.locator('g.item', { hasText: 'fetch_page' }).count()).toBe(0);
  });

  it('compares with an earlier report that is opened in the page', async () => {
    const page = await show(desk, { hash: 'view=compare' });
    const file = (text: string) => ({
      name: 'before.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
    await page.setInputFiles('input[type=file]', file('{"nodes":'));
    await page.waitForSelector('[role=alert]');
    expect(await page.locator('[role=alert]').textContent()).toContain('not JSON');
    await page.setInputFiles('input[type=file]', file(JSON.stringify(deskReport(false))));
    await page.waitForSelector('h2:has-text("What changed")');
    expect(await page.locator('.page .tiles li').first().textContent()).toContain('+1');
    expect(await page.locator('.page').textContent()).toContain('send_mail');
    await page.click('.page [data-key^="compare "]');
    expect(await page.locator('.story h2').textContent()).toBe('Lethal trifecta');
  });

  it('opens deep links, and says so when what they name is not there', async () => {
    const page = await show(office, { hash: `chain=${worst}&step=2` });
    expect(await page.locator('.player-text').textContent()).toContain('2 of 3');
    await page.goto(page.url().replace(/#.*/, '#chain=chain:gone'));
    expect(await page.locator('[role=alert]').textContent()).toContain('does not have chain:gone');
    await page.goBack();
    await page.waitForSelector('.story');
    expect(await page.locator('.story').count()).toBe(1);
  });

  it('finds the way between two nodes', async () => {
    const page = await show();
    await page.click('g.item:has-text("inbox webhook")');
    await page.click('[data-key="path"]');
    await page.click('g.item:has-text("mail_digest")');
    const notes = page.locator('.notes');
    expect(await notes.textContent()).toMatch(/front_office.*team_memory.*data can move in 4 steps/);
    expect(await page.locator('g.item', { hasText: 'fetch_page' }).count()).toBe(0);
    await page.click('[data-key="show all"]');
    expect(await page.locator('g.item', { hasText: 'fetch_page' }).count()).toBeGreaterThan(0);
  });

  it('finds the way to a node chosen by search or in a table, or says that there is none', async () => {
    const page = await show();
    const from = async (name: string) => {
      await page.click('[data-key="view map"]');
      await page.click(`g.item:has-text("${name}")`);
      await page.click('[data-key="path"]');
    };
    const notes = page.locator('.notes');
    await from('mail_digest');
    await page.fill('.search input', 'inbox webhook');
    await page.keyboard.press('Enter');
    expect(await notes.textContent()).toContain(
      'no data moves this way; they are connected by 4 connections',
    );
    await page.click('[data-key="show all"]');
    await from('inbox webhook');
    await page.click('[data-key="view tools"]');
    await page.click('.page .node-name:has-text("create_pull_request")');
    expect(await notes.textContent()).toContain('data can move in 3 steps');
    expect(page.url()).toContain('path=');
    await page.reload();
    expect(await notes.textContent()).toContain('data can move in 3 steps');
  });
});
