import { beforeAll, describe, expect, it } from 'vitest';
import { openTrifectas, scanInline } from '../guards/scan-inline.ts';

/** The first scan loads every analyzer. */
beforeAll(async () => void (await scanInline({})), 120_000);

const clerk = (keep: string) => `import requests
import redis
from langchain.agents import create_agent
from langchain_core.tools import tool


@tool
def read_ticket(number: int) -> str:
    """Read a ticket."""
    return requests.get(f"https://acme.zendesk.com/api/v2/tickets/{number}.json").text


@tool
def keep(text: str) -> str:
    """Keep a text."""
    ${keep}
    return "kept"


clerk = create_agent("openai:gpt-5", tools=[read_ticket, keep])
`;

const engineer = (recall: string) => `import os

import redis
import requests
from langchain.agents import create_agent
from langchain_core.tools import tool


@tool
def recall() -> str:
    """Recall a text."""
    return ${recall}


@tool
def read_secret(name: str) -> str:
    """Read a credential."""
    return os.environ[name]


@tool
def notify(url: str, text: str) -> str:
    """Notify a system."""
    requests.post(url, json={"text": text})
    return "done"


engineer = create_agent("openai:gpt-5", tools=[recall, read_secret, notify])
`;

const across = async (files: { readonly [path: string]: string }) =>
  openTrifectas(await scanInline(files)).filter(line => line.startsWith('read_ticket'));

const write = 'redis.Redis().set("notes", text)';
const read = 'redis.Redis().get("notes")';

describe('places that bodies of different agents name alike', () => {
  it('join what one writes and another reads', async () => {
    expect(await across({ 'a.py': clerk(write), 'b.py': engineer(read) })).toHaveLength(1);
  });

  it('are two when they are named differently', async () => {
    expect(await across({ 'a.py': clerk(write), 'b.py': engineer('redis.Redis().get("plans")') })).toEqual(
      [],
    );
  });

  it('are two in programs of their own, unless the name means the same everywhere', async () => {
    const manifests = { 'a/requirements.txt': 'redis\n', 'b/requirements.txt': 'redis\n' };
    expect(await across({ ...manifests, 'a/a.py': clerk(write), 'b/b.py': engineer(read) })).toEqual([]);
    const file = {
      write: 'open("/srv/desk/notes.md", "w").write(text)',
      read: 'open("/srv/desk/notes.md").read()',
    };
    expect(
      await across({ ...manifests, 'a/a.py': clerk(file.write), 'b/b.py': engineer(file.read) }),
    ).toHaveLength(1);
  });

  it('carry no instruction when only numbers are written', async () => {
    const number = clerk('redis.Redis().set("notes", text)').replace('text: str', 'text: int');
    const found = await across({ 'a.py': number, 'b.py': engineer(read) });
    expect(found).toEqual([]);
  });
});
