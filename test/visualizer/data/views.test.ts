import { describe, expect, it } from 'vitest';
import { compareReports } from '../../../visualizer/src/data/compare.ts';
import { editorLink, isSafeTemplate } from '../../../visualizer/src/data/editor-link.ts';
import { indexReport } from '../../../visualizer/src/data/index-report.ts';
import { matrixOf } from '../../../visualizer/src/data/matrix.ts';
import { plural, shown } from '../../../visualizer/src/data/names.ts';
import { pathBetween } from '../../../visualizer/src/data/path-between.ts';
import { search } from '../../../visualizer/src/data/search.ts';
import { sortTools, toolRows } from '../../../visualizer/src/data/tool-rows.ts';
import { deskReport } from '../fixtures/desk.ts';
import { officeReport } from '../fixtures/office.ts';

const report = officeReport();
const index = indexReport(report);
const id = (name: string): string => report.nodes.find(node => node.name === name)?.id ?? '';

describe('compare', () => {
  it('names what came, what went and what changed', () => {
    const { nodes, chains } = compareReports(deskReport(false), deskReport());
    expect(nodes.added.map(({ name }) => name)).toEqual(['send_mail']);
    expect(nodes.removed).toEqual([]);
    expect(chains.added.map(({ rule }) => rule)).toEqual(['lethal-trifecta']);
  });

  it('says how a chain changed', () => {
    const before = deskReport();
    const chains = before.chains.map((chain, at) =>
      at === 0 ? { ...chain, status: 'gated' as const, severity: 'low' as const } : chain,
    );
    const { chains: found } = compareReports(before, { ...before, chains });
    expect(found.changed).toHaveLength(1);
    expect(found.changed[0]?.changes).toEqual(['was open, is gated', 'was high, is low']);
    expect(compareReports(before, before).chains).toEqual({ added: [], removed: [], changed: [] });
  });
});

describe('search', () => {
  it('finds by name, file, label and chain; the best name first', () => {
    expect(search(index, 'fetch').nodes[0]?.name).toBe('fetch_page');
    expect(search(index, 'office/digest.py').nodes.map(({ name }) => name)).toContain('mail_digest');
    expect(search(index, 'sensitive-data document').nodes.map(({ name }) => name)).toEqual([
      'find_documents',
    ]);
    expect(search(index, 'trifecta mail_digest').chains).toHaveLength(1);
    expect(search(index, 'no such thing').total).toBe(0);
    expect(search(index, '   ').total).toBe(0);
  });
});

describe('the path between two nodes', () => {
  it('follows data where it can, else any connection', () => {
    expect(pathBetween(index, id('inbox webhook'), id('mail_digest'))).toMatchObject({
      directed: true,
      nodes: ['inbox webhook', 'front_office', 'team_memory', 'nightly_digest', 'mail_digest'].map(id),
    });
    expect(pathBetween(index, id('mail_digest'), id('inbox webhook'))?.directed).toBe(false);
    expect(pathBetween(index, id('front_office'), 'nowhere')).toBeUndefined();
  });
});

describe('the matrix', () => {
  it('shows who can use what, behind which gates, and what meets', () => {
    const matrix = matrixOf(index);
    expect(matrix.cells.get(id('archivist'))?.get(id('post_to_channel'))).toEqual({
      labels: ['external-sink'],
      gated: true,
    });
    expect(matrix.cells.get(id('researcher'))?.get(id('fetch_page'))).toEqual({
      labels: ['untrusted-input', 'external-sink'],
      gated: false,
    });
    expect(matrix.cells.get(id('archivist'))?.has(id('fetch_page'))).toBe(false);
    expect(matrix.totals.get(id('researcher'))?.get('untrusted-input')).toBe(2);
    expect(matrix.agents[0]?.name).toBe('researcher');
  });
});

describe('the table of tools', () => {
  it('lists tools with servers, agents and chains, and sorts by any column', () => {
    const rows = toolRows(index);
    const row = rows.find(({ node }) => node.name === 'get_issue');
    expect(row).toMatchObject({ server: 'github', agents: 1 });
    expect(row?.chains).toBe(report.chains.filter(chain => chain.untrusted === id('get_issue')).length);
    for (const key of ['name', 'labels', 'confidence', 'chains', 'agents', 'place'] as const) {
      const up = sortTools(rows, key, false);
      const down = sortTools(rows, key, true);
      expect(new Set(up)).toEqual(new Set(down));
      expect(up[0]).not.toBe(down[0]);
    }
    expect(sortTools(rows, 'confidence', true)[0]?.confidence).toBe(0.9);
  });
});

describe('links into the editor', () => {
  it('encode names of the tree, and run nothing', () => {
    const place = { file: 'a b/#x?.py', line: 7 };
    expect(editorLink('vscode://file/{root}/{file}:{line}', '/home/me', place)).toBe(
      'vscode://file/home/me/a%20b/%23x%3F.py:7',
    );
    expect(editorLink('vscode://file/{root}/{file}:{line}', 'C:\\work', place)).toContain(
      'vscode://file/C:/work/',
    );
    expect(editorLink('vscode://file/{root}/{file}', '', place)).toBeUndefined();
    for (const template of [
      'javascript:alert({file})',
      'data:text/html,{file}',
      'vscode://x',
      'vscode://{file}"onclick=',
      ' javascript:{file}',
    ])
      expect(isSafeTemplate(template), template).toBe(false);
  });
});

describe('names', () => {
  it('show no hidden characters and stay short', () => {
    expect(shown('a\u202eb\u0000c\nd')).toBe('a\ufffdb\ufffdc d');
    expect(shown('x'.repeat(10_000), 20)).toHaveLength(20);
    expect(shown('👩‍🚀'.repeat(50), 10)).not.toMatch(/[\ud800-\udbff]$/);
  });

  it('count in English', () => {
    expect([
      plural(1, 'chain'),
      plural(2, 'entry'),
      plural(1200, 'node'),
      plural(3, 'match'),
      plural(2, 'day'),
    ]).toEqual(['1 chain', '2 entries', '1,200 nodes', '3 matches', '2 days']);
  });
});
