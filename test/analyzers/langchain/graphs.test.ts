import { describe, expect, it } from 'vitest';
import { gates, node, read, targets } from './read.ts';

const head = `
import requests
from typing import Literal, TypedDict
from langchain_openai import ChatOpenAI
from langgraph.graph import StateGraph, START, END
from langgraph.prebuilt import ToolNode, tools_condition
from langgraph.types import Command, Send, interrupt
llm = ChatOpenAI(model="m")
class State(TypedDict):
    messages: list
    mail: str
def send(x: str):
    return requests.post("https://x.example", data=x)
`;

describe('graphs in Python', () => {
  it('a model node and a tool node are one agent', async () => {
    const text = `${head}
def look(x: str): ...
tools = [look]
bound = llm.bind_tools(tools)
def chat(state):
    return {"messages": [bound.invoke(state["messages"])]}
g = StateGraph(State)
g.add_node("chat", chat)
g.add_node("tools", ToolNode(tools))
g.add_edge(START, "chat")
g.add_conditional_edges("chat", tools_condition)
g.add_edge("tools", "chat")
desk = g.compile(interrupt_before=["tools"])
`;
    const facts = await read({ 'a.py': text });
    expect(node(facts, 'desk')).toMatchObject({ kind: 'workflow' });
    expect(node(facts, 'chat')).toMatchObject({ kind: 'agent', properties: { loop: true } });
    expect(targets(facts, 'chat', 'uses')).toEqual(['look']);
    expect(targets(facts, 'desk', 'next')).toEqual(['chat']);
    expect(gates(facts)).toMatchObject([{ name: 'interrupt_before', guards: '*', barrier: { credit: 0.8 } }]);
  });

  it('order follows edges, conditional edges and Command, through nodes that only pass state on', async () => {
    const text = `${head}
def think(state) -> Command[Literal["relay", "__end__"]]:
    llm.invoke(state["messages"])
    return Command(goto="relay")
def relay(state):
    return {"messages": []}
def post(state):
    send(state["messages"][-1])
def route(state):
    if state["mail"]:
        return "post"
    return END
g = StateGraph(State)
g.add_node(think)
g.add_node(relay)
g.add_node("post", post)
g.add_edge(START, "think")
g.add_conditional_edges("relay", route)
flow = g.compile()
`;
    const facts = await read({ 'a.py': text });
    expect(targets(facts, 'think', 'next')).toEqual(['post?']);
    expect(node(facts, 'relay')).toBeUndefined();
    expect(node(facts, 'post')).toMatchObject({
      kind: 'tool',
      properties: { step: true },
      handler: { file: 'a.py' },
    });
    expect(node(facts, 'think')?.properties).toMatchObject({ singleStep: true });
  });

  it('an inner graph is entered at its first node and left at its last', async () => {
    const text = `${head}
def first(state): llm.invoke(state["messages"])
def second(state): llm.invoke(state["messages"])
def after(state): llm.invoke(state["messages"])
inner = StateGraph(State).add_node(first).add_node(second).add_edge(START, "first").add_edge("first", "second").compile()
outer = StateGraph(State)
outer.add_node("part", inner)
outer.add_node(after)
outer.add_edge(START, "part")
outer.add_edge("part", "after")
app = outer.compile()
`;
    const facts = await read({ 'a.py': text });
    expect(targets(facts, 'app', 'next')).toEqual(['first']);
    expect(targets(facts, 'app', 'uses')).toEqual(['after', 'inner']);
    expect(targets(facts, 'second', 'next')).toEqual(['after']);
  });

  it('bound methods, partials and fan-out by Send', async () => {
    const text = `${head}
from functools import partial
class Desk:
    def __init__(self, tools):
        self.model = llm.bind_tools(tools)
        g = StateGraph(State)
        g.add_node("ask", self.ask)
        g.add_node("work", partial(work, tools=tools))
        g.add_conditional_edges(START, self.fan)
        self.app = g.compile()
    def ask(self, state): return self.model.invoke(state)
    def fan(self, state): return [Send("work", {"m": m}) for m in state["messages"]]
def work(state, tools): return llm.bind_tools(tools).invoke(state)
desk = Desk([send])
`;
    const facts = await read({ 'a.py': text });
    expect(targets(facts, 'ask', 'uses')).toEqual(['send']);
    expect(targets(facts, 'work', 'uses')).toEqual(['send']);
    expect(targets(facts, 'app', 'next')).toEqual(['work']);
  });

  it('mail that arrives as state is a trigger; what a node writes is none', async () => {
    const text = `${head}
class Given(TypedDict):
    mail: str
    ticket: str
def think(state):
    llm.invoke(state["mail"])
    return {"ticket": "written here"}
g = StateGraph(Given)
g.add_node(think)
g.add_edge(START, "think")
flow = g.compile()
`;
    const facts = await read({ 'a.py': text });
    expect(node(facts, 'mail')).toMatchObject({
      kind: 'trigger',
      labels: [{ label: 'untrusted-input', kind: 'email', confidence: 0.6 }],
    });
    expect(targets(facts, 'mail', 'triggers')).toEqual(['think']);
    expect(node(facts, 'ticket')).toBeUndefined();
  });

  it('a model with injected memory reads and writes one store', async () => {
    const text = `${head}
from langgraph.store.base import BaseStore
def think(state, store: BaseStore):
    store.put(("a",), "k", {})
    return llm.invoke(store.get(("a",), "k"))
g = StateGraph(State)
g.add_node(think)
g.add_edge(START, "think")
flow = g.compile()
`;
    const facts = await read({ 'a.py': text });
    expect(targets(facts, 'think', 'reads')).toEqual(['store']);
    expect(targets(facts, 'think', 'writes')).toEqual(['store']);
  });

  it('code around a model call is a step the agent uses', async () => {
    const text = `${head}
def digest(state):
    page = requests.get(state["messages"][0]).text
    return {"messages": [llm.invoke(page)]}
g = StateGraph(State)
g.add_node(digest)
g.add_edge(START, "digest")
flow = g.compile()
`;
    expect(targets(await read({ 'a.py': text }), 'digest', 'uses')).toEqual(['digest code']);
  });

  it('functional API', async () => {
    const text = `${head}
from langgraph.func import entrypoint, task
bound = llm.bind_tools([send])
@task
def call_model(messages): return bound.invoke(messages)
@task
def call_tool(call): return send.invoke(call["args"])
@entrypoint()
def desk(messages):
    answer = call_model(messages).result()
    return [call_tool(c).result() for c in answer.tool_calls]
`;
    const facts = await read({ 'a.py': text });
    expect(node(facts, 'desk')).toMatchObject({ kind: 'agent' });
    expect(targets(facts, 'desk', 'uses')).toEqual(['send']);
  });

  it('a loop written by hand', async () => {
    const text = `${head}
bound = llm.bind_tools([send])
def run(q):
    answer = bound.invoke(q)
    for call in answer.tool_calls:
        send(call["args"])
`;
    expect(targets(await read({ 'a.py': text }), 'bound', 'uses')).toEqual(['send']);
  });

  it('a model that came in as a parameter', async () => {
    const text = `${head}
def build(llm, tools):
    bound = llm.bind_tools(tools)
    def ask(state): return bound.invoke(state)
    g = StateGraph(State)
    g.add_node("ask", ask)
    g.add_edge(START, "ask")
    return g.compile()
app = build(None, [send])
`;
    expect(targets(await read({ 'a.py': text }), 'ask', 'uses')).toEqual(['send']);
  });
});

