import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeOutputs } from '../../src/cli/outputs.ts';
import { deskReport } from '../report/sample-report.ts';
import { fakeTerminal } from './fake-terminal.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trefoil-outputs-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const html = { format: 'html', file: 'site/the report.html' } as const;
const chain = deskReport.chains[0]?.id;

describe('links to chains in the explorer', () => {
  it('lead from each file to the page written in the same run', async () => {
    const fake = fakeTerminal({ cwd: folder });
    await writeOutputs(
      deskReport,
      [{ format: 'markdown' }, html, { format: 'sarif', file: 'scan/r.sarif' }],
      fake.terminal,
    );
    expect(fake.out()).toContain(`(<site/the%20report.html#chain=${chain}>)`);
    const log = JSON.parse(readFileSync(join(folder, 'scan/r.sarif'), 'utf8'));
    expect(log.runs[0].results[0].properties.explorer).toBe(`../site/the%20report.html#chain=${chain}`);
  });

  it('lead to the given address, or nowhere when there is no page', async () => {
    const fake = fakeTerminal({ cwd: folder });
    await writeOutputs(deskReport, [{ format: 'markdown' }], fake.terminal);
    expect(fake.out()).not.toContain('explorer');
    await writeOutputs(deskReport, [{ format: 'markdown' }], fake.terminal, {
      explorerUrl: 'https://ci.example/r.html',
    });
    expect(fake.out()).toContain(`(<https://ci.example/r.html#chain=${chain}>)`);
  });
});
