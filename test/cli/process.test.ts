import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'trefoil-process-'));
const servers = Object.fromEntries(
  Array.from({ length: 400 }, (_, index) => [
    `server-${index}`,
    { command: 'npx', args: ['-y', `pkg-${index}`] },
  ]),
);
writeFileSync(join(folder, '.mcp.json'), JSON.stringify({ mcpServers: servers }));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const execute = (...args: readonly string[]) =>
  spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });

// `npm test` builds first; a bare vitest run in a fresh tree has nothing to start.
describe.skipIf(!existsSync(cli))('the built command', () => {
  it('prints machine output alone on standard output, and nothing else', () => {
    const { stdout, stderr, status } = execute('scan', '--format', 'json', '--fail-on', 'never');
    expect(JSON.parse(stdout).nodes.length).toBeGreaterThan(400);
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('gives the same bytes twice, whatever the cache holds', () => {
    const first = execute('scan', '--format', 'json', '--fail-on', 'never').stdout;
    expect(execute('scan', '--format', 'json', '--fail-on', 'never', '--no-cache').stdout).toBe(first);
  });

  it('ends quietly when its reader goes away', async () => {
    const child = spawn(process.execPath, [cli, 'scan', '--format', 'json', '--fail-on', 'never'], {
      cwd: folder,
    });
    let errors = '';
    child.stderr.on('data', chunk => {
      errors += chunk;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise(resolve => child.on('close', resolve));
    expect(errors).toBe('');
    expect(code).toBe(0);
  });

  it('holds no absolute path', () => {
    for (const format of ['text', 'json', 'sarif', 'markdown', 'mermaid', 'cyclonedx']) {
      expect(execute('scan', '--format', format, '--fail-on', 'never').stdout).not.toContain(folder);
    }
  });
});
