import { describe, expect, it } from 'vitest';
import { scriptBehavior, shown } from './project.ts';

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
