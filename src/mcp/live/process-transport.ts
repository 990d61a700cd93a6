import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js';
import type { LiveLimits } from './limits.ts';

/** What to start. `env` is everything the server gets besides a search path and an empty home. */
export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: { readonly [name: string]: string };
  readonly cwd?: string;
}

/**
 * Talks to a started server over its standard streams. The process gets its own group, an empty temporary home and no
 * variables but those given; closing ends the whole group. Output beyond the limits ends it as well.
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
  #written = 0;
  #pending: Buffer[] = [];
  #pendingSize = 0;

  constructor(launch: Launch, limits: LiveLimits) {
    this.#launch = launch;
    this.#limits = limits;
  }

  async start(): Promise<void> {
    const { command, args, env, cwd } = this.#launch;
    this.#home = await mkdtemp(join(tmpdir(), 'trefoil-home-'));
    const base =
      process.platform === 'win32'
        ? { SystemRoot: process.env.SystemRoot, PATHEXT: process.env.PATHEXT }
        : {};
    const child = spawn(command, [...args], {
      env: {
        ...base,
        PATH: process.env.PATH,
        HOME: this.#home,
        USERPROFILE: this.#home,
        TMPDIR: this.#home,
        LANG: 'C.UTF-8',
        ...env,
      },
      cwd: cwd ?? this.#home,
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
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
      child.once('error', reject);
    });
    child.on('error', error => this.onerror?.(error));
  }

  async send(message: JSONRPCMessage): Promise<void> {
    const input = this.#child?.stdin;
    if (!input?.writable) throw new Error('The server does not read any more.');
    await new Promise<void>(resolve => input.write(`${JSON.stringify(message)}\n`, () => resolve()));
  }

  async close(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child) {
      child.stdout?.destroy();
      child.stderr?.destroy();
      child.stdin?.destroy();
      kill(child);
      if (child.exitCode === null && child.signalCode === null)
        await new Promise<void>(resolve => {
          child.once('exit', () => resolve());
          setTimeout(resolve, 2000).unref();
        });
    }
    const home = this.#home;
    this.#home = undefined;
    if (home) await rm(home, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
    this.onclose?.();
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

/** Ends a process and everything it started. */
function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32')
      spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}
