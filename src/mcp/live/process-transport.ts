import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js';
import type { LiveLimits } from './limits.ts';
import { endTree } from './process-tree.ts';
import type { Sandbox } from './sandbox.ts';

/** What to start. `env` is everything the server gets besides a search path and an empty home. */
export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: { readonly [name: string]: string };
  readonly cwd?: string;
  /** Cuts network and the user's folder off. */
  readonly sandbox?: Sandbox;
  /** Folders that stay readable in the sandbox, beside `cwd`. */
  readonly readable?: readonly string[];
}

/**
 * Talks to a started server over its standard streams. The process gets its own group, an empty temporary home and no
 * variables but those given; closing ends it with everything it started. Output beyond the limits ends it as well.
 */
export class ProcessTransport implements Transport {
  onmessage?: (message: JSONRPCMessage) => void;
  onerror?: (error: Error) => void;
  onclose?: () => void;
  /** Why the connection ended early, in words. */
  ended: string | undefined;
  readonly #launch: Launch;
  readonly #limits: LiveLimits;
  #child: ChildProcess | undefined;
  #home: string | undefined;
  #closed = false;
  #written = 0;
  #pending: Buffer[] = [];
  #pendingSize = 0;

  constructor(launch: Launch, limits: LiveLimits) {
    this.#launch = launch;
    this.#limits = limits;
  }

  async start(): Promise<void> {
    const home = await mkdtemp(join(tmpdir(), 'trefoil-home-'));
    this.#home = home;
    // The deadline may have passed meanwhile; whoever closed it could not end what was not there.
    if (this.#closed) return this.close();
    const { command, args, cwd, options } = launchOf(this.#launch, home);
    const child = spawn(command, [...args], { ...options, cwd, stdio: ['pipe', 'pipe', 'pipe'] });
    this.#child = child;
    child.stdout.on('data', (chunk: Buffer) => this.#read(chunk));
    child.stderr.on('data', (chunk: Buffer) => this.#count(chunk.length));
    child.stdin.on('error', error => this.onerror?.(error));
    child.on('exit', code => {
      if (this.#child) this.ended ??= `The server ended by itself (exit code ${code ?? 'none'}).`;
      this.onclose?.();
    });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', error => reject(startError(this.#launch.command, error)));
    });
    child.on('error', error => this.onerror?.(error));
  }

  async send(message: JSONRPCMessage): Promise<void> {
    const input = this.#child?.stdin;
    if (!input?.writable) throw new Error('The server does not read any more.');
    await new Promise<void>(resolve => input.write(`${JSON.stringify(message)}\n`, () => resolve()));
  }

  async close(): Promise<void> {
    this.#closed = true;
    const child = this.#child;
    const home = this.#home;
    this.#child = undefined;
    this.#home = undefined;
    if (child) {
      child.stdout?.destroy();
      child.stderr?.destroy();
      child.stdin?.destroy();
      await endTree(child, home ?? '');
    }
    if (home) await rm(home, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
    if (child) this.onclose?.();
  }

  #read(chunk: Buffer): void {
    if (!this.#count(chunk.length)) return;
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      this.#pending.push(chunk.subarray(start, end));
      this.#line(Buffer.concat(this.#pending).toString('utf8'));
      this.#pending = [];
      this.#pendingSize = 0;
      start = end + 1;
    }
    if (start >= chunk.length) return;
    this.#pending.push(chunk.subarray(start));
    this.#pendingSize += chunk.length - start;
    if (this.#pendingSize > this.#limits.message) this.#end('The server sent one message without end.');
  }

  #line(line: string): void {
    if (!line.trim().startsWith('{') && !line.trim().startsWith('[')) return;
    try {
      this.onmessage?.(JSON.parse(line) as JSONRPCMessage);
    } catch (error) {
      this.onerror?.(error instanceof Error ? error : new Error('not JSON'));
    }
  }

  #count(size: number): boolean {
    this.#written += size;
    if (this.#written <= this.#limits.output) return true;
    this.#end('The server wrote more than it may.');
    return false;
  }

  #end(reason: string): void {
    this.ended ??= reason;
    void this.close();
  }
}

function launchOf({ command, args, env, cwd, sandbox, readable = [] }: Launch, home: string) {
  const visible = { home, cwd: cwd ?? home, read: [...(cwd === undefined ? [] : [cwd]), ...readable] };
  const wrapped = sandbox?.({ command, args }, visible) ?? { command, args };
  const windows =
    process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot, PATHEXT: process.env.PATHEXT } : {};
  const own = { PATH: process.env.PATH, HOME: home, USERPROFILE: home, TMPDIR: home, LANG: 'C.UTF-8' };
  return {
    ...wrapped,
    cwd: cwd ?? home,
    options: {
      env: { ...windows, ...own, ...env },
      detached: process.platform !== 'win32',
      windowsHide: true,
    },
  };
}

function startError(command: string, error: NodeJS.ErrnoException): Error {
  if (error.code === 'ENOENT') return new Error(`the program '${command}' was not found`);
  return new Error(`the program '${command}' could not be started (${error.code ?? error.message})`);
}
