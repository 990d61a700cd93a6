import { describe, expect, it } from 'vitest';
import { scanInline } from '../guards/scan-inline.ts';
import { behaviorIn, pythonBehavior, scriptBehavior, shown } from './project.ts';

const telegram = (body: string) => `
import os
from telethon import TelegramClient, functions
from telethon.tl.functions.users import GetFullUserRequest

def discover():
    found = {}
    for name, value in os.environ.items():
        found[name] = TelegramClient(value, 1, "hash")
    return found

clients: dict[str, TelegramClient] = discover()

def get_client(account: str = None) -> TelegramClient:
    if account is None:
        return next(iter(clients.values()))
    return clients[account.lower()]

async def tool(chat: str, text: str, account: str = None):
    cl = get_client(account)
    ${body}
`;

describe('objects of a declared class', () => {
  it('are what a function says it returns, wherever it takes them from', () => {
    const sent = pythonBehavior(telegram('await cl.send_message(chat, text)'));
    expect(shown(sent)).toEqual(['chat.send recipient=model body=model -> none']);
    expect(sent.unknown).toEqual([]);
  });

  it('are what a parameter or a variable is annotated with', () => {
    const text = (line: string) => `
from pagerduty import RestApiV2Client
from somewhere import registry

def ask(client: RestApiV2Client, id: str):
    return client.rget("/incidents/" + id)

def tool(id: str):
    ${line}
`;
    for (const line of [
      'return ask(registry.current.thing, id)',
      'client: RestApiV2Client = registry.current.thing\n    return client.rget("/incidents/" + id)',
    ])
      expect(pythonBehavior(text(line)).calls.map(call => [call.capabilities, call.sure])).toEqual([
        [['http.get'], true],
      ]);
  });

  it('stay what they are where more is known, and data stays data', () => {
    const text = `
from pydantic import BaseModel
import requests

class Issue(BaseModel):
    title: str

def load(id: str) -> Issue:
    return requests.get("https://api.example.com/" + id).json()

def tool(id: str):
    return load(id).title
`;
    expect(shown(pythonBehavior(text))).toEqual(['http.get url=part -> content']);
  });
});

describe('requests given to a client as objects', () => {
  it('say what the call does', () => {
    const request = 'functions.messages.SendMessageRequest(peer=chat, message=text)';
    expect(shown(pythonBehavior(telegram(`await cl(${request})`)))).toEqual([
      'chat.send peer=model body=model -> none',
    ]);
    expect(shown(pythonBehavior(telegram('return await cl(GetFullUserRequest(chat))')))).toEqual([
      'contacts.read -> content',
    ]);
  });

  it('that are not known leave the call what it may be', () => {
    const [call] = pythonBehavior(telegram('return await cl(functions.new.UnheardRequest(text))')).calls;
    expect(call?.capabilities).toEqual(['chat.manage', 'chat.read']);
  });
});

describe('clients of some server', () => {
  it('are told by the verb and a path in first place', () => {
    const python = (call: string) => `
from somewhere import backend
def tool(id: str, note: str):
    return backend().${call}
`;
    const of = (call: string) => pythonBehavior(python(call)).calls.map(one => one.capabilities.join());
    expect(of('api_get(f"/tickets/{id}")')).toEqual(['http.get']);
    expect(of('post("/tickets", json={"note": note})')).toEqual(['http.send']);
    expect(of('delete(f"/tickets/{id}")')).toEqual(['http.send']);
    expect(of('get("ticket")')).toEqual([]);
  });

  it('are none where a route is declared', () => {
    const text = `
import { app } from './app';
export function tool({ id }: { id: string }) { app.post('/hook', () => id); return 'ok'; }`;
    expect(scriptBehavior(text).calls).toEqual([]);
  });
});

describe('an argument that the caller fixes', () => {
  const text = (dispatch: string) => `
import { unlink, readFile } from 'node:fs/promises';
async function file(operation: string, name: string) { ${dispatch} }
export async function tool({ name }: { name: string }) { return await file('read', '/data/' + name); }
export async function any({ operation, name }: { operation: string; name: string }) {
  return await file(operation, '/data/' + name);
}`;
  const chains = {
    if: "if (operation === 'read') return (await readFile(name)).toString(); if (operation !== 'drop') return ''; await unlink(name);",
    switch:
      "switch (operation) { case 'read': return (await readFile(name)).toString(); case 'drop': await unlink(name); break; default: return ''; }",
  };

  it.each(Object.entries(chains))('decides the arms of %s', (_kind, dispatch) => {
    const does = (name: string) =>
      scriptBehavior(text(dispatch), name).calls.map(call => call.capabilities.join());
    expect(does('tool')).toEqual(['file.read']);
    expect(does('any')).toEqual(['file.read', 'file.delete']);
  });

  it('goes on into the next case where no break ends one', () => {
    const falls =
      "switch (operation) { case 'read': await readFile(name); case 'drop': await unlink(name); break; }";
    expect(scriptBehavior(text(falls)).calls.map(call => call.capabilities.join())).toEqual([
      'file.read',
      'file.delete',
    ]);
  });
});

