import { describe, expect, it } from 'vitest';
import { extractTools } from '../../../src/mcp/static/js/extract.ts';
import { entriesOf, type Files, packageSource } from '../../../src/mcp/static/package-files.ts';

const head = `
const { McpServer } = require('@modelcontextprotocol/sdk/server/mcp.js');
const { z } = require('zod');
const zodToJsonSchema = require('zod-to-json-schema');
const server = new McpServer({ name: 'x', version: '1' });
`;

/** Names of the parameters of each tool, of a package with one file and more beside it. */
function parameters(code: string, more: { readonly [path: string]: string } = {}) {
  const all: { readonly [path: string]: string } = {
    'package.json': JSON.stringify({ name: 'x', main: 'index.js' }),
    'index.js': head + code,
    ...more,
  };
  const source: Files = { read: path => all[path], list: () => Object.keys(all).sort() };
  const { tools } = extractTools(packageSource(source, ''), entriesOf(source, ''));
  return Object.fromEntries(tools.map(tool => [tool.name, tool.parameters.map(({ name }) => name).sort()]));
}

describe('parameters of tools in packages', () => {
  it('follows the spread of older targets', () => {
    expect(
      parameters(`
var __spreadValues = (a, b) => { for (var k in b) a[k] = b[k]; return a; };
const common = { host: z.string() };
const shape = __spreadValues(__spreadValues({}, { id: z.string() }), common);
server.tool('get', 'Gets.', shape, async () => ({ content: [] }));`),
    ).toEqual({ get: ['host', 'id'] });
  });

  it('takes a converted validator rather than the fallback of the converter', () => {
    expect(
      parameters(`
function convert(schema, name) {
  try {
    const json = zodToJsonSchema(schema, { name });
    if ('definitions' in json && name in json.definitions) return json.definitions[name];
    return json;
  } catch (error) {
    return { type: 'object', properties: {}, additionalProperties: true };
  }
}
const tools = [{ name: 'get', description: 'Gets.', inputSchema: convert(z.object({ id: z.string() }), 'get') }];
server.server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools }));`),
    ).toEqual({ get: ['id'] });
  });

  it('adds a parameter to every tool that does not have it', () => {
    expect(
      parameters(`
const own = new Set(['accounts']);
function withAccount(def) {
  if (own.has(def.name)) return def;
  const existing = def.inputSchema.properties ?? {};
  if ('account' in existing) return def;
  return { ...def, inputSchema: { ...def.inputSchema, properties: { ...existing, account: { type: 'string' } } } };
}
const tools = [
  { name: 'accounts', description: 'Lists.', inputSchema: { type: 'object', properties: {} } },
  { name: 'read', description: 'Reads.', inputSchema: { type: 'object', properties: { id: { type: 'string' } } } },
  { name: 'move', description: 'Moves.', inputSchema: { type: 'object', properties: { account: { type: 'number' } } } },
];
server.server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: tools.map(withAccount) }));`),
    ).toEqual({ accounts: [], move: ['account'], read: ['account', 'id'] });
  });

  it('reads what a CommonJS module has given out before', () => {
    expect(
      parameters(
        "const types = require('./types.js');\nserver.registerTool('drop', { description: 'Drops.', inputSchema: types.Drop }, async () => ({ content: [] }));",
        {
          'types.js':
            "const { z } = require('zod');\nexports.Get = z.object({ path: z.string() });\nexports.Drop = exports.Get;",
        },
      ),
    ).toEqual({ drop: ['path'] });
  });

  it('knows the validator library inside a bundle without its names', () => {
    expect(
      parameters(`
function q(e, t) { return new e({ type: "string", ...N(t) }); }
function s(e) { return q(Zs, e); }
function o(e, t) { const n = { type: "object", shape: e ?? {}, ...N(t) }; return new Zo(n); }
function u(e, t) { return new Ze({ type: "enum", entries: e, ...N(t) }); }
server.registerTool('get', { description: 'Gets.', inputSchema: o({ id: s(), kind: u(['a', 'b']) }).shape }, async () => ({ content: [] }));`),
    ).toEqual({ get: ['id', 'kind'] });
  });

  it('takes the fuller of two records that an unknown switch decides between', () => {
    expect(
      parameters(`
server.tool('crawl', 'Crawls.', { url: z.string(), ...(process.env.SAFE === 'yes' ? {} : { hook: z.string() }) }, async () => ({ content: [] }));`),
    ).toEqual({ crawl: ['hook', 'url'] });
  });
});

describe('annotations of tools in packages', () => {
  it('are what the function says that shows tools to clients, where the list cannot be followed', () => {
    const code = `${head}
const close = { name: 'close', description: 'Closes.', inputSchema: z.object({}), type: 'destructive', handle() {} };
const look = { name: 'look', description: 'Looks.', inputSchema: z.object({}), type: 'readOnly', handle() {} };
function shown(tool) {
  const readOnly = tool.type === 'readOnly';
  return { name: tool.name, description: tool.description, inputSchema: tool.inputSchema, annotations: { readOnlyHint: readOnly, destructiveHint: !readOnly } };
}
server.server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: (await backend.list()).map(shown) }));`;
    const source: Files = {
      read: path =>
        path === 'index.js' ? code : path === 'package.json' ? '{"main":"index.js"}' : undefined,
      list: () => ['index.js', 'package.json'],
    };
    const { tools } = extractTools(packageSource(source, ''), entriesOf(source, ''));
    expect(
      tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint, annotations?.destructiveHint]),
    ).toEqual([
      ['close', false, true],
      ['look', true, false],
    ]);
  });
});
