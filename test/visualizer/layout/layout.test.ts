import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/model/report.ts';
import { layout } from '../../../visualizer/src/layout/layout.ts';
import type { Grouping, Picture, PlacedItem } from '../../../visualizer/src/layout/types.ts';
import { deskReport } from '../fixtures/desk.ts';
import { generateReport } from '../fixtures/generate.ts';
import { officeReport } from '../fixtures/office.ts';

const none: ReadonlySet<string> = new Set();

const draw = (report: Report, group: Grouping = 'auto', opened = none, pinned = none): Picture =>
  layout({ graph: report, chains: report.chains, group, opened, pinned });

const named = (picture: Picture, report: Report, name: string): readonly PlacedItem[] => {
  const id = report.nodes.find(node => node.name === name)?.id ?? '';
  return picture.items.filter(({ nodes }) => nodes.includes(id));
};

function overlaps({ items }: Picture): readonly string[] {
  const sorted = [...items].sort((a, b) => a.x - b.x || a.y - b.y);
  return sorted.flatMap((a, at) => {
    const b = sorted[at + 1];
    return b && a.lane === b.lane && a.x === b.x && a.y + a.height > b.y ? [`${a.id} / ${b.id}`] : [];
  });
}

describe('the layout', () => {
  it('puts sources left, agents next, then data, then ways out', () => {
    const report = deskReport();
    const picture = draw(report);
    const x = (name: string) => named(picture, report, name)[0]?.x ?? Number.NaN;
    expect(x('read_ticket')).toBeLessThan(x('support_desk'));
    expect(x('support_desk')).toBeLessThan(x('find_customer'));
    expect(x('find_customer')).toBeLessThan(x('send_mail'));
    expect(named(picture, report, 'calculate_vat')[0]).toMatchObject({ lane: 'agents', part: true });
  });

  it('encloses every context, keeps shapes inside it and apart from each other', () => {
    for (const report of [deskReport(), officeReport(), generateReport(400)]) {
      const picture = draw(report);
      const bands = new Map(picture.bands.map(band => [band.id, band]));
      for (const item of picture.items) {
        const band = bands.get(item.band);
        expect(band && item.y >= band.y && item.y + item.height <= band.y + band.height, item.id).toBe(true);
        expect(item.x + item.width).toBeLessThanOrEqual(picture.width);
      }
      expect(overlaps(picture)).toEqual([]);
    }
  });

  it('draws a tool with two roles in both lanes, level with each other', () => {
    const report = officeReport();
    const both = named(draw(report), report, 'fetch_page');
    expect(both.map(({ lane }) => lane).sort()).toEqual(['untrusted', 'ways-out']);
    expect(Math.abs((both[0]?.y ?? 0) - (both[1]?.y ?? 99))).toBeLessThanOrEqual(56);
  });

  it('joins an agent with every role of a store that contexts share', () => {
    const report = officeReport();
    const picture = draw(report);
    const memory = named(picture, report, 'team_memory').map(({ id }) => id);
    expect(memory).toHaveLength(2);
    for (const id of memory)
      expect(picture.links.filter(({ from, to }) => from === id || to === id).length).toBeGreaterThan(1);
  });

  it('draws gates on the lines they guard', () => {
    const report = deskReport();
    const gated = draw(report).links.filter(({ gates }) => gates.length > 0);
    expect(gated.map(({ to }) => to)).toEqual([expect.stringContaining('issue_refund')]);
    expect(gated[0]?.gates[0]?.mechanism).toBe('HumanInTheLoopMiddleware');
  });

  it('loses no node, whatever the grouping', () => {
    const report = generateReport(300);
    for (const group of ['auto', 'none', 'server', 'framework', 'file', 'agent'] as const) {
      const drawn = new Set(draw(report, group).items.flatMap(({ nodes }) => nodes));
      const servers = new Set(report.edges.filter(({ kind }) => kind === 'provides').map(({ from }) => from));
      const lost = report.nodes.filter(({ id }) => !drawn.has(id) && !servers.has(id));
      expect(
        lost.map(({ id }) => id),
        group,
      ).toEqual([]);
    }
  });

  it('collapses thousands to what can be looked at, worst first, and opens what is asked for', () => {
    const report = generateReport(5000);
    const picture = draw(report);
    expect(picture.items.length).toBeLessThanOrEqual(500);
    const worst = report.chains[0];
    expect(picture.items.some(({ nodes }) => nodes.length === 1 && nodes[0] === worst?.sink)).toBe(true);
    const group = picture.items.find(item => item.group)?.group ?? '';
    expect(draw(report, 'auto', new Set([group])).items.length).toBeGreaterThan(picture.items.length);
    const hidden = picture.items.find(item => item.group && item.nodes.length > 3)?.nodes.at(-1) ?? '';
    const pinned = draw(report, 'auto', none, new Set([hidden]));
    expect(pinned.items.some(({ nodes }) => nodes.length === 1 && nodes[0] === hidden)).toBe(true);
  });

  it('gives the same picture for the same graph', () => {
    const report = generateReport(250);
    expect(JSON.stringify(draw(report))).toBe(JSON.stringify(draw(structuredClone(report))));
  });

  it('shows only what is visible', () => {
    const report = officeReport();
    const visible = new Set(
      report.nodes
        .filter(({ name }) => name === 'archivist' || name === 'find_documents')
        .map(({ id }) => id),
    );
    const picture = layout({
      graph: report,
      chains: report.chains,
      group: 'auto',
      opened: none,
      pinned: none,
      visible,
    });
    expect(new Set(picture.items.flatMap(({ nodes }) => nodes))).toEqual(visible);
  });

  it('stands any graph: numbers stay finite, links join drawn shapes', () => {
    const sizes = fc.tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 1, max: 1e6 }));
    fc.assert(
      fc.property(sizes, ([size, seed]) => {
        const picture = draw(generateReport(size, seed));
        const ids = new Set(picture.items.map(({ id }) => id));
        expect(ids.size).toBe(picture.items.length);
        for (const { x, y, width, height } of picture.items)
          expect([x, y, width, height].every(Number.isFinite)).toBe(true);
        for (const { from, to, path } of picture.links) {
          expect(ids.has(from) && ids.has(to)).toBe(true);
          expect(path).not.toContain('NaN');
        }
      }),
      { numRuns: 40 },
    );
  });
});
