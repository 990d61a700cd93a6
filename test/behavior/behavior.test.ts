import { describe, expect, it } from 'vitest';
import { pythonBehavior, scriptBehavior, shown } from './project.ts';

describe('addresses', () => {
  it('a model-chosen address is open', () => {
    const text =
      'import requests\n\ndef tool(url: str) -> str:\n    """x"""\n    r = requests.get(url, timeout=3)\n    return r.text\n';
    expect(shown(pythonBehavior(text))).toEqual(['http.get url=model -> content']);
  });

  it('a constant address is not', () => {
    const text =
      "export async function tool() { const r = await fetch('https://api.example.com/x'); return r.json(); }";
    expect(shown(scriptBehavior(text))).toEqual(['http.get url=constant -> content']);
  });

  it('a configured base with a model-chosen path keeps its host', () => {
    const text = `
const BASE = process.env.API_URL;
async function api(path: string, init?: object) { const r = await fetch(\`\${BASE}\${path}\`, { headers: {}, ...init }); return await r.json(); }
export async function tool({ id, note }: { id: string; note: string }) {
  await api('/tickets/' + id, { method: 'POST', body: JSON.stringify({ note }) });
  return 'done';
}`;
    const behavior = scriptBehavior(text);
    expect(shown(behavior)).toEqual(['http.send url=part body=model headers=constant name=constant -> none']);
    expect(behavior.calls[0]?.arguments[0]?.base).toBe('config');
    expect(behavior.calls[0]?.through).toEqual(['api']);
  });
});

describe('parameters', () => {
  it('with a description as default are the model’s to choose', () => {
    const text = `
import requests
from pydantic import Field

def tool(url: str = Field(..., description="where to look"), limit: int = Field(5, ge=1)):
    return requests.get(url, params={"limit": limit}).text
`;
    expect(shown(pythonBehavior(text))[0]).toMatch(/^http\.get url=model /);
  });
});

describe('methods that are handed over', () => {
  const text = `
import asyncio
from googleapiclient.discovery import build

async def tool(id: str):
    service = build("gmail", "v1")
    message = await asyncio.to_thread(service.users().messages().get(userId="me", id=id).execute)
    return {h["name"]: h["value"] for h in message.get("payload", {}).get("headers", [])}
`;

  it('give what the object they belong to gives, and common names are no guess', () => {
    expect(shown(pythonBehavior(text))).toEqual(['mail.read id=model -> content']);
  });
});

describe('results of one of several clients', () => {
  it('come back through the items of a record', () => {
    const text = `
import redis
def client():
    return redis.RedisCluster() if cluster else redis.Redis()

def tool(name: str):
    found = client().hgetall(name)
    return {k: v for k, v in found.items()}
`;
    expect(shown(pythonBehavior(text))).toEqual([
      'db.read id=model -> content',
      'db.read id=model -> content',
    ]);
  });
});

