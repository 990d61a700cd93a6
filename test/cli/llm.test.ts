import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { scanCommand } from '../../src/cli/scan.ts';
import type { ScanFlags } from '../../src/cli/scan-flags.ts';
import type { StructuredModel } from '../../src/label/llm/index.ts';
import { fakeTerminal } from './fake-terminal.ts';

/** A tool whose body cannot be followed, and whose words leave open whether it tells outsiders something. */
const project = `
from langchain.agents import create_agent
from langchain_core.tools import tool
from board_partner import mirror

@tool
def sync_board(board: str) -> str:
    """Mirrors the board to the partner workspace and gives the remarks made there"""
    return mirror(board)

agent = create_agent("openai:gpt-4.1", tools=[sync_board])
`;

const answer = {
  labels: [
    {
      label: 'external-sink',
      kind: 'publish',
      confidence: 0.95,
      quote: 'mirrors the board to the partner',
      reason: 'It copies the board.',
    },
  ],
};

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trefoil-llm-'));
  mkdirSync(join(folder, 'app'));
  writeFileSync(join(folder, 'app/requirements.txt'), 'langchain\n');
  writeFileSync(join(folder, 'app/agent.py'), project);
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const flags: ScanFlags = {
  format: 'json',
  out: [],
  include: [],
  exclude: [],
  cache: true,
  whatIf: [],
  dump: 'labels',
};

/** Scans with a model that answers by `invoke`, counting the questions. */
async function scanWith(invoke: () => Promise<unknown>, more: Partial<ScanFlags> = {}) {
  let asked = 0;
  const model: StructuredModel = {
    withStructuredOutput: () => ({
      invoke: () => {
        asked++;
        return invoke();
      },
    }),
  };
  const fake = fakeTerminal({ cwd: folder, env: { XDG_CACHE_HOME: join(folder, 'cache') } });
  await scanCommand(['app'], { ...flags, llm: 'fake:model', ...more }, fake.terminal, async () => model);
  return { asked, out: fake.out(), err: fake.err() };
}

describe('scan --llm', () => {
  it('adds what the model says, once per content', async () => {
    const first = await scanWith(async () => answer);
    expect(first.asked).toBe(1);
    expect(first.out).toMatch(/external-sink\/publish {2}0\.70/);
    expect(first.out).toContain('llm: fake:model says: It copies the board.');
    expect(first.err).toBe('trefoil: fake:model judged 1 of 1 doubtful tools\n');
    const second = await scanWith(async () => answer);
    expect(second.asked).toBe(0);
    expect(second.out).toBe(first.out);
    expect((await scanWith(async () => answer, { cache: false })).asked).toBe(1);
  });

  it('goes on without a model that cannot be reached, and says so', async () => {
    const { out, err } = await scanWith(async () => {
      throw new Error('401 wrong key');
    });
    expect(out).toContain('sync_board');
    expect(out).not.toContain('llm:');
    expect(err).toBe(
      'trefoil: fake:model judged 0 of 1 doubtful tools; fake:model could not be asked: 401 wrong key\n',
    );
  });

  it('asks nobody without the flag', async () => {
    const fake = fakeTerminal({ cwd: folder });
    const none = async (): Promise<StructuredModel> => {
      throw new Error('opened');
    };
    await scanCommand(['app'], flags, fake.terminal, none);
    expect(fake.out()).toContain('sync_board');
    expect(fake.err()).toBe('');
  });

  it('refuses a model name of the wrong form before anything is read', async () => {
    const fake = fakeTerminal({ cwd: folder });
    expect(await run(['scan', 'app', '--llm', 'nonsense'], fake.terminal)).toBe(2);
    expect(fake.err()).toBe(
      'trefoil: --llm nonsense: expected provider:model, such as openai:gpt-4.1-mini\n',
    );
    expect(fake.out()).toBe('');
  });
});
