import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { fakeTerminal } from './fake-terminal.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trefoil-what-if-'));
  cpSync(new URL('../../samples/support-agent-ts/vulnerable', import.meta.url), folder, { recursive: true });
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const scan = async (...questions: readonly string[]) => {
  const fake = fakeTerminal({ cwd: folder });
  const flags = questions.flatMap(question => ['--what-if', question]);
  const code = await run(['scan', '--no-cache', '--quiet', '--format', 'json', ...flags], fake.terminal);
  return { code, out: fake.out(), err: fake.err() };
};

it('says in one line what it does not understand', async () => {
  expect(await scan('sometimes')).toEqual({
    code: 2,
    out: '',
    err: 'trefoil: --what-if sometimes: expected gate:NAME or remove:NAME\n',
  });
  expect(await scan('remove:no_such_tool')).toEqual({
    code: 2,
    out: '',
    err: 'trefoil: --what-if: nothing in this project is called no_such_tool\n',
  });
});

it('analyzes the project as if it were changed', async () => {
  const statuses = async (...questions: readonly string[]) =>
    JSON.parse((await scan(...questions)).out).chains.map((chain: { status: string }) => chain.status);
  expect(await statuses()).toEqual(['open']);
  expect(await statuses('gate:send_message')).toEqual(['gated']);
  expect(await statuses('remove:send_message')).toEqual([]);
});