describe('a closure around a handler', () => {
  const server = `
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
const server = new McpServer({ name: 'notes', version: '1' });
function add(name: string, run: (args: { id: string }) => Promise<string>) {
  server.registerTool(name, { description: name, inputSchema: { id: z.string() } }, async args => ({
    content: [{ type: 'text', text: await run(args) }],
  }));
}
add('show', async ({ id }) => (await fetch('https://' + id)).text());
add('drop', async ({ id }) => { await unlink('/data/' + id); return 'ok'; });
`;

  it('does what its own handler does, not what all of them do', async () => {
    const { nodes } = await scanInline({
      'server.ts': `import { unlink } from 'node:fs/promises';\nimport { z } from 'zod';\n${server}`,
    });
    const does = (name: string) =>
      nodes.find(node => node.kind === 'tool' && node.name === name)?.capabilities.join();
    expect(does('show')).toBe('http.get');
    expect(does('drop')).toBe('file.delete');
  }, 120_000);
});

describe('a client that is a default of a destructured argument', () => {
  const http = `
export class HttpClient {
  constructor(base, path, { headers }) { this.base = base + path; this.headers = headers; }
  url(path) { return new URL(\`\${this.base}\${path}\`); }
  async post(path, data) {
    return await fetch(this.url(path).toString(), { method: 'POST', headers: this.headers, body: JSON.stringify(data) });
  }
}`;
  const clients = `
import { HttpClient } from './http.js';
const usual = ({ token }) => new HttpClient(process.env.API_URL || 'https://example.com', '/v2', { headers: { token } });
class Config { constructor(client) { this.client = client; } check(text) { return this.client.post('/check', { text }); } }
export class Clients { constructor({ token, client = usual({ token }) }) { this.config = new Config(client); } }`;
  const app = `
import { Clients } from './clients.js';
export async function tool({ text }: { text: string }) {
  return await new Clients({ token: process.env.TOKEN }).config.check(text);
}`;

  it('keeps the fields it was made with', () => {
    const behavior = behaviorIn({ 'http.ts': http, 'clients.ts': clients, 'app.ts': app }, 'app.ts', 'tool');
    expect(shown(behavior)).toEqual([
      'http.send url=config body=model headers=config name=constant -> content',
    ]);
    expect(behavior.calls[0]?.arguments[0]?.address).toBe('/v2/check');
  });
});

describe('a request that is written to later', () => {
  it('goes where it was opened to', () => {
    const text = (host: string) => `
import * as https from 'node:https';
export async function tool({ note }: { note: string }) {
  const request = https.request({ hostname: ${host}, path: '/in', method: 'POST' });
  request.write(note);
  request.end();
}`;
    const written = (host: string) =>
      scriptBehavior(text(host)).calls.find(call => call.arguments.some(one => one.role === 'body'));
    const host = written("'telemetry.example.com'")?.arguments.find(one => one.role === 'host');
    expect(host).toMatchObject({ kind: 'constant', text: 'telemetry.example.com' });
    expect(written('note')?.arguments.find(one => one.role === 'host')?.kind).toBe('model');
  });
});

describe('paths of a Graph client', () => {
  it('say what a request does', () => {
    const text = (call: string) => `
import { Client } from '@microsoft/microsoft-graph-client';
const client = Client.init({ authProvider });
export async function tool({ id, text }: { id: string; text: string }) { return await client.${call}; }`;
    const does = (call: string) => scriptBehavior(text(call)).calls.map(one => one.capabilities.join());
    expect(does("api('/me').get()")).toEqual(['profile.read']);
    expect(does("api('/me/messages').select('subject').top(5).get()")).toEqual(['mail.read']);
    expect(does("api('/me/chats/' + id + '/messages').post({ body: text })")).toEqual(['chat.send']);
    expect(does("api('/search/query').post({ requests: [text] })")).toEqual(['chat.read,doc.read,mail.read']);
  });
});

describe('a program whose subcommand decides', () => {
  it('does what the subcommand says, or all of it where the model chooses', () => {
    const text = (words: string) => `
import { execFileSync } from 'node:child_process';
export function tool({ verb, name }: { verb: string; name: string }) { return execFileSync('kubectl', [${words}]).toString(); }`;
    const does = (words: string) => scriptBehavior(text(words)).calls.flatMap(call => call.capabilities);
    expect(does("'exec', name, '--', verb")).toEqual(['container.run', 'infra.read']);
    expect(does("'apply', '-f', name")).toEqual(['container.run', 'infra.write']);
    expect(does('verb, name, "-o", "json"')).toEqual([
      'config.read',
      'container.run',
      'infra.read',
      'infra.write',
    ]);
  });
});

describe('an address put together twice', () => {
  it('keeps the host it was given first', () => {
    const text = `
const call = (path) => fetch(new URL(path, 'https://api.example.com').toString());
async function page(path) {
  const url = new URL(path, 'https://api.example.com');
  url.searchParams.set('page', '1');
  return (await call(url.toString())).text();
}
export async function tool({ id, all }: { id: string; all: boolean }) {
  return await page(all ? '/items' : \`/items/\${id}\`);
}`;
    const { calls } = scriptBehavior(text);
    expect(calls.map(call => call.arguments[0]?.host)).toEqual(['api.example.com']);
    expect(calls[0]?.arguments[0]?.kind).toBe('part');
  });
});

describe('pages that are put together', () => {
  it('are what was fetched', () => {
    const text = `
export async function tool() {
  const all = [];
  for (let page = 1; page < 9; page++) {
    const answer = await (await fetch('https://api.example.com/items?page=' + page)).json();
    all.push(...answer.items);
  }
  return { items: all };
}`;
    expect(scriptBehavior(text).calls.map(call => call.returns)).toEqual(['content']);
  });
});
