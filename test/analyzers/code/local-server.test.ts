import { describe, expect, it } from 'vitest';
import type { Analyzer } from '../../../analyzers/_shared/analyzer.ts';
import { analyzer as claude } from '../../../analyzers/claude-agent-sdk/index.ts';
import { analyzer as servers } from '../../../analyzers/mcp-server/index.ts';
import { analyzer as openai } from '../../../analyzers/openai-agents/index.ts';
import { analyzer as strands } from '../../../analyzers/strands/index.ts';
import { factsOf } from './outline.ts';

const server = `
from mcp.server.fastmcp import FastMCP
mcp = FastMCP("desk")
@mcp.tool()
def look(key: str) -> str: ...
`;

const packages = async (
  analyzer: Analyzer,
  files: { readonly [path: string]: string },
): Promise<readonly string[]> =>
  (await factsOf(analyzer, files, [servers])).flatMap(fact =>
    fact.fact === 'node' && fact.kind === 'mcp-server' && fact.package ? [fact.package] : [],
  );

const started = (start: string): string => `
import os, sys
from pathlib import Path
from agents import Agent
from agents.mcp import MCPServerStdio
desk = Agent(name="desk", mcp_servers=[MCPServerStdio(params={${start}})])
`;

describe('servers that a program starts from its own tree', () => {
  it('by the running interpreter and a script beside the file', async () => {
    const starts = [
      '"command": sys.executable, "args": ["server.py"]',
      '"command": sys.executable, "args": [str(Path(__file__).parent / "server.py")]',
      '"command": "python3", "args": [os.path.join(os.path.dirname(__file__), "server.py")]',
      '"command": "uv", "args": ["run", "server.py"]',
      '"command": "python", "args": ["-m", "app.server"]',
      '"command": sys.executable, "args": ["-m", "app.server"]',
    ];
    for (const start of starts)
      expect(
        await packages(openai, { 'app/main.py': started(start), 'app/server.py': server }),
        start,
      ).toContain('file:app/server.py');
  });

  it('is the package of a registry where no file of the tree fits', async () => {
    const start = '"command": "python", "args": ["-m", "mcp_server_fetch"]';
    const found = await packages(openai, { 'app/main.py': started(start), 'app/server.py': server });
    expect(found.some(key => key.startsWith('file:'))).toBe(false);
  });

  it('by process.execPath and pnpm exec in TypeScript', async () => {
    const files = (start: string) => ({
      'src/main.ts': `
import { query } from '@anthropic-ai/claude-agent-sdk';
import path from 'node:path';
export const run = () => query({ prompt: 'x', options: { mcpServers: { desk: { ${start} } } } });
`,
      'src/server.ts': `
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
const server = new McpServer({ name: 'desk', version: '1' });
server.tool('look', async () => ({ content: [] }));
`,
    });
    for (const start of [
      `command: process.execPath, args: ['dist/server.js']`,
      `command: 'pnpm', args: ['exec', 'tsx', 'src/server.ts']`,
      `command: 'npx', args: ['tsx', path.join(__dirname, 'server.ts')]`,
    ])
      expect(await packages(claude, files(start)), start).toContain('file:src/server.ts');
  });

  it('in frameworks that are data', async () => {
    const text = `
import sys
from mcp import StdioServerParameters, stdio_client
from strands import Agent
from strands.tools.mcp import MCPClient
client = MCPClient(lambda: stdio_client(StdioServerParameters(command=sys.executable, args=["server.py"])))
desk = Agent(tools=[client])
`;
    expect(await packages(strands, { 'main.py': text, 'server.py': server })).toContain('file:server.py');
  });
});
