import { describe, expect, it } from 'vitest';
import { analyze, findChains } from '../../../src/flow/analyze.ts';
import type { Report } from '../../../src/model/report.ts';
import { applyEdits } from '../../../visualizer/src/state/apply-edits.ts';
import { cutsFor, editOfFix } from '../../../visualizer/src/state/cuts.ts';
import { type Edit, editOf, writeEdit } from '../../../visualizer/src/state/edit.ts';
import { minimumFix, searchFix } from '../../../visualizer/src/state/minimum-fix.ts';
import { openChains, whatIf } from '../../../visualizer/src/state/what-if.ts';
import { builder, reportOf, sensitive, sink, untrusted } from '../fixtures/build.ts';
import { deskReport } from '../fixtures/desk.ts';
import { generateReport } from '../fixtures/generate.ts';
import { officeReport } from '../fixtures/office.ts';

const desk = deskReport();
const office = officeReport();
const id = (name: string): string =>
  [...desk.nodes, ...office.nodes].find(node => node.name === name)?.id ?? '';

describe('what-if', () => {
  it('says the same as the report while nothing is changed', () => {
    for (const report of [desk, office]) {
      const outcome = whatIf(report, []);
      expect(outcome.chains.map(chain => chain.id)).toEqual(report.chains.map(chain => chain.id));
      expect(outcome.gone).toEqual([]);
      expect(outcome.fresh).toEqual([]);
    }
  });

  it('removes a tool: its chains are gone', () => {
    const { gone, left } = whatIf(desk, [{ change: 'remove', target: id('send_mail') }]);
    expect(gone).toHaveLength(1);
    expect(left).toEqual([]);
  });

  it('approves a tool: its chains are gated', () => {
    const { gated, gone } = whatIf(desk, [{ change: 'approve', target: id('send_mail') }]);
    expect(gated).toHaveLength(1);
    expect(gone).toEqual([]);
  });

  it('approves an agent: everything it does is gated', () => {
    const { left, gated } = whatIf(desk, [{ change: 'approve', target: id('support_desk') }]);
    expect(left).toEqual([]);
    expect(gated).toHaveLength(1);
  });

  it('removes a server with its tools', () => {
    const { gone, graph } = whatIf(office, [{ change: 'remove', target: id('github') }]);
    expect(gone.length).toBeGreaterThan(0);
    expect(graph.nodes.some(({ name }) => name === 'create_pull_request')).toBe(false);
  });

  it('removes a connection by any of its edges, in both directions', () => {
    const edge =
      desk.edges.find(({ kind, from }) => kind === 'result' && from === id('read_ticket'))?.id ?? '';
    const { graph, left } = whatIf(desk, [{ change: 'remove', target: edge }]);
    expect(graph.edges.some(({ from, to }) => from === id('read_ticket') || to === id('read_ticket'))).toBe(
      false,
    );
    expect(left.filter(({ rule }) => rule === 'lethal-trifecta')).toEqual([]);
  });

  it('changes a label with a reason', () => {
    const gone: Edit = {
      change: 'relabel',
      target: id('find_customer'),
      label: 'sensitive-data',
      present: false,
      reason: 'public names',
    };
    expect(whatIf(desk, [gone]).left.filter(({ rule }) => rule === 'lethal-trifecta')).toEqual([]);
    const added: Edit = {
      change: 'relabel',
      target: id('calculate_vat'),
      label: 'external-sink',
      present: true,
      reason: 'calls a service',
    };
    const { fresh, graph } = whatIf(desk, [added]);
    expect(fresh).toHaveLength(1);
    const label = graph.nodes.find(({ name }) => name === 'calculate_vat')?.labels[0];
    expect(label?.evidence[0]).toMatchObject({ via: 'policy', detail: 'calls a service' });
  });

  it('does nothing for things that are not there', () => {
    const { chains } = whatIf(desk, [
      { change: 'remove', target: 'nowhere' },
      { change: 'approve', target: 'nowhere' },
      { change: 'restrict', target: 'nowhere' },
    ]);
    expect(chains.map(chain => chain.id)).toEqual(desk.chains.map(chain => chain.id));
  });

  it('says of a part what the engine says of the whole', () => {
    const report = generateReport(400);
    const open = openChains(report.chains);
    const tries = cutsFor(report, open, [], 40).map(({ edit }) => [edit]);
    const others: readonly (readonly Edit[])[] = [
      report.nodes.slice(0, 6).map(({ id: target }): Edit => ({ change: 'remove', target })),
      [{ change: 'restrict', target: open[0]?.sink ?? '' }],
      [{ change: 'remove', target: open[1]?.legs.sink[0]?.edge ?? '' }],
      [
        {
          change: 'relabel',
          target: report.nodes.find(({ labels, kind }) => kind === 'tool' && labels.length === 0)?.id ?? '',
          label: 'external-sink',
          present: true,
          reason: 'posts',
        },
      ],
    ];
    let changed = 0;
    for (const edits of [...tries, ...others]) {
      const { chains } = whatIf(report, edits);
      const whole = findChains(applyEdits(report, edits), { engine: 'arrays' }).chains;
      expect(chains, JSON.stringify(edits)).toEqual(whole);
      if (chains.filter(({ status }) => status === 'open').length !== open.length) changed++;
    }
    expect(changed).toBeGreaterThan(20);
  });

  it('keeps the report as it was', () => {
    const before = JSON.stringify(office);
    whatIf(office, [
      { change: 'approve', target: id('fetch_page') },
      { change: 'restrict', target: id('mail_digest') },
    ]);
    expect(JSON.stringify(office)).toBe(before);
  });
});