describe('graphs in JavaScript', () => {
  it('method chains, ends and conditional edges', async () => {
    const text = `
import { StateGraph, Annotation, START, END, Command } from '@langchain/langgraph';
import { ToolNode } from '@langchain/langgraph/prebuilt';
import { ChatOpenAI } from '@langchain/openai';
import { tool } from '@langchain/core/tools';
const look = tool(async (x) => x, { name: 'look', description: 'd' });
const model = new ChatOpenAI({ model: 'm' }).bindTools([look]);
const State = Annotation.Root({ messages: Annotation<string[]>(), ticketBody: Annotation<string>() });
const ask = async (state) => ({ messages: [await model.invoke(state.messages)] });
const post = async (state) => fetch('https://x.example', { method: 'POST', body: state.messages[0] });
const route = (state) => (state.messages.length ? 'tools' : 'post');
export const app = new StateGraph(State)
  .addNode('ask', ask).addNode('tools', new ToolNode([look])).addNode('post', post, { ends: [END] })
  .addEdge(START, 'ask').addConditionalEdges('ask', route, ['tools', 'post']).addEdge('tools', 'ask')
  .compile();
`;
    const facts = await read({ 'a.ts': text });
    expect(targets(facts, 'ask', 'uses')).toEqual(['look']);
    expect(targets(facts, 'ask', 'next')).toEqual(['post?']);
    expect(node(facts, 'ticketBody')).toMatchObject({ kind: 'trigger' });
  });
});

describe('deployments', () => {
  const graph = `${head}
def think(state): llm.invoke(state)
g = StateGraph(State)
g.add_node(think)
g.add_edge(START, "think")
app = g.compile()
`;
  const caller = `
from langgraph_sdk import get_client
from langgraph.graph import StateGraph, START
client = get_client()
async def start(state): await client.runs.create(None, "helper", input=state)
g = StateGraph(dict)
g.add_node(start)
g.add_edge(START, "start")
cron = g.compile()
`;

  it('langgraph.json names the code object; a run by name leads there', async () => {
    const config = JSON.stringify({
      graphs: { helper: './src/graph.py:app', cron: { path: './src/cron.py:cron' } },
    });
    const facts = await read({ 'langgraph.json': config, 'src/graph.py': graph, 'src/cron.py': caller });
    expect(targets(facts, 'helper', 'uses')).toEqual(['app']);
    expect(targets(facts, 'start', 'delegates')).toEqual(['helper']);
  });

  it('a broken langgraph.json is a gap', async () => {
    expect(await read({ 'langgraph.json': '{"graphs": {' })).toMatchObject([{ fact: 'gap' }]);
    expect(await read({ 'langgraph.json': '{"graphs": {"a": 3}}' })).toEqual([]);
  });
});
