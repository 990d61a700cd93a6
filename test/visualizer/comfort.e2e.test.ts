import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { executable, explorerPage, launch, type Opened, type OpenOptions, open } from './browser.ts';
import { emptyReport } from './fixtures/empty.ts';
import { generateReport } from './fixtures/generate.ts';
import { hostileReport } from './fixtures/hostile.ts';
import { officeReport } from './fixtures/office.ts';

const views = ['map', 'list', 'tools', 'matrix', 'inventory', 'coverage', 'compare'] as const;

/** Violations that keep people out, as `rule: element`; of all rules, or of those that colours can break. */
async function violations(page: Page, colours: boolean): Promise<readonly string[]> {
  return page.evaluate(async only => {
    const { axe: page } = globalThis as unknown as {
      axe: {
        run(
          options: object,
        ): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations: found } = await page.run(only ? { runOnly: ['color-contrast'] } : {});
    return found
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html.slice(0, 160)}`));
  }, colours);
}

/** What an attacker who could reach the page would try first; runs in the page. */
const attack = `(async () => {
  const seen = [];
  document.addEventListener('securitypolicyviolation', event => seen.push(event.effectiveDirective));
  const tries = [
    () => document.body.append(Object.assign(document.createElement('script'), { text: 'globalThis.hacked = 1' })),
    () => { document.body.setAttribute('onclick', 'globalThis.hacked = 2'); document.body.click(); },
    () => { document.body.innerHTML += '<img src=x onerror="globalThis.hacked = 3">'; },
    () => document.body.append(Object.assign(document.createElement('script'), { src: 'https://example.com/x.js' })),
  ];
  for (const attempt of tries) try { attempt(); } catch (error) { seen.push(String(error)); }
  await new Promise(resolve => setTimeout(resolve, 50));
  return { seen, hacked: globalThis.hacked };
})()`;

describe.skipIf(!executable)('comfort and safety of the explorer', () => {
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

  it.each(['light', 'dark'] as const)(
    'has no serious accessibility violation on any page (%s)',
    async colorScheme => {
      const page = await show(office, { colorScheme, bypassCSP: true });
      await page.evaluate(axe.source);
      for (const view of views) {
        await page.click(`[data-key="view ${view}"]`);
        expect(await violations(page, colorScheme === 'dark'), view).toEqual([]);
      }
      await page.click('[data-key="view map"]');
      await page.click('[data-key="minimum fix"]');
      await page.click('.panel .chain');
      expect(await violations(page, colorScheme === 'dark'), 'story and what-if').toEqual([]);
      await page.click('[data-key="settings"]');
      expect(await violations(page, colorScheme === 'dark'), 'settings').toEqual([]);
      await page.keyboard.press('Escape');
      await page.fill('.search input', 'mail');
      expect(await violations(page, colorScheme === 'dark'), 'search').toEqual([]);
      await page.keyboard.press('Enter');
      await page.click('.legend summary');
      expect(await violations(page, colorScheme === 'dark'), 'node and legend').toEqual([]);
      await page.keyboard.press('?');
      expect(await violations(page, colorScheme === 'dark'), 'help').toEqual([]);
    },
    120_000,
  );

  it('is led by keys alone: search, choose, move in the picture, go back', async () => {
    const page = await show();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the chains');
    await page.keyboard.press('/');
    await page.keyboard.type('mail_dig');
    await page.keyboard.press('Enter');
    expect(await page.locator('.node-panel h2').textContent()).toBe('mail_digest');
    await page.keyboard.press('Escape');
    expect(await page.locator('.verdict').count()).toBe(1);
    await page.keyboard.press('j');
    expect(await page.locator('.story').count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.locator('g.item[tabindex="0"]').focus();
    const before = await page.evaluate('document.activeElement.dataset.id');
    await page.keyboard.press('ArrowRight');
    const after = await page.evaluate('document.activeElement.dataset.id');
    expect(after).not.toBe(before);
    expect(after).toContain('researcher');
    await page.keyboard.press('Enter');
    expect(await page.locator('.node-panel h2').textContent()).toBe('researcher');
    await page.keyboard.press('3');
    expect(await page.locator('.page h2').textContent()).toBe('Tools');
  });

  it('keeps single letters out of the way when they are switched off', async () => {
    const page = await show();
    await page.click('[data-key="settings"]');
    await page.uncheck('#letter-keys');
    await page.click('dialog .button.main');
    await page.keyboard.press('3');
    expect(await page.locator('.page').count()).toBe(0);
  });

  it('follows the system in the dark, and lets the person choose', async () => {
    const page = await show(office, { colorScheme: 'dark' });
    const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(await ground()).toBe('rgb(16, 20, 27)');
    await page.click('[data-key="theme"]');
    expect(await ground()).toBe('rgb(246, 247, 249)');
    await page.reload();
    expect(await ground()).toBe('rgb(246, 247, 249)');
  });

  it('weighs at most 200 KB without data', () => {
    expect(Buffer.byteLength(explorer)).toBeLessThanOrEqual(200 * 1024);
  });

  it('runs no script but its own', async () => {
    const page = await show();
    const policy = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', 'content');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    const blocked = await page.evaluate<{ readonly seen: readonly string[]; readonly hacked?: number }>(
      attack,
    );
    expect(blocked.hacked).toBeUndefined();
    expect(blocked.seen.length).toBeGreaterThanOrEqual(4);
  });

  it('shows a hostile report as text everywhere', async () => {
    const report = hostileReport();
    const page = await show(report, { hash: `chain=${report.chains[0]?.id}` });
    for (const view of views) {
      await page.click(`[data-key="view ${view}"]`);
      for (const summary of await page.locator('.sheet summary').all()) await summary.click();
      expect(await page.evaluate(() => (globalThis as { hacked?: number }).hacked), view).toBeUndefined();
      expect(await page.locator('img, iframe, object, embed, [onload], [onerror]').count(), view).toBe(0);
      expect(await page.evaluate('document.documentElement.scrollWidth'), view).toBeLessThanOrEqual(1280);
    }
    expect(await page.locator('script:not([type="application/json"])').count()).toBe(1);
    expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
    expect(await page.textContent('.title h1')).toContain('</script><script>');
    // biome-ignore lint/performance/useDomNodeTextContent: only what is shown counts.
    expect(await page.innerText('body')).not.toContain('\u202e');
    expect(opened?.problems).toEqual([]);
  });

  it('exports the picture as SVG and PNG that stand alone', async () => {
    const page = await show();
    const take = async (item: string): Promise<Buffer> => {
      await page.click('[data-key="export"] summary');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.click(`.menu-item:has-text("${item}")`),
      ]);
      return readFileSync(await download.path());
    };
    const svg = (await take('SVG')).toString();
    expect(svg).toMatch(/^<svg/);
    expect(svg).toContain('create_pull_req');
    expect(svg).toContain('pattern-untrusted');
    expect(svg).not.toMatch(/<script|var\(--|foreignObject/);
    const png = await take('PNG');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeGreaterThan(1500);
    expect(JSON.parse((await take('Report as JSON')).toString())).toEqual(JSON.parse(JSON.stringify(office)));
    expect(opened?.problems).toEqual([]);
  });

  it('reads well on a phone in portrait', async () => {
    const page = await show(office, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    for (const view of views) {
      await page.click(`[data-key="view ${view}"]`);
      expect(await page.evaluate('document.documentElement.scrollWidth'), view).toBeLessThanOrEqual(390);
    }
    await page.click('[data-key="view map"]');
    await page.click('[data-key="show worst"]');
    expect(await page.locator('.story .leg').count()).toBe(3);
    expect((await page.locator('.picture').boundingBox())?.height).toBeGreaterThan(180);
  });

  it('prints without the controls', async () => {
    const page = await show();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.search').isVisible()).toBe(false);
    expect((await page.locator('.picture').boundingBox())?.height).toBeGreaterThan(300);
    expect(await page.locator('.panel .chain').first().isVisible()).toBe(true);
  });

  it('asks for a report when there is none, or none that can be read', async () => {
    opened = await open(browser, explorer, undefined);
    expect(await opened.page.locator('h1').textContent()).toBe('Trefoil explorer');
    await opened.page.setInputFiles('input[type=file]', {
      name: 'r.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(office)),
    });
    await opened.page.waitForSelector('.verdict');
    await opened.close();
    opened = await open(browser, explorer, undefined, { raw: '{"schemaVersion":9,"nodes":[],"chains":[]}' });
    expect(await opened.page.locator('[role=alert]').textContent()).toContain('format version 9');
  });

  it('says plainly that nothing was found', async () => {
    const page = await show(emptyReport());
    expect(await page.textContent('.verdict')).toContain('Nothing that looks like an agent');
    expect(await page.textContent('.map')).toContain('Nothing to draw');
    for (const view of views) await page.click(`[data-key="view ${view}"]`);
    expect(opened?.problems).toEqual([]);
  });

  it('draws 5,000 nodes collapsed, opens groups, and stays quick', async () => {
    const page = await show(generateReport(5000));
    const shapes = await page.locator('.picture g.item').count();
    expect(shapes).toBeGreaterThan(50);
    expect(shapes).toBeLessThanOrEqual(500);
    const group = page.locator('.picture g.item.group').first();
    await group.focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.picture g.item').count()).toBeGreaterThan(shapes);
    await page.click('[data-key="show worst"]');
    expect(await page.locator('.story').count()).toBe(1);
    expect(opened?.problems).toEqual([]);
  });
});