describe('fixes', () => {
  it('reads what a fix of the report does, and that it does it', () => {
    let tried = 0;
    for (const report of [desk, office]) {
      for (const chain of openChains(report.chains)) {
        for (const fix of chain.fixes) {
          const edit = editOfFix(report, chain, fix);
          expect(edit, fix.detail).toBeDefined();
          if (!edit || fix.cuts.length === 0) continue;
          const { left } = whatIf(report, [edit]);
          const still = new Set(left.map(one => one.id));
          expect(
            fix.cuts.filter(cut => still.has(cut)),
            fix.detail,
          ).toEqual([]);
          tried++;
        }
      }
    }
    expect(tried).toBeGreaterThan(8);
  });

  it('offers the change first that stops most for least, and none that is tried already', () => {
    const open = openChains(office.chains);
    const [best, ...others] = cutsFor(office, open);
    expect(best?.stops.length).toBeGreaterThan(1);
    for (const { stops, cost } of others)
      expect(stops.length / cost).toBeLessThanOrEqual((best?.stops.length ?? 0) / (best?.cost ?? 1));
    expect(cutsFor(office, open, best ? [best.edit] : []).map(({ edit }) => edit)).not.toContainEqual(
      best?.edit,
    );
  });

  it('finds a set that leaves no open chain, and needs every part of it', () => {
    for (const report of [desk, office, generateReport(150)]) {
      const { edits, outcome } = minimumFix(report);
      expect(edits.length).toBeGreaterThan(0);
      expect(outcome.left).toEqual([]);
      for (const edit of edits) {
        const without = whatIf(
          report,
          edits.filter(other => other !== edit),
        );
        expect(without.left.length, JSON.stringify(edit)).toBeGreaterThan(0);
      }
    }
  });

  it('is the plan of the command line, with the report’s fixes or without', () => {
    for (const report of [desk, office, generateReport(150), generateReport(600)]) {
      const { plan } = analyze(report);
      const planned = (plan?.changes ?? []).map(change => writeEdit(editOf(change))).sort();
      expect(planned.length).toBeGreaterThan(0);
      expect(plan?.left).toEqual([]);
      const withFixes: Report = { ...report, chains: analyze(report).chains };
      const without: Report = { ...report, chains: report.chains.map(chain => ({ ...chain, fixes: [] })) };
      for (const one of [withFixes, without])
        expect(minimumFix(one).edits.map(writeEdit).sort()).toEqual(planned);
    }
  });

  it('tells how far the search is, round by round', () => {
    const report = generateReport(600);
    const said = [...searchFix(report)];
    expect(said.length).toBeGreaterThan(3);
    const last = said.at(-1);
    expect(last?.left).toBe(0);
    expect(last?.edits).toBe(minimumFix(report).edits.length);
  });

  it('builds on edits already made', () => {
    const made: Edit[] = [{ change: 'remove', target: id('fetch_page') }];
    const { edits, outcome } = minimumFix(office, made);
    expect(edits.slice(0, 1)).toEqual(made);
    expect(outcome.left).toEqual([]);
  });

  it('goes on when splitting an agent does not help', () => {
    const { add, use, graph } = builder('langchain');
    const agent = add('agent', 'busy');
    for (let i = 0; i < 40; i++) {
      const labels = [
        untrusted('web', 'Reads the web.', 'a.py', i),
        sensitive('document', 'Reads.', 'a.py', i),
      ];
      use(agent, add('tool', `read_${i}`, { labels }));
    }
    for (let i = 0; i < 9; i++)
      use(agent, add('tool', `send_${i}`, { labels: [sink('email', 'Sends.', 'a.py', 50 + i)] }));
    const report = reportOf('busy', graph(), [], [], false);
    const { edits, outcome } = minimumFix(report);
    expect(openChains(report.chains)).toHaveLength(9);
    expect(outcome.left).toEqual([]);
    expect(edits.length).toBeLessThanOrEqual(9);
  });
});
