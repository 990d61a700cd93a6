import { describe, expect, it } from 'vitest';
import { pythonBehavior, scriptBehavior, shown } from './project.ts';

describe('functions made from other functions', () => {
  it('promisify(exec) starts what exec starts', () => {
    const found = scriptBehavior(`
import { exec } from 'child_process';
import { promisify } from 'util';
const execAsync = promisify(exec);
export async function tool() {
  const { stdout } = await execAsync('ps aux');
  return stdout.split('\\n').map(line => ({ line }));
}`);
    expect(found.calls.map(call => [call.symbol, call.returns])).toEqual([['child_process#exec', 'content']]);
  });

  it('AsyncLocalStorage.run gives what its function gives', () => {
    const found = scriptBehavior(`
import { AsyncLocalStorage } from 'node:async_hooks';
const context = new AsyncLocalStorage();
const within = (name, run) => context.run(name, run);
export async function tool({ url }) {
  const { text } = await within('fetch', async () => ({ text: await (await fetch(url)).text() }));
  return { content: [{ type: 'text', text }] };
}`);
    expect(shown(found)).toEqual(['http.get url=model -> content']);
    expect(found.unknown).toEqual([]);
  });
});

describe('a path that was looked at on the way', () => {
  it('is still the path that the model chose', () => {
    const found = scriptBehavior(`
import fs from 'fs/promises';
async function valid(path) {
  const real = await fs.realpath(path);
  if (!real.startsWith('/work/')) throw new Error('outside');
  return real;
}
export async function tool({ path }) {
  return await fs.readFile(await valid(path), 'utf-8');
}`);
    expect(shown(found)).toEqual(['file.read path=model -> content']);
    expect(found.calls[0]?.checks.map(check => [check.kind, check.weak])).toEqual([['path', undefined]]);
  });
});

describe('prepared statements', () => {
  it('ask what the statement says, whatever values they are given', () => {
    const found = scriptBehavior(`
import Database from 'better-sqlite3';
const db = new Database('nodes.db');
export function tool({ type }) {
  return db.prepare('SELECT * FROM nodes WHERE type = ?').get(type);
}`);
    expect(shown(found)).toEqual(['db.read sql=constant -> content']);
  });

  it('of an unknown adapter are rows, not statements of the model', () => {
    const found = scriptBehavior(`
import Database from 'better-sqlite3';
import { open } from 'somewhere';
export async function tool({ type }) {
  const db = await open(Database);
  const find = db.prepare(db.named('by-type'));
  return find.get(type);
}`);
    expect(found.calls.flatMap(call => call.capabilities)).not.toContain('db.query');
  });

  it('a search in SOSL is a query of the service it is given to', () => {
    const found = scriptBehavior(`
import jsforce from 'jsforce';
export async function tool(conn, { term }) {
  return await conn.search(\`FIND {\${term}} IN ALL FIELDS RETURNING Account(Name)\`);
}`);
    expect(found.calls.map(call => [call.capabilities, call.returns])).toEqual([[['crm.read'], 'content']]);
  });
});

describe('arguments with a type read off a schema', () => {
  it('are what the model fills in', () => {
    const found = scriptBehavior(`
import { z } from 'zod';
import fs from 'fs/promises';
import path from 'path';
const Schema = z.object({ path: z.string() });
let allowed: string[] = [];
export function setAllowed(folders: string[]) { allowed = [...folders]; }
async function valid(p: string): Promise<string> {
  const absolute = path.isAbsolute(p) ? path.resolve(p) : path.resolve(allowed[0], p);
  return await fs.realpath(absolute);
}
export const tool = async (args: z.infer<typeof Schema>) => fs.readFile(await valid(args.path), 'utf-8');`);
    expect(shown(found)).toEqual(['file.read path=model -> content']);
    expect(found.calls[0]?.arguments[0]?.parameters).toEqual(['path']);
  });
});

