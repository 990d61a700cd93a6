import { beforeAll, describe, expect, it } from 'vitest';
import { toldBy } from './cases/case.ts';
import { cases } from './cases/index.ts';
import { scanInline } from './scan-inline.ts';

/** The first scan loads every analyzer. */
beforeAll(async () => void (await scanInline({})), 120_000);

describe('what earns credit and what does not, in whole projects', () => {
  it.each(cases.map(item => [`${item.about}: ${item.name}`, item] as const))('%s', async (_, item) => {
    const told = toldBy(item);
    expect(told(await scanInline(item.loud))).toEqual(
      expect.arrayContaining([expect.stringMatching(item.way)]),
    );
    expect(told(await scanInline(item.quiet)).filter(line => item.way.test(line))).toEqual([]);
  });
});