describe('what narrows a call', () => {
  it('a read-only session makes a statement of the model’s choice a read', () => {
    const text = (mode: string): string => `
from neo4j import GraphDatabase, RoutingControl
driver = GraphDatabase.driver("neo4j://localhost")

def tool(query: str):
    return driver.execute_query(query, routing_control=RoutingControl.${mode})
`;
    expect(shown(pythonBehavior(text('READ')))).toEqual(['db.read query=model -> content']);
    expect(shown(pythonBehavior(text('WRITE')))).toEqual(['db.query query=model -> content']);
  });

  it('credentials a client is made with do not come back', () => {
    const text = (name: string): string => `
import json
from google.oauth2.credentials import Credentials
from googleapiclient.discovery import build

def tool(user: str):
    with open(f"tokens/{user}.json") as f:
        kept = json.load(f)
    creds = ${name}(kept["token"])
    service = build("calendar", "v3", credentials=creds)
    return service.settings().anything().execute(), creds.account
`;
    expect(shown(pythonBehavior(text('Credentials')))).toContain('file.read path=part -> status');
    expect(shown(pythonBehavior(text('str')))).toContain('file.read path=part -> content');
  });

  it('a list made empty holds what is put in', () => {
    const text = `
import requests
def tool(url: str):
    out = list()
    for line in requests.get(url).json():
        out.append(line["name"])
    return out
`;
    expect(shown(pythonBehavior(text))).toEqual(['http.get url=model -> content']);
  });

  it('what a GraphQL request does stands in its document', () => {
    const text = (document: string): string => `
import httpx
def tool(team: str):
    body = {"query": """${document}""", "variables": {"team": team}}
    return httpx.post("https://api.linear.app/graphql", json=body).json()
`;
    const of = (document: string) => pythonBehavior(text(document))?.calls.map(call => call.capabilities);
    expect(of('query Teams($team: String!) { team(id: $team) { name } }')).toEqual([['ticket.read']]);
    expect(of('{ viewer { id } }')).toEqual([['ticket.read']]);
    expect(of('mutation A($team: String!) { issueCreate(input: {}) { id } }')).toEqual([['ticket.write']]);
    expect(of('mutation A($team: String!) { issueDelete(id: $team) { ok } }')).toEqual([['ticket.delete']]);
    expect(of('unknown text')).toEqual([['ticket.read', 'ticket.write']]);
  });

  it('names shared by chance are not taken for an API', () => {
    const text = (head: string): string => `
${head}
from somewhere import get_client
def tool(id: str):
    return get_client().threads().get(id)
`;
    expect(pythonBehavior(text(''))?.calls).toEqual([]);
    expect(pythonBehavior(text(''))?.unknown.at(-1)?.returned).toBe(true);
  });

  it('a statement is read behind its holes', () => {
    const text = `
from neo4j import GraphDatabase
driver = GraphDatabase.driver("bolt://db")
def tool(kind: str):
    driver.execute_query(f"WITH 1 AS one MATCH (a)-[r:{kind}]->(b) DELETE r")
    return "ok"
`;
    expect(pythonBehavior(text)?.calls.map(call => call.capabilities)).toEqual([['db.delete']]);
  });

  it('fields of a class filled from a spread are what the spread holds', () => {
    const text = `
import httpx
from pydantic import BaseModel, AnyUrl
class Fetch(BaseModel):
    url: AnyUrl
    raw: bool = False
def tool(arguments: dict):
    args = Fetch(**arguments)
    return httpx.get(str(args.url)).text
`;
    expect(shown(pythonBehavior(text))).toEqual(['http.get url=model -> content']);
  });

  it('an environment given back as a whole is read', () => {
    const text = 'export function tool() { return { text: JSON.stringify(process.env) }; }';
    expect(scriptBehavior(text).calls.map(call => call.capabilities)).toEqual([['env.read']]);
    const one = 'export function tool() { return { text: process.env.HOME }; }';
    expect(scriptBehavior(one).calls).toEqual([]);
  });

  it('one variable of the environment under a name the program makes is not the whole of it', () => {
    const settings = (read: string): string => `
import os
def tool(text: str):
    names = ["model", "region"]
    settings = {name: ${read} for name in names}
    return str(settings) + text
`;
    for (const read of ['os.environ.get(name.upper(), "")', 'os.environ[name.upper()]'])
      expect(pythonBehavior(settings(read)).calls).toEqual([]);
    const all = settings('os.environ[name]').replace('for name in names', 'for name in os.environ');
    expect(pythonBehavior(all).calls.map(call => call.capabilities)).toEqual([['env.read']]);
  });

  it('what a framework hands over behind the arguments is not the model’s choice', () => {
    const text = (second: string): string =>
      `export async function tool({ id }, ${second}) { await fetch(hook, { method: 'POST', body: id }); }`;
    expect(shown(scriptBehavior(text('{ hook }'))).join()).not.toContain('url=model');
    expect(shown(scriptBehavior(text('hook'))).join()).toContain('url=model');
    const apart = `export async function tool(id: string, { hook }) { await fetch(hook, { method: 'POST', body: id }); }`;
    expect(shown(scriptBehavior(apart)).join()).toContain('url=model');
  });

  it('a method of what begins as null is not nothing', () => {
    const text = `
client = None
def init():
    global client
    client = connect()
def tool(to: str, body: str):
    client.deliver(to, body)
    return "sent"
`;
    const { calls, unknown } = pythonBehavior(text);
    expect(calls).toEqual([]);
    expect(unknown.map(call => call.name)).toEqual(['client.deliver']);
  });

  it('a program started with a list of words is told by its name', () => {
    const text = (words: string) => `
import { execFileSync } from 'node:child_process';
export function tool({ name }: { name: string }) { return execFileSync('kubectl', [${words}]).toString(); }`;
    const of = (words: string) => scriptBehavior(text(words)).calls.map(call => call.capabilities);
    expect(of("'get', name")).toEqual([['infra.read']]);
    expect(of("'delete', name")).toEqual([['infra.write']]);
  });

  it('a class with type arguments is the class, and a rare method of an imported package its API', () => {
    const text = `
from typing import Generic, TypeVar
import pagerduty
from somewhere import get_client
T = TypeVar("T")
class Page(Generic[T]):
    def __init__(self, response): self.response = response
def tool(id: str):
    return Page[str](response=get_client().rget("/incidents/" + id))
`;
    const behavior = pythonBehavior(text);
    expect(behavior.calls.map(call => [call.capabilities, call.sure, call.returns])).toEqual([
      [['http.get'], false, 'content'],
    ]);
  });
});
