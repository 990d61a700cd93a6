import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { policyRows } from '../../../visualizer/src/data/policy-rows.ts';
import { snippetsFor, tell } from '../../../visualizer/src/data/snippets.ts';
import { ticket } from '../../../visualizer/src/data/ticket.ts';
import type { Edit } from '../../../visualizer/src/state/edit.ts';
import { whatIf } from '../../../visualizer/src/state/what-if.ts';
import { deskReport } from '../fixtures/desk.ts';
import { hostileReport } from '../fixtures/hostile.ts';

const desk = deskReport();
const id = (name: string): string => desk.nodes.find(node => node.name === name)?.id ?? '';
const approve: Edit = { change: 'approve', target: id('send_mail') };
const relabel: Edit = {
  change: 'relabel',
  target: id('find_customer'),
  label: 'sensitive-data',
  present: false,
  reason: 'names only: "public"',
};

describe('taking changes along', () => {
  it('writes the snippet of the framework, with its place', () => {
    const [snippet] = snippetsFor(desk, [approve]);
    expect(snippet?.title).toBe('Let a person confirm each call of ‘send_mail’.');
    expect(snippet?.place).toBe('app/tools.py:84');
    expect(snippet?.text).toContain('send_mail');
  });

  it('says every edit in words', () => {
    const edge = desk.edges.find(({ to, kind }) => to === id('send_mail') && kind === 'call')?.id ?? '';
    const edits: readonly Edit[] = [
      approve,
      relabel,
      { change: 'remove', target: edge },
      { change: 'approve', target: edge },
      { change: 'restrict', target: id('send_mail') },
      { change: 'approve', target: id('support_desk') },
      { change: 'fix', fix: { change: 'bind', node: id('send_mail') } },
    ];
    for (const edit of edits) expect(tell(desk, edit)).toMatch(/send_mail|find_customer|support_desk/);
  });

  it('writes rows that YAML reads back as they were meant', () => {
    const rows = parse(policyRows(desk, [relabel, approve]));
    expect(rows).toEqual({
      catalog: {
        tools: [{ pattern: 'find_customer', not: ['sensitive-data'], reason: 'names only: "public"' }],
      },
    });
    expect(parse(policyRows(desk, [approve]))).toBeNull();
  });

  it('writes a ticket with a task per change and the chains it stops', () => {
    const text = ticket(desk, [approve, relabel], whatIf(desk, [approve, relabel]));
    expect(text.match(/^- \[ \] /gm)).toHaveLength(2);
    expect(text).toContain('changes that stop 1 of 1 open chains');
  });

  it('lets no name of a hostile tree become markup or YAML', () => {
    const hostile = hostileReport();
    const edits: readonly Edit[] = hostile.nodes.map(node => ({
      change: 'relabel',
      target: node.id,
      label: 'external-sink',
      present: false,
      reason: 'x: y\n- z',
    }));
    const rows = parse(policyRows(hostile, edits)) as { catalog: { tools: { pattern: string }[] } };
    expect(rows.catalog.tools.map(({ pattern }) => pattern)).toEqual(hostile.nodes.map(({ name }) => name));
    const text = ticket(hostile, edits, whatIf(hostile, edits));
    expect(text).not.toMatch(/(^|[^\\])<(script|img|svg|b>)/m);
    expect(text).not.toContain('\u202e');
  });
});
