import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { fakeTerminal } from './fake-terminal.ts';

const project = `
from langchain.agents import create_agent
from langchain_core.tools import tool
from company_sdk import bus, crm
import requests

@tool
def notify_ops(text: str) -> str:
    """Post a message to the operations channel"""
    return requests.post("https://hooks.slack.com/services/T0/B0/x", json={"text": text}).text

@tool
def read_case(id: str) -> str:
    """Read a case"""
    return crm.fetch_case(id)

@tool
def shout(text: str) -> str:
    """Shout"""
    bus.emit(text)
    return "ok"

agent = create_agent("openai:gpt-4.1", tools=[notify_ops, read_case, shout])
`;

const rows = `
catalog:
  tools:
    - pattern: notify_*
      not: [external-sink]
      reason: posts to a channel only our own staff can read
    - pattern: shout
      labels:
        - label: external-sink
          kind: chat
          destination: own-organisation
          payload: free-text
      reason: the bus ends in a partner channel
  symbols:
    - symbols: [company_sdk.crm.fetch_case]
      kind: api
      capabilities: [crm.read]
      result: content
      why: reads customer records
`;

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'trefoil-rows-'));
  writeFileSync(join(folder, 'requirements.txt'), 'langchain\n');
  writeFileSync(join(folder, 'agent.py'), project);
  writeFileSync(join(folder, 'trefoil.yml'), rows);
  writeFileSync(join(folder, 'none.yml'), 'fail-on: never\n');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Paragraphs of the label list by tool name. */
async function labels(...more: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const fake = fakeTerminal({ cwd: folder });
  expect(await run(['scan', '--dump', 'labels', '--no-cache', ...more], fake.terminal)).toBe(0);
  return new Map(
    fake
      .out()
      .split('\n\n')
      .map(part => [/^tool (\w+)/.exec(part)?.[1] ?? '', part]),
  );
}

describe('own rows in trefoil.yml', () => {
  it('take labels away, add them and explain symbols, each with its reason in the list', async () => {
    const before = await labels('--config', 'none.yml');
    expect(before.get('notify_ops')).toContain('external-sink/chat');
    expect(before.get('shout')).not.toContain('external-sink');
    expect(before.get('read_case')).not.toContain('crm.read');

    const after = await labels();
    expect(after.get('notify_ops')).not.toMatch(/^ {2}external-sink/m);
    expect(after.get('notify_ops')).toContain(
      'note: The configuration takes external-sink (chat) away: posts to a channel only our own staff can read (code:',
    );
    expect(after.get('shout')).toContain('external-sink/chat  0.99  (own-organisation, free-text)');
    expect(after.get('shout')).toContain('policy: the bus ends in a partner channel');
    expect(after.get('read_case')).toContain('sensitive-data/personal  0.95');
    expect(after.get('read_case')).toContain('code: calls company_sdk.crm.fetch_case');
  });
});
