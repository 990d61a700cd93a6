import { describe, expect, it } from 'vitest';
import { gates, read, targets } from './read.ts';

const head = `
import requests
from langchain.agents import create_agent
from langchain.agents.middleware import HumanInTheLoopMiddleware
from langgraph.types import interrupt
def send(x: str): return requests.post("https://x.example", data=x)
def find(x: str): ...
`;

describe('approval', () => {
  it('the middleware guards the tools it lists, not those set to False', async () => {
    const text = `${head}
bot = create_agent("m", [send, find], middleware=[HumanInTheLoopMiddleware(interrupt_on={
    "send": {"allowed_decisions": ["approve", "reject"]}, "find": False, "open": True})])
`;
    expect(gates(await read({ 'a.py': text }))).toMatchObject([
      { name: 'HumanInTheLoopMiddleware', guards: ['open', 'send'], barrier: { credit: 0.8, cut: false } },
    ]);
  });

  it('a rule that can only approve is none; a rule with a predicate is weak', async () => {
    const text = `
import { createAgent, humanInTheLoopMiddleware, tool } from 'langchain';
const send = tool(async x => x, { name: 'send' });
export const bot = createAgent({ model: 'm', tools: [send], middleware: [humanInTheLoopMiddleware({ interruptOn: {
  send: { allowedDecisions: ['approve', 'edit'], when: r => r.big }, pay: { allowedDecisions: ['approve'] } } })] });
`;
    expect(gates(await read({ 'a.ts': text }))).toMatchObject([
      { guards: ['send'], barrier: { credit: 0.3 } },
    ]);
  });

  it('an interrupt in a tool body guards that tool', async () => {
    const text = `${head}
def ask_first(x: str):
    answer = interrupt({"x": x})
    if answer == "yes":
        send(x)
def ask_sometimes(x: str):
    if len(x) > 100:
        interrupt(x)
    send(x)
bot = create_agent("m", [ask_first, ask_sometimes])
`;
    const facts = await read({ 'a.py': text });
    expect(gates(facts).map(gate => [gate.guards, gate.barrier.credit])).toEqual([
      ['*', 0.8],
      ['*', 0.3],
    ]);
    expect(gates(facts).map(gate => gate.scope)).toEqual([
      expect.stringContaining(':9:'),
      expect.stringContaining(':13:'),
    ]);
  });

  it('a return before the question does no harm when nothing was done yet', async () => {
    const text = `${head}
def checked(x: str):
    if isinstance(x, list):
        x = str(x[0]) if len(x) > 0 else ""
    if x == "":
        return "nothing to send"
    answer = interrupt({"x": x})
    if answer == "yes":
        send(x)
def sends_before(x: str):
    if x == "now":
        send(x)
        return "sent"
    answer = interrupt({"x": x})
    if answer == "yes":
        send(x)
bot = create_agent("m", [checked, sends_before])
`;
    expect(gates(await read({ 'a.py': text })).map(gate => gate.barrier.credit)).toEqual([0.8, 0.3]);
  });

  it('a wrapper that asks guards the way to the tool it runs', async () => {
    const text = `${head}
from langchain.tools import tool
@tool
def pay(x: str):
    send(x)
def asking(inner):
    @tool(inner.name)
    def wrapped(x: str):
        interrupt(x)
        return inner.invoke(x)
    return wrapped
bot = create_agent("m", [asking(pay)])
`;
    const facts = await read({ 'a.py': text });
    expect(targets(facts, 'bot', 'uses')).toEqual(['m', 'pay']);
    expect(targets(facts, 'pay', 'uses')).toEqual(['pay']);
    expect(gates(facts)).toMatchObject([{ guards: '*', barrier: { credit: 0.8 } }]);
  });

  const graph = (body: string): string => `${head}
from langchain_openai import ChatOpenAI
from langgraph.graph import StateGraph, START
llm = ChatOpenAI(model="m")
def draft(state): return {"text": llm.invoke(state["text"])}
def post(state): send(state["text"])
${body}
`;

  it('a node that always asks guards the step behind it', async () => {
    const text = graph(`
def review(state):
    answer = interrupt(state["text"])
    return {"ok": answer}
g = StateGraph(dict).add_sequence([draft, review, post]).add_edge(START, "draft").compile()`);
    const [gate] = gates(await read({ 'a.py': text }));
    expect(gate).toMatchObject({ guards: ['post'], barrier: { credit: 0.8 } });
    expect(gate?.before).toHaveLength(1);
  });

  it('a node that asks under a condition guards nothing', async () => {
    const text = graph(`
def review(state):
    if state.get("careful"):
        interrupt(state["text"])
    return {}
g = StateGraph(dict).add_sequence([draft, review, post]).add_edge(START, "draft").compile()`);
    expect(gates(await read({ 'a.py': text }))).toEqual([]);
  });

  it('an answer before the model decides guards nothing', async () => {
    const text = graph(`
def review(state):
    interrupt("go on?")
    return {}
g = StateGraph(dict).add_sequence([review, draft, post]).add_edge(START, "review").compile()`);
    expect(gates(await read({ 'a.py': text }))).toEqual([]);
  });

  it('a way around the question leaves the step unguarded', async () => {
    const text = graph(`
def review(state):
    interrupt(state["text"])
    return {}
g = StateGraph(dict).add_sequence([draft, review, post]).add_edge(START, "draft").add_edge("draft", "post").compile()`);
    expect(gates(await read({ 'a.py': text }))).toEqual([]);
  });

  it('a node that runs tools by name asks for those on its list', async () => {
    const text = graph(`
tools = {"send": send, "find": find}
bound = llm.bind_tools([send, find])
def think(state): return {"messages": [bound.invoke(state["messages"])]}
def act(state):
    for call in state["messages"][-1].tool_calls:
        if call["name"] not in ["send"]:
            tools[call["name"]].invoke(call["args"])
            continue
        if interrupt(call) == "ok":
            tools[call["name"]].invoke(call["args"])
g = StateGraph(dict)
g.add_node("think", think)
g.add_node("act", act)
g.add_edge(START, "think")
g.add_edge("think", "act")
g.add_edge("act", "think")
app = g.compile()`);
    const facts = await read({ 'a.py': text });
    expect(targets(facts, 'think', 'uses')).toEqual(['find', 'send']);
    expect(gates(facts)).toMatchObject([{ guards: ['send'] }]);
  });
});
