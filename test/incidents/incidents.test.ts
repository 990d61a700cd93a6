import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type ExpectedPair, judgeFixed, judgeVulnerable } from '../../scripts/judge-incident.mjs';
import { scan } from '../../src/main.ts';

const folder = new URL('.', import.meta.url);
const pairs = readdirSync(folder)
  .filter(name => existsSync(new URL(`${name}/expected.yml`, folder)))
  .sort();

const reportOf = async (place: string) => {
  const { report } = await scan(fileURLToPath(new URL(place, folder)), 'test', { cache: false });
  return report;
};

describe('models of documented incidents fire, and their fixed twins go quiet', () => {
  it.each(pairs)('%s', async name => {
    const expected = parse(readFileSync(new URL(`${name}/expected.yml`, folder), 'utf8')) as ExpectedPair;
    expect(judgeVulnerable(await reportOf(`${name}/vulnerable/`), expected)).toEqual([]);
    expect(judgeFixed(await reportOf(`${name}/fixed/`), expected)).toEqual([]);
  });
});
