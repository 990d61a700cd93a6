import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { type Files, scanInline } from '../guards/scan-inline.ts';

const desk = `import os

import psycopg
import requests
from langchain.agents import create_agent
from langchain_core.tools import tool


@tool
def read_ticket(number: int) -> str:
    """Read a ticket that a customer wrote."""
    return requests.get(f"https://acme.zendesk.com/api/v2/tickets/{number}.json").text


@tool
def find_customer(name: str) -> str:
    """Find customers."""
    with psycopg.connect(os.environ["DATABASE_URL"]) as db:
        return str(db.execute("select * from customers where name = %s", (name,)).fetchall())


@tool
def post(url: str, text: str) -> str:
    """Post a text."""
    return requests.post(url, data=text).text


desk = create_agent("openai:gpt-5", tools=[read_ticket, find_customer, post])
`;

const client: Files = {
  '.mcp.json': JSON.stringify({
    mcpServers: {
      mail: { command: 'npx', args: ['-y', '@gongrzhe/server-gmail-autoauth-mcp@1.1.11'] },
      fetch: { command: 'uvx', args: ['mcp-server-fetch==2025.4.7'] },
    },
  }),
};

function reordered(text: string): string {
  const [head = '', first = '', second = '', ...rest] = text.split('@tool\n');
  return [head, second, first, ...rest].join('@tool\n');
}

function withTool(text: string): string {
  const tool = '@tool\ndef add(a: int, b: int) -> int:\n    """Add two numbers."""\n    return a + b\n\n\n';
  return text
    .replace('@tool\n', `${tool}@tool\n`)
    .replace('find_customer, post]', 'find_customer, add, post]');
}

const other = `from langchain.agents import create_agent
from langchain_core.tools import tool


@tool
def add(a: int, b: int) -> int:
    """Add two numbers."""
    return a + b


adder = create_agent("openai:gpt-5", tools=[add])
`;

const ids = ({ chains, findings }: Report) => ({
  chains: chains.map(chain => `${chain.rule} ${chain.id}`).sort(),
  findings: findings.map(finding => `${finding.rule} ${finding.id}`).sort(),
});

/** The first scan loads every analyzer. */
beforeAll(async () => void (await scanInline({})), 120_000);

describe('ids of chains survive edits that have nothing to do with them', () => {
  const edits: readonly (readonly [name: string, files: Files])[] = [
    ['lines above', { 'desk.py': `# Copyright\n# by somebody\n\n${desk}` }],
    ['other words in a description', { 'desk.py': desk.replace('Find customers.', 'Finds some customers.') }],
    ['another order of functions', { 'desk.py': reordered(desk) }],
    [
      'a function more',
      { 'desk.py': desk.replace('@tool\n', 'def helper() -> int:\n    return 1\n\n\n@tool\n') },
    ],
    ['a harmless tool more', { 'desk.py': withTool(desk) }],
    ['files beside it', { 'desk.py': desk, 'other.py': 'print(1)\n', 'README.md': '# Desk\n' }],
    ['another agent beside it', { 'desk.py': desk, 'other.py': other }],
  ];

  it.each(edits)('in code: %s', async (_, files) => {
    const before = ids(await scanInline({ 'desk.py': desk }));
    const after = ids(await scanInline(files));
    expect(before.chains).not.toEqual([]);
    expect(after.chains).toEqual(expect.arrayContaining(before.chains));
    expect(after.findings).toEqual(expect.arrayContaining(before.findings));
  });

  it('in configuration: servers in another order, layout, a server more', async () => {
    const before = ids(await scanInline(client));
    const text = client['.mcp.json'] ?? '';
    const parsed = JSON.parse(text) as { mcpServers: { [name: string]: unknown } };
    const turned = Object.fromEntries(Object.entries(parsed.mcpServers).reverse());
    const more = { ...turned, time: { command: 'uvx', args: ['mcp-server-time==2025.9.25'] } };
    const after = ids(await scanInline({ '.mcp.json': JSON.stringify({ mcpServers: more }, null, 4) }));
    expect(before.chains).not.toEqual([]);
    expect(after.chains).toEqual(expect.arrayContaining(before.chains));
  });

  it('but not the edit that breaks the chain', async () => {
    const before = ids(await scanInline({ 'desk.py': desk }));
    const after = ids(await scanInline({ 'desk.py': desk.replace(', post]', ']') }));
    expect(after.chains.filter(id => before.chains.includes(id))).toEqual([]);
  });
});

describe('the order of files means nothing', () => {
  it('gives the same report for other names of folders in the same order of content', async () => {
    const one = await scanInline({ 'a/desk.py': desk, 'b/other.py': other });
    const two = await scanInline({ 'b/other.py': other, 'a/desk.py': desk });
    expect({ ...two, root: '' }).toEqual({ ...one, root: '' });
  });
});
