import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import type { Report } from '../../src/model/report.ts';
import { formats } from '../../src/report/formats.ts';
import { json } from '../../src/report/json.ts';
import { deskReport } from '../report/sample-report.ts';
import { fakeTerminal } from './fake-terminal.ts';

const secret = 'OUTSIDE-THE-ROOT';
const isUnix = process.platform !== 'win32';
const isRoot = process.getuid?.() === 0;
let base = '';
let root = '';

// Loading everything takes longer than any test.
beforeAll(async () => {
  await Promise.all([import('../../src/pipeline.ts'), import('../../analyzers/index.ts')]);
  base = mkdtempSync(join(tmpdir(), 'trefoil-hostile-'));
  root = join(base, 'root');
  mkdirSync(root);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** A fresh folder with files; text only. */
function tree(files: { readonly [path: string]: string }): string {
  const folder = mkdtempSync(join(base, 'tree-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

async function execute(cwd: string, ...args: readonly string[]) {
  const fake = fakeTerminal({ cwd });
  const code = await run(args, fake.terminal);
  return { code, out: fake.out(), err: fake.err() };
}

async function scan(folder: string, ...args: readonly string[]): Promise<Report> {
  const { code, out, err } = await execute(
    folder,
    'scan',
    '--format',
    'json',
    '--fail-on',
    'never',
    '--no-cache',
    ...args,
  );
  expect(err).toBe('');
  expect(code).toBe(0);
  return JSON.parse(out);
}

/** `reason file` of every gap. */
const gapsOf = (report: Report): readonly string[] =>
  report.gaps.map(({ reason, location }) => `${reason} ${location?.file ?? ''}`);

const mcp = (name: string): string =>
  JSON.stringify({ mcpServers: { [name]: { command: 'npx', args: ['-y', 'x@1.0.0'] } } });
const agent = (body: string): string => `import { Agent, tool } from '@openai/agents';\n${body}\n`;

describe('files that are too much', () => {
  it('are named as gaps, and the rest is read', async () => {
    const folder = tree({ '.mcp.json': mcp('fine'), 'big.ts': agent(''), '.cursor/mcp.json': '' });
    truncateSync(join(folder, 'big.ts'), 50_000_000);
    truncateSync(join(folder, '.cursor/mcp.json'), 100_000_000);
    const report = await scan(folder);
    expect(gapsOf(report)).toEqual(
      expect.arrayContaining(['file-too-large big.ts', 'file-too-large .cursor/mcp.json']),
    );
    expect(report.nodes.map(({ name }) => name)).toContain('fine');
  });

  const depth = 40_000;
  it.each([
    ['.mcp.json', `{"mcpServers":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`],
    ['.vscode/mcp.json', '['.repeat(depth)],
    ['deep.ts', agent(`export const x = ${'['.repeat(depth)}${']'.repeat(depth)};`)],
    ['calls.ts', agent(`export const x = ${'f('.repeat(depth)}${')'.repeat(depth)};`)],
    ['sum.ts', agent(`export const x = ${'1+'.repeat(depth)}1;`)],
    ['text.ts', agent(`export const x = ${'`${'.repeat(depth)}1${'}`'.repeat(depth)};`)],
    ['members.ts', agent(`export const x = a${'.b'.repeat(depth)};`)],
    ['deep.py', `from agents import Agent\nx = ${'['.repeat(depth)}${']'.repeat(depth)}\n`],
    [
      'nested.py',
      `from agents import Agent\n${Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}if x:`).join('\n')}\n${' '.repeat(3000)}pass\n`,
    ],
    ['chain.py', `from agents import Agent\nx = a${'.b()'.repeat(depth)}\n`],
    ['flow.json', `{"nodes":${'[{"data":'.repeat(depth)}1${'}]'.repeat(depth)}}`],
    ['package.json', `{"exports":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`],
    ['tsconfig.json', `{"compilerOptions":${'{"paths":'.repeat(depth)}1${'}'.repeat(depth)}}`],
    ['pyproject.toml', `x = ${'['.repeat(depth)}${']'.repeat(depth)}\n`],
    ['.github/workflows/a.yml', `on: push\njobs: ${'{a: '.repeat(5000)}1${'}'.repeat(5000)}\n`],
    ['.claude/settings.json', `{"permissions":${'['.repeat(depth)}${']'.repeat(depth)}}`],
    ['AGENTS.md', '> '.repeat(depth)],
    ['.claude/agents/a.md', `---\nname: ${'['.repeat(depth)}\n---\n${'*'.repeat(depth)}`],
    ['note.ipynb', `{"cells":${'['.repeat(depth)}${']'.repeat(depth)}}`],
  ])('%s, nested without end: no crash, and its neighbours are read', async (path, text) => {
    const report = await scan(tree({ 'ok/.mcp.json': mcp('fine'), [path]: text }));
    expect(report.nodes.map(({ name }) => name)).toContain('fine');
  });

  it.each([
    ['questions', `a:\n  ${'? '.repeat(400)}x`],
    ['lists', '- '.repeat(40_000)],
    ['properties', '&a '.repeat(40_000)],
    ['brackets', `x: ${'['.repeat(40_000)}`],
    ['braces', `x: ${'{a: '.repeat(40_000)}`],
    ['blocks', Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['questions in blocks', Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}?`).join('\n')],
  ])('in YAML: %s are given up on before they are parsed', async (_, text) => {
    const files = ['.github/workflows/a.yml', '.continue/config.yaml', '.claude/agents/a.md'];
    const report = await scan(
      tree({
        [files[0] ?? '']: text,
        [files[1] ?? '']: text,
        [files[2] ?? '']: `---\nname: x\n${text}\n---\n`,
        'ok/.mcp.json': mcp('fine'),
      }),
    );
    expect(report.nodes.map(({ name }) => name)).toContain('fine');
    expect(report.gaps.some(({ location }) => location?.file === '.continue/config.yaml')).toBe(true);
    const own = tree({ 'trefoil.yml': text });
    expect(await execute(own, 'scan')).toEqual({
      code: 2,
      out: '',
      err: 'trefoil: trefoil.yml: nested too deeply\n',
    });
  });

  it('expand without end', async () => {
    const list = (key: string, of: string) => `${key}: &${key} [${Array(9).fill(of).join(',')}]`;
    const bomb = [
      'a: &a [x,x]',
      ...'bcdefghijkl'.split('').map((key, i) => list(key, `*${'abcdefghijk'[i]}`)),
    ].join('\n');
    const report = await scan(
      tree({
        '.github/workflows/a.yml': `on: push\n${bomb}\njobs: *l\n`,
        '.continue/config.yaml': `${bomb}\nmcpServers: *l\n`,
        'config/agents.yaml': bomb,
        'ok/.mcp.json': mcp('fine'),
      }),
    );
    expect(report.nodes.map(({ name }) => name)).toContain('fine');
    expect(JSON.stringify(report).length).toBeLessThan(200_000);
  });
});

describe('patterns that could run for ever', () => {
  const evil = `${'a'.repeat(50_000)}!`;
  it.each([
    [
      'descriptions',
      {
        '.mcp.json': JSON.stringify({
          mcpServers: { [evil]: { command: evil, args: [evil, `--key=${evil}`], env: { TOKEN: evil } } },
        }),
      },
    ],
    [
      'spaces',
      {
        '.mcp.json': JSON.stringify({
          mcpServers: { x: { command: `npx ${' '.repeat(50_000)}x`, url: `https://${'a.'.repeat(20_000)}` } },
        }),
      },
    ],
    [
      'instructions',
      { 'AGENTS.md': `${'ignore previous '.repeat(5000)}${'<!--'.repeat(10_000)}${'=AB+'.repeat(10_000)}` },
    ],
    ['requirements', { 'requirements.txt': `${'a-'.repeat(50_000)}\n${'['.repeat(50_000)}\n` }],
    [
      'imports',
      {
        'a.ts': `import ${' '.repeat(100_000)}x\n${'import {'.repeat(20_000)}`,
        'b.py': `from ${'.'.repeat(100_000)}\n${'import a,'.repeat(20_000)}`,
      },
    ],
    [
      'ignore files',
      {
        '.gitignore': `${'*a'.repeat(5000)}\n${'**/'.repeat(2000)}x\n`,
        [`${'a'.repeat(200)}.ts`]: agent(''),
      },
    ],
    [
      'workflow conditions',
      {
        '.github/workflows/a.yml': `on: issues\njobs:\n  a:\n    if: "${'('.repeat(20_000)}"\n    steps:\n      - run: "${'claude -p '.repeat(5000)}"\n`,
      },
    ],
    [
      'set-up files',
      {
        'setup.py': `setup(${'install_requires=['.repeat(10_000)}`,
        'setup.cfg': `[options]\n${'install_requires =\n  '.repeat(10_000)}`,
      },
    ],
  ])('%s', async (_, files) => {
    await scan(tree({ ...files, 'ok/.mcp.json': mcp('fine') }));
  });

  it('of the user are cut short', async () => {
    const folder = tree({ 'a.ts': agent('') });
    const pattern = `${'*a'.repeat(300)}b`;
    const report = await scan(folder, '--exclude', pattern, '--include', '**/*.ts');
    expect(report.summary.coverage.filesSeen).toBe(1);
  });
});

describe('names that speak to the terminal', () => {
  const name =
    '\u001b[2J\u001b]0;owned\u0007\u202eevil\u0000\u200b<script>alert(1)</script>|`x`\r\n# Heading';
  it('never reach it in any format', async () => {
    const folder = tree({ '.mcp.json': mcp(name) });
    if (isUnix) writeFileSync(join(folder, 'a\u001b[31mred\n.mcp.json'), mcp('odd file'));
    for (const format of formats) {
      if (format === 'html') continue;
      const { out, err } = await execute(
        folder,
        'scan',
        '--format',
        format,
        '--fail-on',
        'never',
        '--no-cache',
      );
      expect(err).toBe('');
      // JSON formats keep names as they are, escaped.
      expect(out, format).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
      if (['text', 'markdown', 'mermaid'].includes(format)) {
        expect(out, format).not.toMatch(/[\u202e\u200b]/);
        expect(out, format).not.toMatch(/^# Heading/m);
      }
    }
  });
});

describe('what lies elsewhere', () => {
  it.skipIf(!isUnix)('is not read through links, devices or pipes', async () => {
    const folder = tree({ 'ok/.mcp.json': mcp('fine') });
    writeFileSync(join(base, 'outside.json'), mcp(secret));
    symlinkSync(join(base, 'outside.json'), join(folder, '.mcp.json'));
    symlinkSync(base, join(folder, 'up'));
    symlinkSync(join(folder, 'b'), join(folder, 'a'));
    symlinkSync(join(folder, 'a'), join(folder, 'b'));
    mkdirSync(join(folder, '.cursor'));
    symlinkSync('/dev/zero', join(folder, '.cursor/mcp.json'));
    expect(spawnSync('mkfifo', [join(folder, 'mcp.json')]).status).toBe(0);
    const report = await scan(folder);
    expect(JSON.stringify(report)).not.toContain(secret);
    expect(gapsOf(report)).toEqual(
      expect.arrayContaining(['link-outside-root .mcp.json', 'link-outside-root up']),
    );
    expect(report.nodes.map(({ name }) => name)).toContain('fine');
  });

  it.skipIf(!isUnix)('is no configuration of ours either', async () => {
    const folder = tree({});
    writeFileSync(join(base, 'other.yml'), `${secret}: [`);
    const config = join(folder, 'trefoil.yml');
    for (const [target, reason] of [
      [join(base, 'other.yml'), 'a link out of the scanned folder'],
      ['/dev/zero', 'a link out of the scanned folder'],
      [join(folder, 'nothing'), 'a broken link'],
    ] as const) {
      symlinkSync(target, config);
      const { code, err, out } = await execute(folder, 'scan');
      expect([code, out, err]).toEqual([2, '', `trefoil: cannot read trefoil.yml (${reason})\n`]);
      rmSync(config);
    }
    expect(spawnSync('mkfifo', [config]).status).toBe(0);
    expect((await execute(folder, 'scan')).err).toBe('trefoil: cannot read trefoil.yml (no regular file)\n');
    rmSync(config);
    writeFileSync(config, '');
    truncateSync(config, 3_000_000_000);
    expect((await execute(folder, 'scan')).err).toBe(
      'trefoil: cannot read trefoil.yml (larger than 1000000 bytes)\n',
    );
  });

  it.skipIf(!isUnix || isRoot)('may not be read: a gap', async () => {
    const folder = tree({ '.mcp.json': mcp('x'), 'locked/.mcp.json': mcp('y'), 'ok/.mcp.json': mcp('fine') });
    chmodSync(join(folder, '.mcp.json'), 0);
    chmodSync(join(folder, 'locked'), 0);
    const report = await scan(folder);
    expect(gapsOf(report)).toEqual(
      expect.arrayContaining(['unreadable-file .mcp.json', 'unreadable-file locked']),
    );
    chmodSync(join(folder, 'locked'), 0o700);
  });
});

describe('broken files', () => {
  it.each([
    ['.mcp.json', '{"mcpServers": {"a": '],
    ['.mcp.json', '\u0000\u0001\u0002'],
    ['.codex/config.toml', '[mcp_servers.x\n'],
    ['.vscode/mcp.json', '{"servers": 5, "inputs": []}{'],
    ['pyproject.toml', '[[['],
    ['package.json', '{'],
    ['tsconfig.json', '['],
  ])('%s gives a gap that names it', async (path, text) => {
    const report = await scan(tree({ [path]: text, 'ok/.mcp.json': mcp('fine') }));
    expect(gapsOf(report).filter(gap => gap.endsWith(` ${path}`))).not.toEqual([]);
  });

  it('that carry names of built-in properties change nothing', async () => {
    const odd =
      '{"mcpServers": {"__proto__": {"command": "npx", "args": ["p"]}, "constructor": {"command": "npx", "args": ["c"]}, "toString": {"command": "x"}}}';
    const report = await scan(
      tree({
        '.mcp.json': odd,
        'package.json':
          '{"name":"__proto__","dependencies":{"__proto__":"1","constructor":"2"},"exports":{"__proto__":"./x"}}',
      }),
    );
    const names = report.nodes.filter(({ kind }) => kind === 'mcp-server').map(({ name }) => name);
    expect(names.toSorted()).toEqual(['__proto__', 'constructor', 'toString']);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('that extend each other round in circles', async () => {
    await scan(
      tree({
        'tsconfig.json': '{"extends":"./b.json","compilerOptions":{"paths":{"@/*":["./*"]}}}',
        'b.json': '{"extends":"./tsconfig.json"}',
        'a.ts': agent(
          `export * from './b';\nimport { x } from './b';\nexport const y = x;\nnew Agent({ name: y, tools: [y] });`,
        ),
        'b.ts': `export * from './a';\nimport { y } from './a';\nexport const x = y;\n`,
      }),
    );
  });
});

describe('wrong calls', () => {
  it.each([
    [['scan', '--out', 'markdown=.'], /^trefoil: cannot write \. \(EISDIR\)\n$/],
    [['scan', '-o', 'x/\u0000'], /^trefoil: cannot write x\/ \(.*\)\n$/],
    [['scan', '--baseline', '.'], /^trefoil: cannot read \. \(EISDIR\)\n$/],
    [['scan', '--config', '.'], /^trefoil: cannot read \. \(no regular file\)\n$/],
    [['scan', '\u0000'], /^trefoil: cannot read .*\n$/],
    [['scan', ''], /^trefoil: a path is empty\n$/],
    [['scan', 'x'.repeat(5000)], /^trefoil: .*\n$/],
    [['scan', '--what-if', 'nonsense'], /^trefoil: --what-if nonsense: expected gate:NAME or remove:NAME\n$/],
    [['explain', '\u001b[31mx'], /^trefoil: no rule, chain or finding is called x \(rules: .*\n$/],
    [['view', '.', '--port', '99999'], /^trefoil: .*\n$/],
    [['mcp', 'audit', 'nowhere'], /^trefoil: nowhere does not exist\n$/],
    [['mcp', 'audit', '--listing', '.'], /^trefoil: cannot read \. \(EISDIR\)\n$/],
    [
      ['mcp', 'audit', '.', '--timeout', '0'],
      /^trefoil: option '--timeout <seconds>' argument '0' is invalid.*\n$/,
    ],
    [
      ['mcp', 'audit', '.', '--platform', 'beos'],
      /^trefoil: option '--platform <name>' argument 'beos' is invalid.*\n$/,
    ],
    [['mcp', 'lock', 'nowhere'], /^trefoil: nowhere does not exist\n$/],
    [['mcp', 'serve', '--root', 'nowhere'], /^trefoil: --root: ENOENT\n$/],
    [['mcp', 'nonsense'], /^trefoil: unknown command 'nonsense'\n$/],
    [['diff', 'a.json'], /^trefoil: missing required argument 'b'\n$/],
  ] as const)('%j: one line, code 2', async (args, line) => {
    const { code, out, err } = await execute(root, ...args);
    expect(err).toMatch(line);
    expect(err).not.toMatch(/internal error/);
    expect([code, out]).toEqual([2, '']);
  });

  it.each(['[]', '{}', 'null', '{"schemaVersion":99}', '{"schemaVersion":1,"nodes":5}', '['.repeat(100_000)])(
    'a report that is none: %.30s',
    async text => {
      writeFileSync(join(root, 'report.json'), text);
      for (const args of [
        ['diff', 'report.json', 'report.json'],
        ['explain', 'x', '--report', 'report.json'],
        ['scan', '--baseline', 'report.json'],
        ['view', 'report.json', '-o', 'out.html'],
      ]) {
        const { code, out, err } = await execute(root, ...args);
        expect(err).toMatch(/^trefoil: report\.json is not .*\n$/);
        expect([code, out]).toEqual([2, '']);
      }
    },
  );
});

describe('a hostile saved report', () => {
  it('reaches the terminal without what a terminal obeys', async () => {
    const evil = '\u001b[2J\u202eevil\r\n';
    const turn = (value: unknown): unknown => {
      if (typeof value === 'string') return value;
      if (Array.isArray(value)) return value.map(turn);
      if (typeof value !== 'object' || value === null) return value;
      const entries = Object.entries(value).map(([key, item]) => [
        key,
        ['id', 'name', 'detail', 'message', 'explanation', 'file', 'mechanism', 'context', 'agent'].includes(
          key,
        ) && typeof item === 'string'
          ? evil + item
          : turn(item),
      ]);
      return Object.fromEntries(entries);
    };
    writeFileSync(join(root, 'a.json'), json(deskReport));
    writeFileSync(
      join(root, 'b.json'),
      JSON.stringify({ ...(turn(deskReport) as object), tool: deskReport.tool }),
    );
    for (const args of [
      ['diff', 'a.json', 'b.json'],
      ['diff', 'b.json', 'a.json'],
      ['explain', `${evil}c0ffee`, '--report', 'b.json'],
    ]) {
      const { out, err } = await execute(root, ...args);
      expect(out + err).toContain('evil');
      expect(out + err, args.join(' ')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    }
  });
});
