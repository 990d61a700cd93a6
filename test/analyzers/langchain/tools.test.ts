import { describe, expect, it } from 'vitest';
import { lines, node, read, targets } from './read.ts';

const agent = (tools: string): string => `bot = create_agent("m", tools=${tools})\n`;
const head = 'from langchain.agents import create_agent\n';

describe('tools in Python', () => {
  it('that no agent was seen to have', async () => {
    const text = `
from langchain_core.tools import BaseTool, tool
@tool
def spare(q: str) -> str:
    """Is kept for later."""
    return q
class Half(BaseTool):
    name: str = "half"
class Whole(BaseTool):
    name: str = "whole"
    def _run(self, q: str):
        return q
class Other:
    def _run(self): ...
`;
    const facts = await read({ 'a.py': text });
    expect(facts.filter(fact => fact.fact === 'relation')).toEqual([]);
    expect(facts.map(fact => fact.fact === 'node' && fact.name)).toEqual(['spare', 'whole']);
  });

  it('Tool, StructuredTool and tool() objects', async () => {
    const text = `${head}
from langchain_core.tools import Tool, StructuredTool, tool
def run(q: str): ...
async def arun(q: str): ...
kept = tool(run)
${agent('[Tool("first", run, "does"), StructuredTool.from_function(func=run, name="second"), StructuredTool.from_function(coroutine=arun), tool("third")(run), kept]')}`;
    const facts = await read({ 'a.py': text });
    expect(targets(facts, 'bot', 'uses')).toEqual(['arun', 'first', 'm', 'run', 'second', 'third']);
    expect(node(facts, 'first')).toMatchObject({ description: 'does', handler: { file: 'a.py' } });
  });

  it('a class with _run; the body that works is the handler', async () => {
    const text = `${head}
import requests
from langchain_core.tools import BaseTool
class Fetch(BaseTool):
    name: str = "fetch_page"
    description: str = "Gets a page."
    def _run(self, url: str):
        raise NotImplementedError()
    async def _arun(self, url: str):
        return requests.get(url).text
${agent('[Fetch()]')}`;
    const facts = await read({ 'a.py': text });
    expect(node(facts, 'fetch_page')).toMatchObject({
      description: 'Gets a page.',
      handler: { line: 10 },
      parameters: [{ name: 'url' }],
    });
  });

  it('parameters that the run fills are not shown', async () => {
    const text = `${head}
from typing import Annotated
from langchain.tools import tool, ToolRuntime, InjectedState
from langchain_core.runnables import RunnableConfig
@tool
def act(text: str, config: RunnableConfig, runtime: ToolRuntime, state: Annotated[dict, InjectedState]): ...
${agent('[act]')}`;
    expect(node(await read({ 'a.py': text }), 'act')?.parameters?.map(item => item.name)).toEqual(['text']);
  });

  it('ready-made tools, toolkits and load_tools keep their symbol and settings', async () => {
    const text = `${head}
from langchain_tavily import TavilySearch
from langchain_community.agent_toolkits import GmailToolkit, FileManagementToolkit
from langchain_community.agent_toolkits.load_tools import load_tools
files = FileManagementToolkit(root_dir="./work", selected_tools=["read_file"]).get_tools()
${agent('[TavilySearch(max_results=3), *GmailToolkit().get_tools(), *files, *load_tools(["serpapi", "human"], llm=llm)]')}`;
    const facts = await read({ 'a.py': text });
    expect(targets(facts, 'bot', 'uses')).toEqual([
      'FileManagementToolkit',
      'GmailToolkit',
      'human',
      'm',
      'serpapi',
      'tavily_search',
    ]);
    expect(node(facts, 'tavily_search')).toMatchObject({
      symbol: 'langchain_tavily.TavilySearch',
      settings: { max_results: 3 },
    });
    expect(node(facts, 'FileManagementToolkit')?.settings).toEqual({
      root_dir: './work',
      selected_tools: ['read_file'],
    });
    expect(node(facts, 'serpapi')?.symbol).toBe('langchain.load_tools(serpapi)');
  });

  it('provider dictionaries and function schemas', async () => {
    const text = `${head}
schema = {"type": "function", "function": {"name": "pick", "description": "d", "parameters": {"type": "object", "properties": {"n": {"type": "integer"}}}}}
${agent('[{"type": "web_search_20250305", "name": "web_search", "max_uses": 2}, {"type": "code_interpreter", "container": "x"}, schema, {"type": "mcp", "server_label": "docs", "server_url": "https://docs.example.org/mcp?k=1", "require_approval": "never"}]')}`;
    const facts = await read({ 'a.py': text });
    expect(node(facts, 'web_search')).toMatchObject({
      symbol: 'anthropic:web_search',
      settings: { max_uses: 2 },
    });
    expect(node(facts, 'code_interpreter')?.symbol).toBe('openai:code_interpreter');
    expect(node(facts, 'pick')).toMatchObject({
      properties: { intent: true },
      parameters: [{ name: 'n', type: 'integer' }],
    });
    expect(node(facts, 'docs')).toMatchObject({ kind: 'mcp-server', package: 'url:docs.example.org/mcp' });
  });

  it('a pydantic class is an intent, with_structured_output is no tool', async () => {
    const text = `
from langchain_openai import ChatOpenAI
from pydantic import BaseModel
from langgraph.graph import StateGraph
class Wish(BaseModel):
    """What is wanted."""
    text: str
class Shape(BaseModel):
    a: int
llm = ChatOpenAI(model="m")
def think(state):
    llm.with_structured_output(Shape).invoke(state)
    return {"messages": [llm.bind_tools([Wish]).invoke(state["messages"])]}
g = StateGraph(dict)
g.add_node("think", think)
g.add_edge("__start__", "think")
app = g.compile()
`;
    const facts = await read({ 'a.py': text });
    expect(node(facts, 'Wish')).toMatchObject({
      properties: { intent: true },
      description: 'What is wanted.',
    });
    expect(node(facts, 'Shape')).toBeUndefined();
  });

  it('MCP servers with their packages, all or by name', async () => {
    const text = `${head}
from langchain_mcp_adapters.client import MultiServerMCPClient
client = MultiServerMCPClient({
    "files": {"command": "npx", "args": ["-y", "@modelcontextprotocol/server-filesystem", "/data"], "transport": "stdio"},
    "far": {"url": "https://mcp.example.com/mcp", "transport": "streamable_http"},
})
async def main():
    every = create_agent("m", await client.get_tools())
    some = create_agent("m", await client.get_tools(server_name="far"))
`;
    const facts = await read({ 'a.py': text });
    expect(targets(facts, 'every', 'uses')).toEqual(['far', 'files', 'm']);
    expect(targets(facts, 'some', 'uses')).toEqual(['far', 'm']);
    expect(node(facts, 'files')).toMatchObject({ package: 'npm:@modelcontextprotocol/server-filesystem' });
    expect(node(facts, 'far')).toMatchObject({ package: 'url:mcp.example.com/mcp' });
  });

  it('a session of a started program', async () => {
    const text = `${head}
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client
from langchain_mcp_adapters.tools import load_mcp_tools
params = StdioServerParameters(command="uvx", args=["mcp-server-fetch"])
async def main():
    async with stdio_client(params) as (r, w):
        async with ClientSession(r, w) as session:
            bot = create_agent("m", await load_mcp_tools(session))
`;
    expect(
      (await read({ 'a.py': text })).flatMap(fact =>
        fact.fact === 'node' && fact.package ? [fact.package] : [],
      ),
    ).toEqual(['pypi:mcp-server-fetch']);
  });

  it('a retriever tool reads its store', async () => {
    const text = `${head}
from langchain_chroma import Chroma
from langchain.tools.retriever import create_retriever_tool
notes = Chroma(collection_name="notes")
${agent('[create_retriever_tool(notes.as_retriever(), "search_notes", "Searches notes.")]')}`;
    expect(await lines({ 'a.py': text })).toEqual([
      'agent bot',
      'bot uses m',
      'bot uses search_notes',
      'search_notes reads notes',
      'store notes (langchain_chroma.Chroma)',
      'tool search_notes (langchain.tools.retriever.create_retriever_tool)',
    ]);
  });

  it('platform tools by name', async () => {
    const text = `${head}
from composio import Composio
from composio_langchain import LangchainProvider, ComposioToolSet, Action
new = Composio(provider=LangchainProvider()).tools.get(user_id="u", tools=["GMAIL_SEND_EMAIL"])
old = ComposioToolSet().get_tools(actions=[Action.SLACK_SENDS_MESSAGE])
any = ComposioToolSet().get_tools()
${agent('[*new, *old, *any]')}`;
    const facts = await read({ 'a.py': text });
    expect(targets(facts, 'bot', 'uses')).toEqual(['GMAIL_SEND_EMAIL', 'SLACK_SENDS_MESSAGE', 'm']);
    expect(node(facts, 'bot')?.properties).toMatchObject({ toolsComplete: false });
  });

  it('a list a function filters by name holds what the caller asked for', async () => {
    const text = `${head}
def send(x: str): ...
def find(x: str): ...
def drop(x: str): ...
def pick(names=None, all=False):
    table = {"send": send, "find": find}
    if all:
        table.update({"drop": drop})
    if names is None:
        return list(table.values())
    return [table[n] for n in names if n in table]
a = create_agent("m", tools=pick(["find"]))
b = create_agent("m", tools=pick())
`;
    const facts = await read({ 'a.py': text });
    expect(targets(facts, 'a', 'uses')).toEqual(['find', 'm']);
    expect(targets(facts, 'b', 'uses')).toEqual(['find', 'm', 'send']);
  });
});