describe('maps that outlive the call', () => {
  it('hold what other calls put there', () => {
    const found = scriptBehavior(`
const sessions = new Map();
export function start(id, lines) { sessions.set(id, { lines }); }
export function tool({ id }) { return sessions.get(id).lines.join('\\n'); }`);
    expect(found.records).toMatchObject([{ name: 'sessions', access: 'read' }]);
  });

  it('do not make a call of a kept client disappear', () => {
    const found = scriptBehavior(`
const clients = { a: new Map() };
export async function tool() {
  const client = clients.a.get('k');
  const [projects] = await client.searchProjects();
  return projects.map(project => project.projectId);
}`);
    expect(found.unknown.map(({ name, returned }) => [name, returned])).toEqual([
      ['client.searchProjects', true],
    ]);
  });

  it('made in the same call show what is in them', () => {
    const found = scriptBehavior(`
export async function tool({ url }) {
  const pages = new Map();
  pages.set('one', await (await fetch(url)).text());
  return pages.get('one');
}`);
    expect(shown(found)).toEqual(['http.get url=model -> content']);
    expect(found.records).toEqual([]);
  });
});

describe('methods that a foreign base class calls', () => {
  it('pass on what the parser is fed', () => {
    const found = pythonBehavior(`
import httpx
from html.parser import HTMLParser
class Text(HTMLParser):
    def __init__(self):
        super().__init__()
        self.chunks: list[str] = []
    def handle_data(self, data):
        self.chunks.append(data.strip())
    def text(self):
        return "\\n".join(self.chunks)
def tool(url: str):
    parser = Text()
    parser.feed(httpx.get(url).text)
    return parser.text()
`);
    expect(shown(found)).toEqual(['http.get url=model -> content']);
  });
});

describe('programs and places', () => {
  it('a program of a package is known by the package', () => {
    const found = scriptBehavior(`
import { execFile } from 'child_process';
import { rgPath } from '@vscode/ripgrep';
export function tool({ pattern }) { return execFile(rgPath, ['--json', pattern]); }`);
    expect(found.calls.map(call => call.capabilities)).toEqual([['file.read']]);
  });

  it('a query on how a service is set up reads no customers', () => {
    const ask = (from: string) =>
      scriptBehavior(`
import jsforce from 'jsforce';
const conn = new jsforce.Connection({});
export async function tool({ name }) {
  return await conn.query(\`SELECT Id, Name FROM ${from} WHERE Name = '\${name}'\`);
}`).calls.map(call => call.capabilities);
    expect(ask('PermissionSet')).toEqual([['config.read']]);
    expect(ask('Account')).toEqual([['crm.read']]);
  });

  it('a path below an address that the program keeps is on a server of its own', () => {
    const found = pythonBehavior(`
import json, requests
SETTINGS = json.load(open("settings.json"))
def tool(page: str):
    return requests.get(f"{SETTINGS['url']}/rest/api/content/{page}").json()
`);
    expect(found.calls.at(-1)?.arguments[0]).toMatchObject({ role: 'url', base: 'config' });
  });
});

describe('a search in a remote sandbox', () => {
  const run = (program: string) =>
    scriptBehavior(`
import { Sandbox } from '@e2b/code-interpreter';
export async function tool({ pattern }) {
  const sandbox = await Sandbox.create();
  const { stdout } = await sandbox.commands.run(\`${program} \${pattern}\`);
  return stdout;
}`).calls.flatMap(call => call.capabilities);

  it('brings back files that were put there', () => {
    expect(run('rg -n --')).toContain('workspace.read');
    expect(run('make')).not.toContain('workspace.read');
  });
});

describe('the text of a real path', () => {
  it('is a text, not the module that looked it up', () => {
    const found = scriptBehavior(`
import fs from 'fs/promises';
export async function tool({ path }) {
  const real = await fs.realpath(path);
  return real.slice(0, 20);
}`);
    expect(found.unknown).toEqual([]);
    expect(found.calls).toEqual([]);
  });
});

describe('an address put together with plus', () => {
  it('leads where its beginning says', () => {
    const found = scriptBehavior(`
export async function tool({ id }) {
  return await (await fetch('https://api.example.com/v1/projects/' + encodeURIComponent(id) + '/forks')).text();
}`);
    expect(found.calls[0]?.arguments[0]).toMatchObject({ kind: 'part', host: 'api.example.com' });
  });
});

describe('parameters of an address that are appended one by one', () => {
  it('are part of it', () => {
    const found = scriptBehavior(`
export async function tool({ query }) {
  const url = new URL('https://api.search.brave.com/res/v1/web/search');
  const params = new URLSearchParams();
  params.append('q', query);
  const address = url.toString() + '?' + params.toString();
  return await (await fetch(address)).json();
}`);
    expect(found.calls.flatMap(call => call.arguments.flatMap(one => one.parameters))).toContain('query');
  });
});
