import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const samples = fileURLToPath(new URL('../../samples/', import.meta.url));
const python = ['python3', 'python'].find(name => spawnSync(name, ['--version']).status === 0);
const files = readdirSync(samples, { recursive: true, encoding: 'utf8' })
  .map(name => name.replaceAll('\\', '/'))
  .filter(name => name.endsWith('.py'))
  .sort();
const hasAgents =
  python !== undefined &&
  spawnSync(python, ['-c', 'import agents, httpx'], { encoding: 'utf8' }).status === 0;

describe('samples in Python', () => {
  it.skipIf(!python)('compile', () => {
    expect(files.length).toBeGreaterThan(0);
    const program = 'import ast, sys\nfor name in sys.argv[1:]: ast.parse(open(name).read(), name)';
    const { status, stderr } = spawnSync(python ?? '', ['-c', program, ...files], {
      cwd: samples,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it.skipIf(!hasAgents).each([
    ['vulnerable', { mails: ['mallory@attacker.example: card 1815'], waiting: [] }],
    ['fixed', { mails: [], waiting: ['send_message'] }],
  ])('run on their framework where it is installed: %s', (variant, expected) => {
    const { stdout } = spawnSync(python ?? '', ['-B', 'run.py', variant], {
      cwd: `${samples}support-agent-py`,
      encoding: 'utf8',
    });
    expect(JSON.parse(stdout)).toEqual(expected);
  });
});