describe('tools in JavaScript', () => {
  it('tool classes and provider tools', async () => {
    const text = `
import { createAgent } from 'langchain';
import { StructuredTool } from '@langchain/core/tools';
import { tools } from '@langchain/anthropic';
class Ring extends StructuredTool { name = 'ring'; description = 'rings'; async _call({ bell }: { bell: string }) { return fetch('https://x.example/' + bell); } }
export const bot = createAgent({ model: 'm', tools: [new Ring(), tools.webSearch_20250305({ maxUses: 1 })] });
`;
    const facts = await read({ 'a.ts': text });
    expect(targets(facts, 'bot', 'uses')).toEqual(['m', 'ring', 'web_search']);
    expect(node(facts, 'web_search')?.symbol).toBe('anthropic:web_search');
    expect(node(facts, 'ring')).toMatchObject({ description: 'rings', handler: { file: 'a.ts' } });
  });

  it('MCP servers', async () => {
    const text = `
import { createReactAgent } from '@langchain/langgraph/prebuilt';
import { MultiServerMCPClient } from '@langchain/mcp-adapters';
const client = new MultiServerMCPClient({ mcpServers: { math: { transport: 'stdio', command: 'npx', args: ['-y', '@acme/math@1.2.0'] } } });
export const bot = createReactAgent({ llm, tools: await client.getTools() });
`;
    expect(await lines({ 'a.ts': text })).toEqual([
      'agent bot',
      'bot uses math',
      'mcp-server math [npm:@acme/math]',
    ]);
  });
});
