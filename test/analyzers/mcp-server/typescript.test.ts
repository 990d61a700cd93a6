import { describe, expect, it } from 'vitest';
import { handlerOf, nodes, offered, read } from './read.ts';

const sdk =
  "import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';\nimport { z } from 'zod';\n";

describe('nothing to find', () => {
  it('says nothing about empty and unrelated files', async () => {
    expect(await read({ 'a.ts': '' })).toEqual([]);
    expect(
      await read({
        'a.ts': "import { McpServer } from './mine';\nnew McpServer({ name: 'x' }).tool('a', () => 1);",
      }),
    ).toEqual([]);
  });

  it('survives broken code', async () => {
    const facts = await read({ 'a.ts': `${sdk}const s = new McpServer({ name: 'x' ; s.tool('a', (` });
    expect(nodes(facts, 'tool').length).toBeLessThanOrEqual(1);
  });
});

describe('registerTool and tool', () => {
  it('reads name, description, schema, annotations and handler', async () => {
    const facts = await read({
      'package.json': '{"name": "@acme/desk-mcp"}',
      'src/index.ts': `${sdk}
const server = new McpServer({ name: 'desk', version: '1.2.0' }, { instructions: 'Use with care' });
server.registerTool('read_note', {
  title: 'Read',
  description: 'Reads a note',
  inputSchema: { id: z.string().describe('which'), full: z.boolean().optional() },
  annotations: { readOnlyHint: true },
}, async ({ id }) => ({ content: [] }));
`,
    });
    const [server] = nodes(facts, 'mcp-server');
    expect(server).toMatchObject({ name: 'desk', package: 'npm:@acme/desk-mcp', framework: 'mcp-server' });
    expect(server?.properties).toMatchObject({ version: '1.2.0', instructions: 'Use with care' });
    const [tool] = nodes(facts, 'tool');
    expect(tool).toMatchObject({
      name: 'read_note',
      description: 'Reads a note',
      annotations: { title: 'Read', readOnlyHint: true },
      at: { file: 'src/index.ts', line: 5 },
    });
    expect(tool?.parameters?.map(({ name, type, required }) => [name, type, required])).toEqual([
      ['id', 'string', true],
      ['full', 'boolean', false],
    ]);
    expect(handlerOf(facts, 'read_note')).toBe('src/index.ts:10');
  });

  it('tells the overloads of tool apart', async () => {
    const facts = await read({
      'a.ts': `${sdk}
const server = new McpServer({ name: 's' });
server.tool('one', () => 1);
server.tool('two', 'Second', () => 2);
server.tool('three', { x: z.number() }, () => 3);
server.tool('four', 'Fourth', { y: z.string() }, () => 4);
server.tool('five', 'Fifth', { z: z.string() }, { readOnlyHint: true }, () => 5);
server.tool('six', 'Sixth', { destructiveHint: true }, () => 6);
`,
    });
    const shape = nodes(facts, 'tool').map(({ name, description, parameters, annotations }) => [
      name,
      description,
      parameters?.map(item => item.name).join(),
      annotations && Object.keys(annotations).join(),
    ]);
    expect(shape).toEqual([
      ['one', undefined, '', undefined],
      ['two', 'Second', '', undefined],
      ['three', undefined, 'x', undefined],
      ['four', 'Fourth', 'y', undefined],
      ['five', 'Fifth', 'z', 'readOnlyHint'],
      ['six', 'Sixth', '', 'destructiveHint'],
    ]);
  });

  it('follows helpers that are given the server, and the second version of the SDK', async () => {
    const facts = await read({
      'server.ts': `import { McpServer } from '@modelcontextprotocol/server';
import { registerAll } from './tools/index.js';
export function createServer() {
  const server = new McpServer({ name: 'split', version: '1' });
  registerAll(server);
  return server;
}`,
      'tools/index.ts': `import type { McpServer } from '@modelcontextprotocol/server';
import { registerEcho } from './echo.js';
export const registerAll = (server: McpServer) => { registerEcho(server); };`,
      'tools/echo.ts': `import type { McpServer } from '@modelcontextprotocol/server';
const name = 'echo';
const config = { description: 'Says it again' };
export const registerEcho = (server: McpServer) => {
  server.registerTool(name, config, async args => args);
};`,
    });
    expect(offered(facts)).toEqual(['split: echo']);
    expect(handlerOf(facts, 'echo')).toBe('tools/echo.ts:5');
  });

  it('makes one tool per element of a loop, a forEach and a helper', async () => {
    const facts = await read({
      'a.ts': `${sdk}
const tools = [
  { name: 'a', description: 'A', run: () => 1 },
  { name: 'b', description: 'B', run: () => 2 },
];
const more = { c: { text: 'C', run: () => 3 }, d: { text: 'D', run: () => 4 } };
const server = new McpServer({ name: 'loops' });
for (const tool of tools) server.registerTool(tool.name, { description: tool.description }, tool.run);
Object.entries(more).forEach(([name, item]) => { server.tool(name, item.text, item.run); });
function add(name: string, text: string) { server.tool(name, text, () => 5); }
add('e', 'E');
add('f', 'F');
`,
    });
    expect(offered(facts)).toEqual(['loops: a, b, c, d, e, f']);
    expect(nodes(facts, 'tool').map(tool => tool.description)).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
    expect(['a', 'b', 'c', 'd'].map(name => handlerOf(facts, name))).toEqual([
      'a.ts:5',
      'a.ts:6',
      'a.ts:8',
      'a.ts:8',
    ]);
  });

  it('takes the given function, not the wrapper, as the handler', async () => {
    const facts = await read({
      'wrap.ts':
        'export const traced = (name, work) => async (...args) => { log(name); return work(...args); };',
      'a.ts': `${sdk}import { traced } from './wrap';
const server = new McpServer({ name: 's' });
server.tool('x', 'X', {},
  traced('x', async () => 1));
`,
    });
    expect(handlerOf(facts, 'x')).toBe('a.ts:6');
  });

  it('reports a tool whose name only exists at run time', async () => {
    const facts = await read({
      'a.ts': `${sdk}
const server = new McpServer({ name: 's' });
for (const tool of await load()) server.tool(tool.name, tool.text, () => 1);
`,
    });
    expect(facts.flatMap(fact => (fact.fact === 'gap' ? [[fact.reason, fact.at.line]] : []))).toEqual([
      ['unknown-tools', 5],
    ]);
    expect(nodes(facts, 'unknown').map(node => node.name)).toEqual(['(tools of s)']);
  });
});

