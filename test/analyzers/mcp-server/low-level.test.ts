import { describe, expect, it } from 'vitest';
import { handlerOf, nodes, offered, read } from './read.ts';

const sdk = `import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
`;

describe('low-level TypeScript server', () => {
  it('reads the list and the arm of the switch', async () => {
    const facts = await read({
      'a.ts': `${sdk}import { readFile } from 'node:fs/promises';
const tools = [
  { name: 'read', description: 'Reads', inputSchema: { type: 'object', properties: { path: { type: 'string' } }, required: ['path'] }, annotations: { readOnlyHint: true } },
  { name: 'sum', description: 'Adds', inputSchema: { type: 'object', properties: {} } },
];
async function handleRead(args) { return readFile(args.path); }
const server = new Server({ name: 'low', version: '0.1' }, { capabilities: { tools: {} } });
server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools }));
server.setRequestHandler(CallToolRequestSchema, async request => {
  const { name, arguments: args } = request.params;
  switch (name) {
    case 'read':
      return handleRead(args);
    case 'sum': {
      const total = args.a + args.b;
      return { content: [{ type: 'text', text: String(total) }] };
    }
    default:
      throw new Error('unknown');
  }
});
`,
    });
    expect(offered(facts)).toEqual(['low: read, sum']);
    const [first] = nodes(facts, 'tool');
    expect(first?.parameters).toEqual([{ name: 'path', type: 'string', required: true }]);
    expect(first?.annotations).toEqual({ readOnlyHint: true });
    expect(handlerOf(facts, 'read')).toBe('a.ts:8');
    expect(handlerOf(facts, 'sum')).toBe('a.ts:11[17-18]');
  });

  it('reads tables of functions, mapped lists and method names of the second version', async () => {
    const facts = await read({
      'a.ts': `import { Server } from '@modelcontextprotocol/server';
const handlers = {
  go: async args => args,
  stop: async args => args,
};
const listed = [{ name: 'go', text: 'Goes' }, { name: 'stop', text: 'Stops' }];
const server = new Server({ name: 'table', version: '1' });
server.setRequestHandler('tools/list', async () => ({ tools: listed.map(item => ({ name: item.name, description: item.text })) }));
server.setRequestHandler('tools/call', async request => handlers[request.params.name](request.params.arguments));
`,
    });
    expect(offered(facts)).toEqual(['table: go, stop']);
    expect(nodes(facts, 'tool').map(tool => tool.description)).toEqual(['Goes', 'Stops']);
    expect([handlerOf(facts, 'go'), handlerOf(facts, 'stop')]).toEqual(['a.ts:3', 'a.ts:4']);
  });

  it('reports a list that is fetched', async () => {
    const facts = await read({
      'a.ts': `${sdk}
const server = new Server({ name: 'dynamic', version: '1' });
server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: await load() }));
`,
    });
    expect(facts.flatMap(fact => (fact.fact === 'gap' ? [fact.reason] : []))).toEqual(['runtime-only']);
    expect(nodes(facts, 'unknown')).toHaveLength(1);
  });
});

describe('low-level Python server', () => {
  it('reads Tool objects, schemas of pydantic models, enumerations and match', async () => {
    const facts = await read({
      'server.py': `from enum import Enum
from mcp.server import Server
from mcp.types import Tool, ToolAnnotations
from pydantic import BaseModel, Field

class Names(str, Enum):
    STATUS = "git_status"
    PUSH = "git_push"

class Status(BaseModel):
    repo: str = Field(description="where")

def status(repo):
    return repo

async def serve():
    server = Server("mcp-git")

    @server.list_tools()
    async def list_tools() -> list[Tool]:
        return [
            Tool(name=Names.STATUS, description="Shows", inputSchema=Status.model_json_schema(), annotations=ToolAnnotations(readOnlyHint=True)),
            Tool(name=Names.PUSH.value, description="Pushes", inputSchema={"type": "object", "properties": {"to": {"type": "string"}}}),
        ]

    @server.call_tool()
    async def call_tool(name: str, arguments: dict):
        match name:
            case Names.STATUS:
                return status(arguments["repo"])
            case Names.PUSH.value:
                return [1]
`,
    });
    expect(offered(facts)).toEqual(['mcp-git: git_status, git_push']);
    expect(nodes(facts, 'tool').map(tool => tool.parameters?.map(item => item.name))).toEqual([
      ['repo'],
      ['to'],
    ]);
    expect(handlerOf(facts, 'git_status')).toBe('server.py:13');
    expect(handlerOf(facts, 'git_push')).toBe('server.py:27[32-32]');
  });

  it('reads long chains of elif, and one tool without any', async () => {
    const names = Array.from({ length: 30 }, (_, i) => `tool_${i}`);
    const facts = await read({
      'many.py': `import mcp.types as types
from mcp.server import Server
server = Server("many")
${names.map(name => `def do_${name}(a):\n    return a\n`).join('\n')}
@server.list_tools()
async def list_tools():
    return [${names.map(name => `types.Tool(name="${name}", description="d", inputSchema={})`).join(', ')}]

@server.call_tool()
async def call_tool(name, arguments):
${names.map((name, i) => `    ${i ? 'elif' : 'if'} name == "${name}":\n        return do_${name}(arguments)`).join('\n')}
`,
      'one/one.py': `from mcp.server.lowlevel import Server
import mcp.types as types
app = Server("one")

@app.list_tools()
async def list_tools():
    return [types.Tool(name="fetch", description="Fetches", inputSchema={"type": "object"})]

@app.call_tool()
async def call(name, arguments):
    return go(arguments["url"])
`,
    });
    expect(nodes(facts, 'tool').filter(tool => !tool.handler)).toEqual([]);
    expect(handlerOf(facts, 'tool_29')).toBe('many.py:91');
    expect(handlerOf(facts, 'fetch')).toBe('one/one.py:10');
  });
});

describe('a switch that takes tools out of the list', () => {
  const server = (list: string, call: string) =>
    read({
      'a.ts': `${sdk}const readOnly = process.env.READ_ONLY === 'true';
const readTools = [{ name: 'look', description: 'Looks', inputSchema: {} }];
const allTools = [...readTools, { name: 'drop', description: 'Drops', inputSchema: {} }];
const server = new Server({ name: 'low', version: '0.1' }, {});
server.setRequestHandler(ListToolsRequestSchema, async () => (${list}));
server.setRequestHandler(CallToolRequestSchema, async request => {
  ${call}
  switch (request.params.name) {
    case 'look':
      return look();
    case 'drop':
      return drop();
  }
});
`,
    });
  const switches = async (list: string, call: string) => [
    ...new Set(nodes(await server(list, call), 'tool').map(tool => tool.properties?.hiddenBy)),
  ];

  it('is noted unless the call asks for it as well', async () => {
    const list = '{ tools: readOnly ? readTools : allTools }';
    expect(await switches(list, '')).toEqual(['readOnly']);
    expect(await switches(list, "if (readOnly) throw new Error('off');")).toEqual([undefined]);
    expect(await switches('{ tools: allTools }', '')).toEqual([undefined]);
  });
});
