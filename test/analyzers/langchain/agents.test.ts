import { describe, expect, it } from 'vitest';
import { lines, node, read, targets } from './read.ts';

describe('what is not of the family', () => {
  it('reads nothing from an empty or foreign file', async () => {
    expect(await lines({ 'a.py': '' })).toEqual([]);
    expect(
      await lines({ 'a.py': 'from other import create_agent\nx = create_agent("m", tools=[print])\n' }),
    ).toEqual([]);
  });

  it('keeps what stands around broken syntax', async () => {
    const text = 'from langchain.agents import create_agent\nbot = create_agent("m", tools=[])\ndef (:\n';
    expect(await lines({ 'a.py': text })).toContain('agent bot');
  });

  it('does not take a project class named like an agent for one', async () => {
    const text = 'import langchain\nclass AgentExecutor:\n  pass\nrunner = AgentExecutor()\n';
    expect(await lines({ 'a.py': text })).toEqual([]);
  });
});

describe('agents in Python', () => {
  it('create_agent: tools by position and by name, declared name', async () => {
    const text = `
from langchain.agents import create_agent
from langchain.tools import tool
@tool("look", return_direct=True)
def find(key: str) -> str:
    """Finds a record."""
    return key
def plain(text: str): ...
desk = create_agent("m", [find], name="front desk", system_prompt="Be kind.")
back = create_agent(model="m", tools=[plain])
`;
    const facts = await read({ 'a.py': text });
    expect(targets(facts, 'front desk', 'uses')).toEqual(['look', 'm']);
    expect(targets(facts, 'back', 'uses')).toEqual(['m', 'plain']);
    expect(node(facts, 'look')).toMatchObject({
      description: 'Finds a record.',
      parameters: [{ name: 'key', type: 'string' }],
      properties: { returnDirect: true },
      handler: { file: 'a.py' },
    });
    expect(node(facts, 'front desk prompt')).toMatchObject({ kind: 'instruction', description: 'Be kind.' });
  });

  it('create_react_agent of langgraph and of langchain are two things', async () => {
    const text = `
from langgraph.prebuilt import create_react_agent
from langchain.agents import AgentExecutor, create_react_agent as classic
def a(x: str): ...
def b(x: str): ...
modern = create_react_agent("m", tools=[a])
inner = classic(llm, [b], prompt)
runner = AgentExecutor(agent=inner, tools=[b])
`;
    expect(await lines({ 'a.py': text })).toEqual([
      'agent modern',
      'agent runner',
      'modern uses a',
      'modern uses m',
      'runner uses b',
      'tool a',
      'tool b',
    ]);
  });

  it('initialize_agent, deep import paths and langchain_classic', async () => {
    const text = `
from langchain_classic.agents import initialize_agent
from langchain.agents.react.agent import create_react_agent
def a(x: str): ...
old = initialize_agent([a], llm, agent="zero-shot")
alone = create_react_agent(llm, [a])
`;
    expect(await lines({ 'a.py': text })).toEqual([
      'agent alone',
      'agent old',
      'alone uses a',
      'old uses a',
      'tool a',
    ]);
  });

  it('toolkit agents have the tools of their toolkit', async () => {
    const text = `
from langchain_community.agent_toolkits import create_sql_agent, SQLDatabaseToolkit
from langchain_experimental.agents import create_pandas_dataframe_agent
sql = create_sql_agent(llm, db=db)
kit = create_sql_agent(llm, toolkit=SQLDatabaseToolkit(db=db, llm=llm))
frame = create_pandas_dataframe_agent(llm, df)
`;
    const facts = await read({ 'a.py': text });
    expect(targets(facts, 'sql', 'uses')).toEqual(['SQLDatabaseToolkit']);
    expect(targets(facts, 'kit', 'uses')).toEqual(['SQLDatabaseToolkit']);
    expect(targets(facts, 'frame', 'uses')).toEqual(['PythonAstREPLTool']);
  });

  it('a chain reads its store; a chain without one is no agent', async () => {
    const text = `
from langchain.chains import RetrievalQA, LLMChain
from langchain_chroma import Chroma
pages = Chroma(collection_name="pages")
qa = RetrievalQA.from_chain_type(llm=llm, retriever=pages.as_retriever())
plain = LLMChain(llm=llm, prompt=p)
`;
    expect(await lines({ 'a.py': text })).toEqual([
      'agent qa',
      'qa reads pages',
      'store pages (langchain_chroma.Chroma)',
    ]);
  });

  it('says when tools could not be read', async () => {
    const text =
      'from langchain.agents import create_agent\nfrom elsewhere import all_tools\nbot = create_agent("m", tools=[*all_tools()])\n';
    const facts = await read({ 'a.py': text });
    expect(node(facts, 'bot')?.properties).toMatchObject({ toolsComplete: false });
    expect(facts).toContainEqual(
      expect.objectContaining({ fact: 'gap', reason: 'unknown-tools', affects: [node(facts, 'bot')?.ref] }),
    );
  });

  it('an agent made by a function with parameters is one per caller', async () => {
    const text = `
from langchain.agents import create_agent
def a(x: str): ...
def b(x: str): ...
def make(tools, name):
    return create_agent("m", tools=tools, name=name)
one = make([a], "first")
two = make([b], "second")
`;
    const facts = await read({ 'a.py': text });
    expect(targets(facts, 'first', 'uses')).toEqual(['a', 'm']);
    expect(targets(facts, 'second', 'uses')).toEqual(['b', 'm']);
  });
});

describe('agents in JavaScript', () => {
  it('createAgent with tools made by tool()', async () => {
    const text = `
import { createAgent, tool } from 'langchain';
import { z } from 'zod';
const weather = tool(async ({ city }) => city, { name: 'weather', description: 'tells', schema: z.object({ city: z.string() }) });
export const bot = createAgent({ model: 'm', tools: [weather, ...(process.env.X ? [extra] : [])], systemPrompt: 'x' });
function extra() {}
`;
    const facts = await read({ 'a.ts': text });
    expect(targets(facts, 'bot', 'uses')).toEqual(['extra?', 'm', 'weather']);
    expect(node(facts, 'weather')).toMatchObject({
      description: 'tells',
      parameters: [{ name: 'city', type: 'string' }],
    });
  });

  it('createReactAgent, AgentExecutor and createToolCallingAgent', async () => {
    const text = `
import { createReactAgent } from '@langchain/langgraph/prebuilt';
import { AgentExecutor, createToolCallingAgent } from 'langchain/agents';
import { DynamicTool, DynamicStructuredTool } from '@langchain/core/tools';
const a = new DynamicTool({ name: 'a', description: 'd', func: async x => x });
const b = new DynamicStructuredTool({ name: 'b', description: 'd', schema: {}, func: async () => 'x' });
export const one = createReactAgent({ llm, tools: [a] });
const inner = createToolCallingAgent({ llm, tools: [b], prompt });
export const two = new AgentExecutor({ agent: inner, tools: [b] });
`;
    expect(await lines({ 'a.ts': text })).toEqual([
      'agent one',
      'agent two',
      'one uses a',
      'tool a',
      'tool b',
      'two uses b',
    ]);
  });
});
