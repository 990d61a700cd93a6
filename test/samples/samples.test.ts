import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { scan } from '../../src/main.ts';
import { reportSchema } from '../../src/model/schema.ts';
import { compare, type Expected, pictureOf } from './compare.ts';

const root = fileURLToPath(new URL('../../samples/', import.meta.url));
const variants = ['vulnerable', 'fixed'] as const;
const cases = readdirSync(root, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

describe.each(cases)('sample %s', name => {
  const expectations = `${root}${name}/expected.yml`;

  it('says what is expected', () => expect(existsSync(expectations)).toBe(true));

  it.each(variants)('%s shows exactly that', async variant => {
    const expected: Record<string, Expected> = parse(readFileSync(expectations, 'utf8'), { merge: true });
    const { report } = await scan(`${root}${name}/${variant}`, '0.0.0-test', { cache: false });
    expect(() => reportSchema.parse(report)).not.toThrow();
    const wanted = expected[variant];
    if (!wanted) throw new Error(`${expectations} has no part for ${variant}`);
    expect(compare(wanted, pictureOf(report))).toEqual({ missing: [], extra: [] });
  });

  it('is the same twice, byte for byte', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(async () =>
        JSON.stringify((await scan(`${root}${name}/vulnerable`, '0', { cache: false })).report),
      ),
    );
    expect(first).toBe(second);
  });
});

it('there are at least five sample pairs', () => expect(cases.length).toBeGreaterThanOrEqual(5));
