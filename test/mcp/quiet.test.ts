import childProcess from 'node:child_process';
import { rmSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mcpAuditCommand } from '../../src/cli/mcp-audit.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { folderWith, wholeHome } from './home-files.ts';

/** Everything that was started or connected to while the module was patched. */
const started: string[] = [];
const connected: string[] = [];
const before = { ...childProcess, connect: net.Socket.prototype.connect };
const made: string[] = [];

beforeAll(() => {
  const watch = (
    name: 'spawn' | 'spawnSync' | 'execFile' | 'execFileSync' | 'exec' | 'execSync' | 'fork',
  ) => {
    const original = childProcess[name] as (...args: unknown[]) => unknown;
    Object.assign(childProcess, {
      [name]: (...args: unknown[]) => {
        started.push(String(args[0]));
        return original(...args);
      },
    });
  };
  for (const name of ['spawn', 'spawnSync', 'execFile', 'execFileSync', 'exec', 'execSync', 'fork'] as const)
    watch(name);
  net.Socket.prototype.connect = function connect(this: net.Socket, ...args: unknown[]) {
    connected.push(JSON.stringify(args[0]));
    return this;
  } as typeof net.Socket.prototype.connect;
  syncBuiltinESMExports();
});

afterAll(() => {
  const { connect, ...own } = before;
  Object.assign(childProcess, own);
  net.Socket.prototype.connect = connect;
  syncBuiltinESMExports();
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

function terminal(cwd: string, home: string): Terminal & { readonly text: () => string } {
  let out = '';
  return {
    cwd,
    env: { HOME: home },
    outIsTty: false,
    errIsTty: false,
    out: async text => {
      out += text;
    },
    err: () => {},
    stopped: new Promise(() => {}),
    text: () => out,
  };
}

const flags = { format: 'json', out: [], quiet: true } as const;

// The first audit also loads the program.
const timeout = 120_000;

describe('an audit without --connect and --resolve', { timeout }, () => {
  it('starts nothing and connects to nobody, whatever a home folder holds', async () => {
    const home = wholeHome('linux');
    made.push(home);
    const t = terminal(home, home);
    await mcpAuditCommand(undefined, { ...flags, home }, t);
    expect(JSON.parse(t.text()).nodes.length).toBeGreaterThan(40);
    expect(started).toEqual([]);
    expect(connected).toEqual([]);
  });

  it('starts git alone for a repository', async () => {
    const root = folderWith({
      '.mcp.json': JSON.stringify({ mcpServers: { evil: { command: 'npx', args: ['-y', 'evil-mcp'] } } }),
      'package.json': JSON.stringify({ name: 'x', scripts: { postinstall: 'touch /tmp/never' } }),
    });
    made.push(root);
    const t = terminal(root, root);
    await mcpAuditCommand(root, flags, t);
    expect(JSON.parse(t.text()).nodes.length).toBeGreaterThan(0);
    expect(new Set(started)).toEqual(new Set(['git']));
    expect(connected).toEqual([]);
  });
});
