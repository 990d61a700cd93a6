import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkReport } from '../../../visualizer/src/data/check-report.ts';
import { generateReport } from '../fixtures/generate.ts';
import { hostileReport } from '../fixtures/hostile.ts';
import { officeReport } from '../fixtures/office.ts';

describe('reading a report', () => {
  it('changes nothing in a report of this version', () => {
    for (const report of [officeReport(), hostileReport(), generateReport(60)]) {
      const json = JSON.parse(JSON.stringify(report));
      const checked = checkReport(JSON.stringify(report));
      expect(checked).toEqual({ ok: true, dropped: 0, report: json });
    }
  });

  it.each([
    ['{"nodes":', 'not JSON'],
    ['[]', 'not a Trefoil report'],
    ['null', 'not a Trefoil report'],
    ['{"schemaVersion":2,"nodes":[],"chains":[]}', 'format version 2'],
  ])('says in a sentence what is wrong with %s', (json, problem) => {
    const checked = checkReport(json);
    expect(checked.ok ? '' : checked.problem).toContain(problem);
  });

  it('leaves out and counts what makes no sense', () => {
    const report = {
      schemaVersion: 1,
      nodes: [{ id: 'a' }, { id: 'a' }, 7, {}],
      edges: [{ id: 'e', from: 'a', to: 'b', kind: 'teleport' }],
      chains: [{ id: 'c' }],
    };
    const checked = checkReport(JSON.stringify(report));
    expect(checked).toMatchObject({ ok: true, dropped: 5 });
    expect(checked.ok && checked.report.nodes).toEqual([
      { id: 'a', kind: 'unknown', name: 'a', labels: [], capabilities: [], properties: {} },
    ]);
  });

  it('stands any JSON', () => {
    const report = fc.record({
      schemaVersion: fc.constant(1),
      nodes: fc.array(fc.jsonValue()),
      chains: fc.array(fc.jsonValue()),
      edges: fc.jsonValue(),
      summary: fc.jsonValue(),
    });
    fc.assert(
      fc.property(report, value => {
        expect(checkReport(JSON.stringify(value)).ok).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(typeof checkReport(JSON.stringify(value)).ok).toBe('boolean');
      }),
    );
  });
});
