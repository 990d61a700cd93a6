import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { targetOf } from '../../src/cli/targets.ts';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'trefoil-targets-')));
for (const path of ['apps/one', 'apps/two']) mkdirSync(join(root, path), { recursive: true });
writeFileSync(join(root, 'apps/one/agent.ts'), '');

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('targetOf', () => {
  it('takes a folder as it is', () => {
    expect(targetOf(['apps'], root)).toEqual({ root: join(root, 'apps'), only: [] });
  });

  it('scans a file within its folder', () => {
    expect(targetOf(['apps/one/agent.ts'], root)).toEqual({
      root: join(root, 'apps/one'),
      only: ['agent.ts'],
    });
  });

  it('joins several paths below their nearest common folder', () => {
    expect(targetOf(['apps/two', 'apps/one/agent.ts', 'apps/two'], root)).toEqual({
      root: join(root, 'apps'),
      only: ['one/agent.ts', 'two'],
    });
  });

  it('takes everything when one path holds the others', () => {
    expect(targetOf(['apps', 'apps/one'], root)).toEqual({ root: join(root, 'apps'), only: [] });
  });

  it('does not mistake a common prefix of names for a folder', () => {
    mkdirSync(join(root, 'apps-old'), { recursive: true });
    expect(targetOf(['apps', 'apps-old'], root)).toEqual({ root, only: ['apps', 'apps-old'] });
  });

  it('refuses paths that share only the file system root', () => {
    expect(() => targetOf([root, '/usr'], root)).toThrow(/share no folder/);
  });
});
