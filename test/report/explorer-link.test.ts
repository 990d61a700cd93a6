import { describe, expect, it } from 'vitest';
import { chainLink, isPage } from '../../src/report/explorer-link.ts';
import { html } from '../../src/report/html.ts';
import { markdown } from '../../src/report/markdown.ts';
import { sarif } from '../../src/report/sarif.ts';
import { readHash } from '../../visualizer/src/state/hash.ts';
import { deskReport, nastyReport } from './sample-report.ts';

describe('a link to a chain', () => {
  it.each(['chain:2f87b107e69c13f8', 'a b&c=d#e', 'ünï‮x'])('is read by the explorer: %s', id => {
    const link = chainLink('out/report.html', id);
    expect(readHash(link.slice(link.indexOf('#'))).chain).toBe(id);
  });

  it('stays inside Markdown and after the page', () => {
    expect(chainLink('my (old) #1.html', 'x')).toBe('my%20%28old%29%20%231.html#chain=x');
  });

  it.each([
    ['report.html', true],
    ['../out/report.html', true],
    ['https://ci.example.com/report.html', true],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['', false],
    ['a\u001b[2J', false],
  ])('starts with a page: %j %s', (page, expected) => {
    expect(isPage(page)).toBe(expected);
  });
});

describe('formats with a link to the explorer', () => {
  it('Markdown: one per chain, none without a page', () => {
    expect(markdown(deskReport, 'report.html')).toContain(
      '[Show it in the explorer](report.html#chain=c0ffee)',
    );
    expect(markdown(deskReport)).not.toContain('explorer');
    expect(markdown(nastyReport, 'r.html').match(/\]\(r\.html#chain=/g)).toHaveLength(
      nastyReport.chains.length,
    );
  });

  it('SARIF: a viewer where the address is absolute, else a property', () => {
    const results = (page?: string) =>
      JSON.parse(sarif(deskReport, [], page)).runs[0].results.filter(
        (result: { properties: { chain?: string } }) => result.properties.chain,
      );
    const [near] = results('report.html');
    expect(near.properties.explorer).toBe('report.html#chain=c0ffee');
    expect(near.hostedViewerUri).toBeUndefined();
    const [far] = results('https://ci.example.com/r.html');
    expect(far.hostedViewerUri).toBe('https://ci.example.com/r.html#chain=c0ffee');
    expect(results()[0].properties.explorer).toBeUndefined();
  });
});

describe('an earlier report in the page', () => {
  const page = '<script type="application/json" id="trefoil-report"></script>';

  it('stands beside the report and cannot leave its place', () => {
    const out = html(page, deskReport, nastyReport);
    expect(out.match(/<script/g)).toHaveLength(2);
    expect(out.match(/<\/script>/g)).toHaveLength(2);
    const [, json = ''] = /id="trefoil-earlier">([\s\S]*?)<\/script>/.exec(out) ?? [];
    expect(JSON.parse(json)).toEqual(nastyReport);
    expect(html(page, deskReport)).not.toContain('trefoil-earlier');
  });
});
