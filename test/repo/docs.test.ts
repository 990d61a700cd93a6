import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { createProgram } from '../../src/cli/program.ts';
import { fakeTerminal } from '../cli/fake-terminal.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readme = readFileSync(`${root}README.md`, 'utf8');
const scripts: { readonly [name: string]: string } = manifest.scripts;

/** Command lines of the README's shell blocks, `&&` and comments taken apart. */
const commands = [...readme.matchAll(/^```(?:sh|bash)\n([\s\S]*?)^```/gm)]
  .flatMap(([, block]) => (block ?? '').split('\n'))
  .flatMap(line => (line.split('#')[0] ?? '').split(/&&|\|/))
  .map(command => command.trim())
  .filter(Boolean);

describe('README', () => {
  it('has the two commands for a fresh machine', () => {
    expect(readme).toMatch(/^npm ci && npm test$/m);
    expect(readme).toMatch(/^npm ci && npm run build && node dist\/cli\.js scan samples\//m);
  });

  it('names only npm scripts that exist', () => {
    const used = commands.flatMap(command => /^npm run (?:--silent )?([\w:-]+)/.exec(command)?.[1] ?? []);
    expect(used.filter(name => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  it('names only commands, flags and sample paths that exist', async () => {
    const program = await createProgram(fakeTerminal().terminal, () => {});
    const lines = commands.flatMap(
      command => /^(?:node dist\/cli\.js|(?:npx )?trefoil) (.+)$/.exec(command)?.[1] ?? [],
    );
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      const words = line.split(/\s+/);
      let command = program;
      for (const word of words) {
        const next = command.commands.find(candidate => candidate.name() === word);
        if (!next) break;
        command = next;
      }
      expect(command, line).not.toBe(program);
      const flags = command.options.flatMap(({ short, long }) => [short, long]);
      for (const flag of words.filter(word => /^--?[a-z]/.test(word)))
        expect(flags, line).toContain(flag.split('=')[0]);
      for (const path of words.filter(word => word.startsWith('samples/')))
        expect(existsSync(root + path), path).toBe(true);
    }
  });

  it('links only to files that exist', () => {
    const links = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => path ?? '');
    expect(links.filter(path => !existsSync(root + path))).toEqual([]);
  });

  it.skipIf(!existsSync(`${root}dist/cli.js`))('shows help, coverage and a scan as they are today', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/update-readme.mjs', '--check'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
});

describe('the page of incident pairs', () => {
  it('has a row for each pair, and their number', () => {
    const page = readFileSync(`${root}docs/incidents.md`, 'utf8');
    const rows = [...page.matchAll(/^\| ([a-z]?\d\S*) \|/gm)].map(([, name]) => name);
    const pairs = readdirSync(`${root}test/incidents`, { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(({ name }) => name);
    expect(rows.sort()).toEqual(pairs.sort());
    expect(page).toContain(`${pairs.length} of ${pairs.length} pairs agree`);
  });
});
