import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { executable, explorerPage, launch, type Opened, type OpenOptions, open } from './browser.ts';
import { generateReport } from './fixtures/generate.ts';
import { officeReport } from './fixtures/office.ts';

/** How high the letters of shapes that stand out, or of all, are on the screen, in pixels; the smallest. */
function smallestName(page: Page, only: string): Promise<number> {
  return page.evaluate<number>(`Math.min(
    ...[...document.querySelectorAll('.picture ${only} text.name')].map(
      name => Number.parseFloat(getComputedStyle(name).fontSize) * name.getScreenCTM().a,
    ),
  )`);
}

/** Clicks the button for the smallest fix so many times at one go, and says what it reads after each. */
function clickFix(page: Page, times: number): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`Array.from({ length: ${times} }, () => {
    const button = () => document.querySelector('[data-key="minimum fix"]');
    button().click();
    return button()?.textContent ?? '';
  })`);
}

describe.skipIf(!executable)('ways through the explorer', () => {
  let browser: Browser;
  let explorer: string;
  let opened: Opened | undefined;
  const office = officeReport();

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
  const shapes = (page: Page, name: string) => page.locator('.picture g.item', { hasText: name }).count();

  it('opens a large report, which comes packed', async () => {
    const large = generateReport(3_000);
    expect(JSON.stringify(large).length).toBeGreaterThan(1_000_000);
    const page = await show(large);
    expect(await page.locator('.picture g.item').count()).toBeGreaterThan(0);
    expect(await page.locator('script#trefoil-packed').count()).toBe(1);
  });

  it('tries changes on a connection, an agent and a server', async () => {
    const page = await show();
    await page
      .locator('.picture g.link', { hasText: 'researcher to fetch_page' })
      .first()
      .dispatchEvent('click');
    expect(await page.locator('h2.ends').textContent()).toBe('researcher and fetch_page');
    await page.click('.what-if-buttons .fix-line:has-text("Ask a person first") button');
    expect(await page.locator('.picture g.gate.tried').count()).toBeGreaterThan(0);
    const ofConnection = await page.locator('.drawer .score strong').textContent();
    expect(ofConnection).toMatch(/^[1-4] of 5$/);
    await page.click('[data-key="end what-if"]');

    await page.fill('.search input', 'researcher');
    await page.keyboard.press('Enter');
    await page.click('.what-if-buttons .fix-line:has-text("Ask a person first") button');
    expect(await page.locator('.drawer summary', { hasText: 'Behind a gate now' }).count()).toBe(1);
    await page.click('[data-key="end what-if"]');

    await page.fill('.search input', 'github');
    await page.keyboard.press('Enter');
    expect(await page.locator('.node-panel h2').textContent()).toBe('github');
    await page.click('.what-if-buttons .fix-line:has-text("Remove it") button');
    expect(await page.locator('.picture g.item.removed', { hasText: 'create_pull_request' }).count()).toBe(1);
    expect(await page.locator('.drawer summary', { hasText: 'Gone' }).count()).toBe(1);
    expect(opened?.problems).toEqual([]);
  });

  it('filters by label, kind, status and framework', async () => {
    const page = await show();
    await page.click('summary:has-text("Filters")');
    const only = async (filter: string): Promise<Page> => {
      await page.click(`[data-key="filter ${filter}"]`);
      return page;
    };
    const clear = () => page.click('[data-key="clear filters"]');
    await only('label sensitive-data');
    expect(await shapes(page, 'find_documents')).toBe(1);
    expect(await shapes(page, 'post_to_channel')).toBe(0);
    await clear();
    await only('kind store');
    expect(await shapes(page, 'team_memory')).toBeGreaterThan(0);
    expect(await shapes(page, 'fetch_page')).toBe(0);
    await clear();
    await only('framework mcp-config');
    expect(await shapes(page, 'get_issue')).toBe(1);
    expect(await shapes(page, 'find_documents')).toBe(0);
    await clear();
    await only('status open');
    expect(await page.locator('.panel .chain').count()).toBe(5);
    expect(page.url()).toContain('status=open');
  });

  it('shows one neighbourhood, and everything again', async () => {
    const page = await show();
    await page.click('g.item:has-text("fetch_page")');
    await page.click('[data-key="focus"]');
    expect(page.url()).toContain('focus=');
    expect(await shapes(page, 'researcher')).toBe(1);
    expect(await shapes(page, 'mail_digest')).toBe(0);
    expect(await page.locator('.notes').textContent()).toContain('Only ⁨fetch_page⁩ and its neighbours');
    await page.click('[data-key="show all"]');
    expect(await shapes(page, 'mail_digest')).toBeGreaterThan(0);
  });

  it('groups thousands by server, framework, file or agent', async () => {
    const page = await show(generateReport(600));
    const counts: number[] = [];
    for (const group of ['none', 'server', 'framework', 'file', 'agent']) {
      await page.selectOption('[data-key="grouping"]', group);
      counts.push(
        await page.evaluate('document.querySelectorAll(".picture g.item, .picture g.band").length'),
      );
    }
    const [all = 0, ...grouped] = counts;
    for (const count of grouped) expect(count).toBeLessThan(all);
    expect(new Set(grouped).size).toBeGreaterThan(2);
  });

  it('says in the matrix which labels meet in which agent', async () => {
    const page = await show(office, { hash: 'view=matrix' });
    const row = page.locator('table.rows tbody tr', { hasText: 'researcher' });
    expect(await row.count()).toBe(1);
    expect(await page.locator('table.grid').textContent()).toContain('fetch_page');
    await row.locator('.node-name').first().click();
    expect(page.url()).toContain('node=');
  });

  it('looks for a fix without holding up the page, and stops when told', async () => {
    const page = await show(generateReport(3000));
    const [busy, stopped] = await clickFix(page, 2);
    expect(busy).toMatch(/^Stop the search \(\d+ changes?, \d+ chains? left\)$/);
    expect(stopped).toBe('Find the smallest fix');
    await page.waitForTimeout(200);
    expect(await page.locator('.drawer').count()).toBe(0);
    await clickFix(page, 1);
    await page.waitForSelector('.drawer .score', { timeout: 60_000 });
    expect(await page.locator('.verdict h2').textContent()).toBe('With these changes: no open chain');
  }, 120_000);

  it('shows names on a phone that can be read without pinching', async () => {
    const page = await show(office, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    expect(await smallestName(page, 'g.item:not(.part)')).toBeGreaterThan(7.5);
    await page.click('[data-key="show worst"]');
    await page.waitForSelector('g.item.now');
    for (let step = 0; step < 3; step++) {
      expect(await smallestName(page, 'g.item.now'), `step ${step + 1}`).toBeGreaterThan(10);
      await page.click('[data-key="player next"]');
    }
  });

  it('stands still for people who want less movement', async () => {
    const page = await show(office, { hash: `chain=${office.chains[0]?.id}&step=1` });
    const place = () => page.evaluate<string>('document.querySelector(".pulse")?.getAttribute("cx") ?? ""');
    const before = await place();
    expect(before).not.toBe('');
    await page.waitForTimeout(300);
    expect(await place()).toBe(before);
  });
});
