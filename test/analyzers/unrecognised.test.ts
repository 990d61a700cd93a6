import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { analyzers } from '../../analyzers/index.ts';
import { scan } from '../../src/main.ts';

it('a dependency on any framework, with no agent in sight, is a gap', async () => {
  const root = mkdtempSync(join(tmpdir(), 'trefoil-gaps-'));
  try {
    const npm = analyzers.flatMap(({ packages }) => packages.npm?.[0] ?? []);
    const pypi = analyzers.flatMap(({ packages }) => packages.pypi?.[0] ?? []);
    writeFileSync(
      join(root, 'package.json'),
      JSON.stringify({ dependencies: Object.fromEntries(npm.map(name => [name, '*'])) }),
    );
    writeFileSync(join(root, 'requirements.txt'), pypi.map(name => `${name}>=0\n`).join(''));
    writeFileSync(join(root, 'app.py'), 'print("nothing")\n');
    const { report } = await scan(root, '0.0.0-test', { cache: false, jobs: 1 });
    const said = report.gaps.flatMap(gap => (gap.reason === 'no-agent-recognised' ? [gap.detail] : []));
    const named = analyzers.filter(({ packages }) => packages.npm?.length || packages.pypi?.length);
    expect(named.length).toBeGreaterThanOrEqual(17);
    expect(
      named.filter(
        ({ title }) => !said.some(text => text.startsWith(`${title}: `) && text.includes('is a dependency')),
      ),
    ).toEqual([]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
