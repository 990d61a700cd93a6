import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { embed, html } from '../../src/report/html.ts';
import { markdown } from '../../src/report/markdown.ts';
import { mermaid } from '../../src/report/mermaid.ts';
import { deskReport, nastyName, nastyReport } from './sample-report.ts';

const page =
  '<!doctype html><script type="application/json" id="trefoil-report">null</script><script>start()</script>';

describe('html', () => {
  it('puts the report where the explorer looks for it, and nothing else', () => {
    const out = html(page, nastyReport);
    const body = /id="trefoil-report">([\s\S]*?)<\/script>/.exec(out)?.[1] ?? '';
    expect(JSON.parse(body)).toEqual(JSON.parse(JSON.stringify(nastyReport)));
    expect(out.match(/<\/script>/g)).toHaveLength(2);
    expect(out.endsWith('</script><script>start()</script>')).toBe(true);
  });

  it('escapes what could end a script or a line', () => {
    expect(embed(`${nastyName}<!--\u2029`)).not.toMatch(/[<>&\u2028\u2029]/);
  });

  it('replaces a report that is there already', () => {
    expect(html(html(page, nastyReport), deskReport)).toBe(html(page, deskReport));
  });

  it('packs a large report, the same way each time', () => {
    const gaps = Array.from({ length: 20_000 }, (_, line) => ({
      reason: 'runtime-only' as const,
      detail: nastyName,
      location: { file: 'app.py', line: line + 1 },
    }));
    const large = { ...nastyReport, gaps };
    const out = html(page, large);
    const packed = /id="trefoil-packed">([\w+/=]+)<\/script>/.exec(out)?.[1] ?? '';
    expect(JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString())).toEqual(
      JSON.parse(JSON.stringify(large)),
    );
    expect(out).toContain('id="trefoil-report">null</script>');
    expect(html(page, large)).toBe(out);
  });

  it('refuses a page that has no place for a report', () => {
    expect(() => html('<html></html>', deskReport)).toThrow(/no report marker/);
  });
});

describe('markdown', () => {
  it('tells the report', async () => {
    await expect(markdown(deskReport)).toMatchFileSnapshot('golden/desk.md');
  });

  it('keeps hostile names text', async () => {
    const out = markdown(nastyReport);
    await expect(out).toMatchFileSnapshot('golden/nasty.md');
    const withoutCode = out.replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, 'CODE');
    expect(withoutCode).not.toMatch(/<script|<img|https?:\/\/|@user|\]\(|\p{Cf}/u);
  });
});

describe('mermaid', () => {
  it('draws the chains', async () => {
    await expect(mermaid(deskReport)).toMatchFileSnapshot('golden/desk.mmd');
  });

  it('escapes everything Mermaid could read as syntax', async () => {
    const out = mermaid(nastyReport);
    await expect(out).toMatchFileSnapshot('golden/nasty.mmd');
    for (const label of out.match(/"[^\n]*"/g) ?? []) {
      expect(label.slice(1, -1)).toMatch(/^(?:[\p{L}\p{N} _.,/-]|#\d+;|"\|? ?)*$/u);
    }
  });

  it('draws agents and their tools when there is no chain', () => {
    expect(mermaid({ ...deskReport, chains: [] })).toContain('uses');
  });
});
