import { describe, expect, it } from 'vitest';
import { familiesOf, foldsOf, serversOf } from '../../../bench/labels/families.ts';
import type { Row } from '../../../bench/labels/rows.ts';

const labels = { untrusted: null, sensitive: null, sink: null, destructive: null, exec: null };

function row(dataset: string, server: string, name: string, description?: string): Row {
  return {
    dataset,
    server: `${dataset}/${server}`,
    title: server,
    quality: 'annotated',
    tool: { name, server, ...(description !== undefined && { description }) },
    labels,
  };
}

const rows = [
  row('one', 'acme-tracker', 'list_tickets'),
  row('one', 'acme-tracker', 'close_ticket'),
  row('two', 'tracker-acme', 'listTickets'),
  row('two', 'acme-drive', 'read_sheet'),
  row('two', 'acme-drive', 'share_sheet'),
  row('own', 'acme-like', 'list_tickets'),
];

describe('splits of the label bench', () => {
  it('knows the same server under another name', () => {
    const [first, , twin, drive, , own] = serversOf(rows);
    expect(twin).toBe(first);
    expect(drive).not.toBe(first);
    expect(own).not.toBe(first);
  });

  it('keeps all servers of a vendor in one family in the stricter split', () => {
    const [first, , twin, drive, , own] = familiesOf(rows);
    expect(twin).toBe(first);
    expect(drive).toBe(first);
    expect(own).not.toBe(first);
  });

  it('joins servers that have a described tool in common', () => {
    const text = 'Reads one voice message of the signed-in user and returns what was said in it.';
    const [first, twin] = serversOf([
      row('one', 'echo', 'read_voice', text),
      row('two', 'talk', 'read_voice', text),
    ]);
    expect(twin).toBe(first);
  });

  it('never spreads a group over two folds', () => {
    const folds = foldsOf(['a', 'b', 'a', 'c', 'b'], 2);
    expect(folds[0]).toBe(folds[2]);
    expect(folds[1]).toBe(folds[4]);
    expect(new Set(folds).size).toBe(2);
  });
});
