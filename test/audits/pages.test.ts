import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { audits } from '../../src/audits/index.ts';
import { run } from '../../src/cli/run.ts';
import { scan } from '../../src/main.ts';
import type { Finding } from '../../src/model/finding.ts';
import { chainRules } from '../../src/model/vocabulary.ts';
import { fakeTerminal } from '../cli/fake-terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'trefoil-pages-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pageOf = (rule: string) => new URL(`../../src/audits/${rule}.md`, import.meta.url);

interface Example {
  readonly section: 'Locked' | 'Bad' | 'Fixed';
  readonly framework: string;
  readonly files: { readonly [path: string]: string };
}

/** Fenced blocks with a file name, by section (`## Bad`, `## Fixed`; `## Locked` is a state before) and framework (`### …`). */
function examplesOf(page: string): readonly Example[] {
  const found: Example[] = [];
  for (const section of ['Locked', 'Bad', 'Fixed'] as const) {
    const text = page.split(/^## /m).find(part => part.startsWith(`${section}\n`)) ?? '';
    for (const part of text.split(/^### /m).slice(1)) {
      const files = [...part.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```/gm)].map(
        ([, path = '', code = '']) => [path, code] as const,
      );
      found.push({ section, framework: part.split('\n')[0] ?? '', files: Object.fromEntries(files) });
    }
  }
  return found;
}

function write(root: string, example: Example): void {
  for (const [path, code] of Object.entries(example.files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), code);
  }
}

/** Findings of an audit with the lock file of an earlier state. */
async function driftOf(before: Example, after: Example): Promise<number> {
  const root = mkdtempSync(join(folder, 'example-'));
  const what = 'tools.json' in before.files ? ['--listing', 'tools.json'] : ['.'];
  const execute = async (...args: readonly string[]) => {
    const fake = fakeTerminal({ cwd: root });
    await run(['mcp', ...args], fake.terminal);
    return fake.out();
  };
  write(root, before);
  await execute('lock', ...what);
  expect(existsSync(join(root, 'mcp.lock.json'))).toBe(true);
  write(root, after);
  const { findings } = JSON.parse(await execute('audit', ...what, '--locked', '--format', 'json'));
  return findings.filter((finding: Finding) => finding.rule === 'server-drift').length;
}

/** Open chains of a chain rule, findings of any other. */
async function countOf(rule: string, example: Example): Promise<number> {
  const root = mkdtempSync(join(folder, 'example-'));
  write(root, example);
  const { report } = await scan(root, 'test', { cache: false });
  if (isChainRule(rule))
    return report.chains.filter(chain => chain.rule === rule && chain.status === 'open').length;
  return report.findings.filter(finding => finding.rule === rule).length;
}

const isChainRule = (rule: string): boolean => chainRules.some(id => id === rule);

/** Rules whose page shows whole files; those about one entry of a configuration show the entry alone. */
const executed = audits
  .map(rule => rule.id)
  .filter(id => isChainRule(id) || examplesOf(readFileSync(pageOf(id), 'utf8')).length > 0);

describe('pages of rules', () => {
  it('exist for every rule, with what, why and both examples', () => {
    for (const { id } of audits) {
      expect(existsSync(pageOf(id)), id).toBe(true);
      const page = readFileSync(pageOf(id), 'utf8');
      for (const heading of [/^# \S/m, /^## Why it matters$/m, /^## Bad$/m, /^## Fixed$/m])
        expect(page, id).toMatch(heading);
    }
  });

  describe.each(executed)('%s', rule => {
    const all = examplesOf(readFileSync(pageOf(rule), 'utf8'));
    const examples = all.filter(({ section }) => section !== 'Locked');
    const lockedOf = ({ framework }: Example) =>
      all.find(other => other.section === 'Locked' && other.framework === framework);

    it('shows its frameworks, each bad and fixed', () => {
      const names = (section: Example['section']) =>
        examples.filter(example => example.section === section).map(({ framework }) => framework);
      expect(names('Bad')).toEqual(names('Fixed'));
      expect(new Set(names('Bad')).size).toBeGreaterThanOrEqual(2);
      for (const { files } of examples) expect(Object.keys(files)).not.toEqual([]);
    });

    it.each(examples.map(example => [`${example.section}, ${example.framework}`, example] as const))(
      '%s does what it says',
      async (_, example) => {
        const before = lockedOf(example);
        const found = before ? await driftOf(before, example) : await countOf(rule, example);
        if (example.section === 'Bad') expect(found).toBeGreaterThan(0);
        else expect(found).toBe(0);
      },
    );
  });
});
