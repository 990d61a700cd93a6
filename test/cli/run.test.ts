import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { json } from '../../src/report/json.ts';
import { deskReport } from '../report/sample-report.ts';
import { fakeTerminal } from './fake-terminal.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trefoil-cli-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const execute = async (...args: readonly string[]) => {
  const fake = fakeTerminal({ cwd: folder });
  const code = await run(args, fake.terminal);
  return { code, out: fake.out(), err: fake.err() };
};

describe('wrong calls give one plain line on standard error and exit code 2', () => {
  it.each([
    [['scan', 'no-such-folder'], /^trefoil: no-such-folder does not exist\n$/],
    [['scan', '--format', 'pdf'], /^trefoil: option '-f, --format <format>' argument 'pdf' is invalid.*\n$/],
    [['scan', '--out', 'html'], /^trefoil: --out html: expected FORMAT=FILE.*\n$/],
    [['scan', '--jobs', 'many'], /^trefoil: option '--jobs <n>' argument 'many' is invalid.*\n$/],
    [
      ['scan', '--fail-on', 'info'],
      /^trefoil: option '--fail-on <severity>' argument 'info' is invalid.*\n$/,
    ],
    [['scan', '--baseline', 'none.json'], /^trefoil: cannot read none\.json \(ENOENT\)\n$/],
    [['scan', '--config', 'none.yml'], /^trefoil: cannot read none\.yml \(ENOENT\)\n$/],
    [['scan', '--nonsense'], /^trefoil: unknown option '--nonsense'\n$/],
    [['nonsense'], /^trefoil: unknown command 'nonsense'\n$/],
    [['diff', 'a.json', 'b.json'], /^trefoil: cannot read a\.json \(ENOENT\)\n$/],
    [['view', 'none'], /^trefoil: none does not exist\n$/],
    [['view', '.', '--compare', 'none.json'], /^trefoil: cannot read none\.json \(ENOENT\)\n$/],
    [
      ['scan', '--explorer', 'javascript:1'],
      /^trefoil: --explorer javascript:1: expected a path or an http address\n$/,
    ],
  ] as const)('%j', async (args, message) => {
    const { code, out, err } = await execute(...args);
    expect(err).toMatch(message);
    expect(out).toBe('');
    expect(code).toBe(2);
  });

  it('names the place in a bad configuration', async () => {
    writeFileSync(join(folder, 'trefoil.yml'), 'fail-on: sometimes\n');
    expect((await execute('scan')).err).toMatch(/^trefoil: trefoil\.yml: fail-on: .*\n$/);
    writeFileSync(join(folder, 'trefoil.yml'), 'fail_on: high\n');
    expect((await execute('scan')).err).toMatch(/^trefoil: trefoil\.yml: .*fail_on.*\n$/);
    writeFileSync(join(folder, 'trefoil.yml'), 'a: [\n');
    expect((await execute('scan')).err).toMatch(/^trefoil: trefoil\.yml: .*\n$/);
  });

  it('survives a YAML alias bomb', async () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'
        .split('')
        .map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`),
    ];
    writeFileSync(join(folder, 'trefoil.yml'), bomb.join('\n'));
    const { code, err } = await execute('scan');
    expect(err).toMatch(/^trefoil: trefoil\.yml: .*\n$/);
    expect(code).toBe(2);
  });
});

describe('help and version', () => {
  it('go to standard output with exit code 0', async () => {
    const help = await execute('--help');
    expect(help.out).toContain('scan');
    expect(help.code).toBe(0);
    const version = await execute('--version');
    expect(version.out).toMatch(/^\d+\.\d+\.\d+/);
    expect(version.code).toBe(0);
  });
});

describe('init', () => {
  it('writes an example whose every setting works when switched on', async () => {
    expect((await execute('init')).code).toBe(0);
    const text = readFileSync(join(folder, 'trefoil.yml'), 'utf8');
    expect((await execute('scan')).err).toBe('');
    writeFileSync(join(folder, 'trefoil.yml'), text.replace(/^# (?=[a-z-]+:| {2})/gm, ''));
    expect((await execute('scan')).err).toBe('');
  });

  it('does not replace a file unless told to', async () => {
    writeFileSync(join(folder, 'trefoil.yml'), '# mine\n');
    expect((await execute('init')).code).toBe(2);
    expect(readFileSync(join(folder, 'trefoil.yml'), 'utf8')).toBe('# mine\n');
    expect((await execute('init', '--force')).code).toBe(0);
  });
});

describe('saved reports', () => {
  it('are compared by diff: a new open chain gives exit code 1', async () => {
    writeFileSync(join(folder, 'before.json'), json({ ...deskReport, chains: [], findings: [] }));
    writeFileSync(join(folder, 'after.json'), json(deskReport));
    const worse = await execute('diff', 'before.json', 'after.json');
    expect(worse.out).toContain('chains +1 -0');
    expect(worse.out).toContain('send_mail');
    expect(worse.code).toBe(1);
    expect((await execute('diff', 'after.json', 'before.json')).code).toBe(0);
    const machine = await execute('diff', 'before.json', 'after.json', '--json');
    expect(JSON.parse(machine.out).added.chains).toEqual(['c0ffee']);
  });

  it('are compared in what is on both sides: labels, descriptions, and chains that open again', async () => {
    const before = {
      ...deskReport,
      nodes: deskReport.nodes.map(node =>
        node.name === 'send_mail' ? { ...node, labels: [], description: 'Files a note' } : node,
      ),
      chains: deskReport.chains.map(chain => ({ ...chain, status: 'gated' as const })),
    };
    writeFileSync(join(folder, 'before.json'), json(before));
    writeFileSync(join(folder, 'after.json'), json(deskReport));
    const { out, code } = await execute('diff', 'before.json', 'after.json');
    expect(out).toMatch(/^~ tool send_mail: \+external-sink\/\S+, another description$/m);
    expect(out).toMatch(/^chain c0ffee: gated \w+, now open \w+$/m);
    expect(code).toBe(1);
    expect((await execute('diff', 'after.json', 'before.json')).code).toBe(0);
    const same = await execute('diff', 'after.json', 'after.json', '--json');
    expect(JSON.parse(same.out).changed).toEqual({ nodes: [], chains: [] });
  });

  it('are explained by chain id and by finding id', async () => {
    writeFileSync(join(folder, 'report.json'), json(deskReport));
    for (const id of ['c0ffee', 'f00d']) {
      const { code, out } = await execute('explain', id, '--report', 'report.json');
      expect(out).toContain('lethal-trifecta in desk');
      expect(code).toBe(0);
    }
    expect((await execute('explain', 'beef', '--report', 'report.json')).out).toContain('unpinned-server');
    const unknown = await execute('explain', 'nothing', '--report', 'report.json');
    expect(unknown.err).toMatch(/^trefoil: no rule, chain or finding is called nothing/);
    expect(unknown.code).toBe(2);
  });

  it('are refused when they are none', async () => {
    writeFileSync(join(folder, 'bad.json'), '{"schemaVersion": 7}');
    const { code, err } = await execute('diff', 'bad.json', 'bad.json');
    expect(err).toMatch(/^trefoil: bad\.json is not a Trefoil report.*\n$/);
    expect(code).toBe(2);
  });
});

describe('docs/policy.md', () => {
  it('shows a configuration that works', async () => {
    const page = readFileSync(new URL('../../docs/policy.md', import.meta.url), 'utf8');
    writeFileSync(join(folder, 'trefoil.yml'), /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '');
    expect((await execute('scan')).err).toBe('');
  });
});
