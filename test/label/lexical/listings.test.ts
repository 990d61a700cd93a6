import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ownRows, sharedRows } from '../../../bench/labels/load.ts';
import { qualityOf } from '../../../bench/labels/metrics.ts';
import { type LabelKey, labelKeys, type Row } from '../../../bench/labels/rows.ts';
import { lexicalLabels, lexicalScores } from '../../../src/label/lexical/index.ts';
import { thresholds } from '../../../src/label/lexical/thresholds.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const shared = sharedRows(process.env.TREFOIL_DATA ?? `${root}../shared/data`);

function f1(rows: readonly Row[], key: LabelKey): number {
  const judged = rows.flatMap(({ tool, labels, server }) => {
    const yes = labels[key];
    return yes === null || !tool.description
      ? []
      : [{ server, yes, probability: lexicalScores(tool)[labelKeys[key]] }];
  });
  return qualityOf(judged, thresholds[labelKeys[key]]).f1;
}

// The weights have seen these rows: this guards against weights and features that drifted apart. What the model is
// worth on servers it has not seen is measured by `npm run bench:labels`.
describe('the shipped weights', () => {
  const keys: readonly LabelKey[] = ['untrusted', 'sensitive', 'sink', 'destructive'];

  it.each(keys)('know our own rows: %s', key => {
    expect(f1(ownRows(root, true), key)).toBeGreaterThan(0.85);
  });

  it.skipIf(shared.length === 0).each(keys)(
    'know the listings: %s (skipped where ../shared/data is absent)',
    key => {
      expect(f1(shared, key)).toBeGreaterThan(0.85);
    },
  );

  it('need less than a millisecond of processor time per tool', () => {
    const rows = [...ownRows(root, true), ...shared];
    for (const { tool } of rows) lexicalLabels(tool);
    const before = process.cpuUsage();
    for (const { tool } of rows) lexicalLabels(tool);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000 / rows.length).toBeLessThan(1);
  });
});
