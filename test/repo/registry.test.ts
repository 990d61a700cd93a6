import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { analyzers } from '../../analyzers/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folders = readdirSync(`${root}analyzers`, { withFileTypes: true })
  .filter(entry => entry.isDirectory() && !entry.name.startsWith('_'))
  .map(({ name }) => name)
  .sort();

describe('the analyzer registry', () => {
  it('is current', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/generate-registry.mjs', '--check'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('lists every folder once, under its own name', () => {
    expect(analyzers.map(({ id }) => id)).toEqual(folders);
  });

  it.each(analyzers.map(analyzer => [analyzer.id, analyzer] as const))('%s is complete', (id, analyzer) => {
    expect(analyzer.title).not.toBe('');
    expect(analyzer.reads.length).toBeGreaterThan(0);
    expect(
      analyzer.code ?? analyzer.complete ?? analyzer.file ?? analyzer.together ?? analyzer.syntax,
    ).toBeDefined();
    // What is no framework of its own reads the code that others made relevant.
    if (analyzer.code && Object.keys(analyzer.packages).length > 0)
      expect(analyzer.imports.length).toBeGreaterThan(0);
    if (analyzer.file ?? analyzer.together) expect(analyzer.files?.length).toBeGreaterThan(0);
    expect(existsSync(`${root}analyzers/${id}/README.md`)).toBe(true);
  });

  it.each(analyzers.map(analyzer => [analyzer.id, analyzer] as const))(
    '%s matches files without state: no g or y flag',
    (_id, { files }) => {
      for (const pattern of files ?? []) expect(pattern.flags).not.toMatch(/[gy]/);
    },
  );
});
