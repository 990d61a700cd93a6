import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { folderWith, wholeHome } from './home-files.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const canTrace = spawnSync('strace', ['-V']).status === 0 && existsSync(cli);
const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** Programs started and addresses families of sockets opened by one run of the built command, with every child. */
function watch(cwd: string, ...args: readonly string[]) {
  const log = join(mkdtempSync(join(tmpdir(), 'trefoil-trace-')), 'log');
  made.push(join(log, '..'));
  const calls = 'trace=execve,execveat,socket,connect,bind,sendto';
  const { status, stderr } = spawnSync(
    'strace',
    ['-f', '-qq', '-s', '300', '-e', calls, '-o', log, process.execPath, cli, ...args],
    { cwd, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
  );
  const lines = readFileSync(log, 'utf8').split('\n');
  const started = lines.flatMap(line => {
    // A search through PATH tries folders in turn: only what was found counts.
    const [, program] = /execve(?:at)?\("([^"]+)".*\) = 0$/.exec(line) ?? [];
    return program === undefined ? [] : [basename(program)];
  });
  return {
    status,
    stderr,
    started: [...new Set(started)].sort(),
    sockets: lines.filter(line => /\b(?:socket|connect|bind|sendto)\(/.test(line)),
  };
}

describe.skipIf(!canTrace)('an audit that was not asked to', () => {
  it('starts nothing and opens no socket: a home folder', () => {
    const home = wholeHome('linux');
    made.push(home);
    const { status, stderr, started, sockets } = watch(
      home,
      'mcp',
      'audit',
      '--home',
      home,
      '--fail-on',
      'never',
    );
    expect([status, stderr]).toEqual([0, '']);
    expect(started).toEqual(['node']);
    expect(sockets).toEqual([]);
  });

  it('starts nothing but git and opens no socket: a repository with servers of its own', () => {
    const root = folderWith({
      '.mcp.json': JSON.stringify({
        mcpServers: { a: { command: 'node', args: ['server.js'] }, b: { command: 'npx', args: ['-y', 'x'] } },
      }),
      'server.js': `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';\nconst s = new McpServer({ name: 'a', version: '1' });\ns.registerTool('t', {}, async () => {});\n`,
      'package.json': '{"name":"x","scripts":{"postinstall":"touch proof"}}',
    });
    made.push(root);
    for (const command of [
      ['mcp', 'audit', '.'],
      ['scan', '.'],
      ['mcp', 'lock', '.'],
    ]) {
      const { status, stderr, started, sockets } = watch(
        root,
        ...command,
        ...(command[1] === 'lock' ? [] : ['--fail-on', 'never']),
      );
      expect([status, stderr.replace(/^wrote .*\n$/, '')]).toEqual([0, '']);
      expect(started.filter(program => program !== 'node')).toEqual(['git']);
      expect(sockets).toEqual([]);
    }
  });
});
