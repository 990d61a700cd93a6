import { describe, expect, it } from 'vitest';
import { extractTools } from '../../../src/mcp/static/js/extract.ts';
import { entriesOf, type Files, packageSource } from '../../../src/mcp/static/package-files.ts';
import type { ToolDefinition } from '../../../src/servers/view.ts';

/** Tools of a package given as texts. */
function tools(files: { readonly [path: string]: string }): readonly ToolDefinition[] {
  const all: { readonly [path: string]: string } = {
    'package.json': JSON.stringify({ name: 'x', main: 'index.js' }),
    ...files,
  };
  const source: Files = {
    read: path => all[path],
    list: folder => {
      const prefix = folder === '' ? '' : `${folder}/`;
      const names = Object.keys(all).flatMap(path =>
        path.startsWith(prefix) ? [prefix + path.slice(prefix.length).split('/')[0]] : [],
      );
      return [...new Set(names)].sort();
    },
  };
  return extractTools(packageSource(source, ''), entriesOf(source, '')).tools;
}

const texts = (list: readonly ToolDefinition[]) =>
  Object.fromEntries(list.map(tool => [tool.name, tool.description]));

const lowLevel = `
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
const server = new Server({ name: 'x' }, {});
`;

describe('what is done to a list of tools', () => {
  it('follows a loop that changes every element, and numbers and patterns in it', () => {
    const found = tools({
      'index.js': `${lowLevel}
const more = { a: 'More of a.' };
const sentence = text => (/[.!?]$/.test(text) ? text : text + '.');
function describe(name, text) {
  const extra = more[name];
  if (extra) return sentence(text) + ' ' + extra;
  if (text.length >= 10) return text;
  return text + ' Short.';
}
const tools = [{ name: 'a', description: 'First', inputSchema: {} }, { name: 'b', description: 'Second.', inputSchema: {} }, { name: 'c', description: 'A long text.', inputSchema: {} }];
for (const tool of tools) tool.description = describe(tool.name, tool.description);
server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools }));`,
    });
    expect(texts(found)).toEqual({ a: 'First. More of a.', b: 'Second. Short.', c: 'A long text.' });
  });

  it('adds to a text only where the condition is known to hold', () => {
    const found = tools({
      'data.json': JSON.stringify([{ tool: 'a', tip: 'Use it well.' }, { tool: 'b' }]),
      'index.js': `${lowLevel}
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
const here = path.dirname(fileURLToPath(import.meta.url));
const data = JSON.parse(readFileSync(path.join(here, 'data.json'), 'utf8'));
const mcp = new McpServer({ name: 'x', version: '1' });
for (const name of ['a', 'b']) {
  const entry = data.find(item => item.tool === name);
  let text = 'Does ' + name;
  if (entry?.tip) text += ' — ' + entry.tip;
  mcp.registerTool(name, { description: text, inputSchema: {} }, async () => ({}));
}`,
    });
    expect(texts(found)).toEqual({ a: 'Does a — Use it well.', b: 'Does b' });
  });

  it('reads names and texts out of validators', () => {
    const [tool] = tools({
      'index.js': `${lowLevel}
const Go = z.object({ name: z.literal('go'), description: z.literal('Goes.'), arguments: z.object({ url: z.string() }) });
const go = { schema: { name: Go.shape.name.value, description: Go.shape.description.value, inputSchema: Go.shape.arguments } };
server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: [go].map(tool => tool.schema) }));`,
    });
    expect(tool).toMatchObject({
      name: 'go',
      description: 'Goes.',
      parameters: [{ name: 'url', type: 'string' }],
    });
  });
});

describe('where the list cannot be followed', () => {
  it('takes classes that are tools', () => {
    const found = tools({
      'index.js': `${lowLevel}
class Base {}
class Read extends Base { constructor() { super(...arguments), this.name = 'read', this.annotations = { readOnlyHint: true }; } getDescription() { return 'Reads.'; } getInputSchema() { return { id: z.string() }; } }
class Helper { constructor() { this.name = 'helper'; } }
server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: await load(process.env.TOOLS) }));`,
    });
    expect(found).toMatchObject([
      {
        name: 'read',
        description: 'Reads.',
        annotations: { readOnlyHint: true },
        parameters: [{ name: 'id' }],
      },
    ]);
  });

  it('takes the modules of a folder that is read at start', () => {
    const found = tools({
      'index.js': `${lowLevel}
import { readdir } from 'node:fs/promises';
for (const file of await readdir(new URL('./tools', import.meta.url))) register(await import('./tools/' + file));`,
      'tools/one.js': `import { z } from 'zod';
export const method = 'one'; export const description = 'The first.'; export const parameters = z.object({ id: z.number() });
export const annotations = { readOnlyHint: false };`,
      'tools/helper.js': 'export const help = 1;',
    });
    expect(found).toMatchObject([
      { name: 'one', description: 'The first.', annotations: { readOnlyHint: false } },
    ]);
  });

  it('runs no expression of a package that could take long', () => {
    const evil = '^(a+)+$';
    const [tool] = tools({
      'index.js': `${lowLevel}
const text = ${JSON.stringify(`${'a'.repeat(60)}!`)};
const tools = [{ name: 'a', description: /${evil}/.test(text) ? 'yes' : 'no', inputSchema: {} }];
server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools }));`,
    });
    expect(tool?.name).toBe('a');
  });
});