describe('other TypeScript frameworks', () => {
  it('reads fastmcp, mcp-handler, McpAgent and tool classes', async () => {
    const facts = await read({
      'fast/package.json': '{"name": "fast"}',
      'fast/a.ts': `import { FastMCP } from 'fastmcp';
import { z } from 'zod';
const server = new FastMCP({ name: 'fast', version: '1' });
server.addTool({ name: 'add', description: 'Adds', parameters: z.object({ a: z.number() }), annotations: { openWorldHint: false }, execute: async args => args.a });`,
      'next/package.json': '{"name": "next-app"}',
      'next/route.ts': `import { createMcpHandler } from 'mcp-handler';
const handler = createMcpHandler(server => { server.tool('roll', 'Rolls', {}, async () => 4); }, {}, { basePath: '/api' });
export { handler as GET };`,
      'agent/package.json': '{"name": "agent"}',
      'agent/index.ts': `import { McpAgent } from 'agents/mcp';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
export class Mine extends McpAgent {
  server = new McpServer({ name: 'durable', version: '1' });
  async init() { this.server.tool('add', {}, async () => 1); }
}`,
      'classes/package.json': '{"name": "classes"}',
      'classes/tool.ts': `import { MCPTool } from 'mcp-framework';
export class Weather extends MCPTool { name = 'weather'; description = 'Weather'; async execute() { return 1; } }`,
    });
    expect([...offered(facts)].sort()).toEqual([
      'classes: weather',
      'durable: add',
      'fast: add',
      'next-app: roll',
    ]);
  });

  it('keeps two servers of one tree apart', async () => {
    const one = (name: string, tool: string) =>
      `${sdk}const server = new McpServer({ name: '${name}' });\nserver.tool('${tool}', () => 1);`;
    const facts = await read({ 'a/i.ts': one('a', 'x'), 'b/i.ts': one('b', 'y') });
    expect(offered(facts)).toEqual(['a: x', 'b: y']);
  });
});

describe('resources, prompts and questions', () => {
  it('reads resources as stores and prompts as instructions', async () => {
    const facts = await read({
      'a.ts': `import { McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js';
const server = new McpServer({ name: 's' });
server.registerResource('config', 'config://app', { description: 'Settings' }, async uri => ({ contents: [] }));
server.registerResource('user', new ResourceTemplate('user://{id}', { list: undefined }), {}, async () => ({}));
server.registerPrompt('review', { description: 'Reviews' }, () => ({ messages: [] }));`,
    });
    expect(
      nodes(facts, 'store').map(({ name, description, properties }) => [
        name,
        description,
        properties?.access,
      ]),
    ).toEqual([
      ['config', 'Settings', 'read'],
      ['user', undefined, 'read'],
    ]);
    expect(nodes(facts, 'instruction').map(node => node.name)).toEqual(['review']);
  });

  it('sees the question to the user inside a handler', async () => {
    const facts = await read({
      'a.ts': `${sdk}
const server = new McpServer({ name: 's' });
server.tool('send', 'Sends', { to: z.string() }, async ({ to }) => {
  const answer = await server.server.elicitInput({ message: \`Send to \${to}?\`, requestedSchema: {} });
  return answer;
});
server.tool('list', () => 1);`,
    });
    const gates = facts.flatMap(fact => (fact.fact === 'gate' ? [fact] : []));
    expect(gates.map(gate => [gate.guards, gate.barrier.mechanism, gate.barrier.credit])).toEqual([
      [['send'], 'elicitInput', 0.6],
    ]);
  });
});
