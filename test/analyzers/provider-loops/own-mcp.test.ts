import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/provider-loops/index.ts';
import { factsOf, outline } from '../code/outline.ts';

const lines = async (files: { readonly [path: string]: string }): Promise<readonly string[]> =>
  outline(await factsOf(analyzer, files));

describe('hosts of MCP servers written by hand', () => {
  it('tools listed at run time are one unknown with its reason', async () => {
    const text = `
import json
from openai import OpenAI
from mcp import ClientSession, StdioServerParameters
client = OpenAI()
class Host:
    async def start(self, path):
        self.params = StdioServerParameters(command="python", args=[path])
    async def answer(self, question):
        messages = [{"role": "user", "content": question}]
        listed = await self.session.list_tools()
        tools = [{"type": "function", "function": {"name": t.name, "parameters": t.inputSchema}} for t in listed.tools]
        while True:
            reply = client.chat.completions.create(model="m", messages=messages, tools=tools)
            calls = reply.choices[0].message.tool_calls
            if not calls:
                return reply
            for call in calls:
                seen = await self.session.call_tool(call.function.name, json.loads(call.function.arguments))
                messages.append({"role": "tool", "tool_call_id": call.id, "content": seen.content})
`;
    const facts = await factsOf(analyzer, { 'a.py': text });
    const nodes = facts.filter(fact => fact.fact === 'node');
    expect(nodes.filter(({ kind }) => kind === 'agent').length).toBe(1);
    expect(
      nodes.filter(({ kind }) => kind === 'unknown').map(({ properties }) => properties?.reason),
    ).toContain('tools listed by a MCP server at run time');
  });

  it('a server that is started by name is that server', async () => {
    const out = await lines({
      'host.ts': `
import Anthropic from '@anthropic-ai/sdk';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
const model = new Anthropic();
const mcp = new Client({ name: 'x', version: '1' });
export async function answer(question: string) {
  await mcp.connect(new StdioClientTransport({ command: 'npx', args: ['-y', '@acme/mcp-desk'] }));
  const { tools } = await mcp.listTools();
  const messages: any[] = [{ role: 'user', content: question }];
  while (true) {
    const reply = await model.messages.create({ model: 'm', max_tokens: 9, messages, tools: tools.map(t => ({ name: t.name, input_schema: t.inputSchema })) as any });
    const use = reply.content.find(part => part.type === 'tool_use') as any;
    if (!use) return reply;
    const seen = await mcp.callTool({ name: use.name, arguments: use.input });
    messages.push({ role: 'user', content: [{ type: 'tool_result', tool_use_id: use.id, content: seen.content }] });
  }
}
`,
    });
    expect(out.some(line => line.startsWith('mcp-server') && line.includes('mcp-desk'))).toBe(true);
    expect(out.filter(line => line.startsWith('agent')).length).toBe(1);
  });

  it('a fixed tool of a server that the program calls itself is no choice of the model', async () => {
    const text = `
from openai import OpenAI
client = OpenAI()
async def answer(session, question):
    messages = [question]
    while True:
        reply = client.chat.completions.create(model="m", messages=messages).choices[0].message.content
        seen = await session.call_tool("save", {"text": reply})
        messages.append(seen)
`;
    expect((await lines({ 'a.py': text })).filter(line => line.startsWith('agent'))).toEqual([]);
  });
});
