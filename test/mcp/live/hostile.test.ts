import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { LiveLimits } from '../../../src/mcp/live/limits.ts';
import { type Listing, listServer } from '../../../src/mcp/live/list.ts';
import { liveView } from '../../../src/mcp/live/live-view.ts';
import { processesWith, zombies } from './processes.ts';

const script = fileURLToPath(new URL('./servers/hostile.mjs', import.meta.url));
const mark = randomUUID();
const limits: LiveLimits = { deadline: 8000, output: 1_000_000, message: 500_000, pages: 50, items: 3000 };
const short: LiveLimits = { ...limits, deadline: 900 };
const isLinux = process.platform === 'linux';
const homes = (): readonly string[] => readdirSync(tmpdir()).filter(name => name.startsWith('trefoil-home-'));
const before = new Set(homes());

async function ask(mode: string, bounds: LiveLimits = limits): Promise<Listing> {
  const launch = { command: process.execPath, args: [script, mode], env: { MARK: mark } };
  return listServer({ kind: 'process', launch }, bounds);
}

const names = (listing: Listing): readonly unknown[] =>
  listing.tools.map(tool => (tool as { readonly name?: unknown } | null)?.name);

afterEach(() => {
  if (!isLinux) return;
  expect(processesWith(mark)).toEqual([]);
  expect(zombies()).toEqual([]);
});

afterAll(() => {
  expect(homes().filter(name => !before.has(name))).toEqual([]);
});

describe('an honest server', () => {
  it('is listed completely, over all pages', async () => {
    const listing = await ask('honest');
    expect(listing.problems).toEqual([]);
    expect(names(listing)).toEqual(['one', 'two']);
    expect(listing).toMatchObject({
      way: 'session',
      unstable: false,
      server: { name: 'server honest', version: '1.2.3' },
      instructions: 'Call one before two.',
      resources: [{ name: 'notes' }],
      resourceTemplates: [{ uriTemplate: 'notes://{day}' }],
      prompts: [{ name: 'sum-up' }],
    });
  });

  it('may greet on standard output', async () => {
    expect(names(await ask('banner'))).toEqual(['only']);
  });

  it('may speak the stateless protocol alone', async () => {
    const listing = await ask('stateless');
    expect(listing.problems).toEqual([]);
    expect(names(listing)).toEqual(['only']);
    expect(listing).toMatchObject({ way: 'stateless', instructions: 'No session here.' });
  });

  it('gets an empty home and no variables of ours', async () => {
    const listing = await ask('environment');
    expect(names(listing).toSorted()).toEqual(['HOME', 'LANG', 'MARK', 'PATH', 'TMPDIR', 'USERPROFILE']);
    const home = listing.tools.find(tool => (tool as { name: string }).name === 'HOME') as {
      description: string;
    };
    expect(home.description).toContain('trefoil-home-');
  });
});

describe('a server that does not answer', () => {
  it.each(['silent', 'garbage'])('%s: is given up at the deadline', async mode => {
    const listing = await ask(mode, short);
    expect(listing.problems).toEqual(['The server did not answer in full within 1 s.']);
    expect(listing.way).toBeUndefined();
  });

  it('half-way: what came before stays', async () => {
    const listing = await ask('stalls', short);
    expect(names(listing)).toEqual(['first']);
    expect(listing.problems.join()).toMatch(/did not answer in full|timed out/);
    expect(liveView(listing, 's').view.complete).toBe(false);
  });

  it('because there is none', async () => {
    const launch = { command: 'no-such-program-anywhere', args: [], env: {} };
    const { problems } = await listServer({ kind: 'process', launch }, limits);
    expect(problems).toEqual([
      expect.stringContaining("the program 'no-such-program-anywhere' was not found"),
    ]);
  });
});

describe('a server that says too much', () => {
  it.each(['flood', 'errors'])('%s: is cut off', async mode => {
    expect((await ask(mode)).problems).toContain('The server wrote more than it may.');
  });

  it('in one line without end: is cut off', async () => {
    expect((await ask('endless-line')).problems).toContain('The server sent one message without end.');
  });

  it('in a million tools: the first are kept', async () => {
    const listing = await ask('million', { ...limits, output: 20_000_000, message: 5_000_000 });
    expect(listing.tools).toHaveLength(3000);
    expect(listing.problems).toEqual(['tools/list gives 3000 items or more; the rest was left out.']);
  });

  it('in endless pages: a repeated cursor ends it', async () => {
    const listing = await ask('same-cursor');
    expect(listing.problems).toEqual(['tools/list repeats a cursor.']);
    expect(names(listing)).toEqual(['t1', 't2']);
  });

  it('in a schema nested without end', async () => {
    const listing = await ask('deep', { ...limits, output: 5_000_000, message: 3_000_000 });
    const { view, problems } = liveView(listing, 's');
    expect(view.tools.map(tool => tool.name)).toEqual(['deep', 'flat']);
    expect(problems).toContain("The schema of 'deep' is nested too deeply; its end was left out.");
    expect(JSON.stringify(view).length).toBeLessThan(5000);
  });
});

describe('a server that misbehaves', () => {
  it('dies at once', async () => {
    expect((await ask('dies')).problems).toEqual(['The server ended by itself (exit code 7).']);
  });

  it('dies half-way: what came before stays', async () => {
    const listing = await ask('dies-midway');
    expect(names(listing)).toEqual(['first']);
    expect(listing.problems.join()).toContain('The server ended by itself (exit code 3).');
    expect(liveView(listing, 's').view.complete).toBe(false);
  });

  it('changes its list between two questions', async () => {
    const listing = await ask('changes');
    expect(listing.unstable).toBe(true);
    expect(liveView(listing, 's').view.properties?.unstable).toBeDefined();
  });

  it('puts terminal escapes into names', async () => {
    const { problems } = liveView(await ask('ansi'), 's');
    expect(problems).toEqual([expect.stringContaining('holds control characters')]);
  });

  it('sends odd values among its tools', async () => {
    const { view, problems } = liveView(await ask('odd'), 's');
    expect(view.tools.map(tool => tool.name)).toEqual(['good', 'bad']);
    expect(problems).toEqual(['4 tools without a name were left out.', '1 tools have the name of another.']);
  });

  it('answers without a list', async () => {
    const listing = await ask('no-list');
    expect(listing.problems).toEqual(['tools/list answers without a list of tools.']);
  });

  it('asks us for files, a completion and a password: it gets none, and is listed', async () => {
    const listing = await ask('requests');
    expect(listing.problems).toEqual([]);
    expect(names(listing)).toEqual(['only']);
  });

  it.each(['stubborn', 'family'])('%s: is ended with everything it started', async mode => {
    expect(names(await ask(mode))).toEqual(['only']);
    // afterEach looks for survivors.
  });
});
