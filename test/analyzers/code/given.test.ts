import { describe, expect, it } from 'vitest';
import { analyzers } from '../../../analyzers/index.ts';
import { factsOf, outline } from './outline.ts';

/** Outline of one file read by the named analyzer. */
async function read(id: string, text: string, path = 'a.py'): Promise<readonly string[]> {
  const analyzer = analyzers.find(item => item.id === id);
  if (!analyzer) throw new Error(`no analyzer ${id}`);
  return outline(await factsOf(analyzer, { [path]: text }));
}

const relations = (lines: readonly string[]): readonly string[] =>
  lines.filter(line => / (uses|next|delegates|triggers|hands-off) /.test(line));

describe('tools that are given later', () => {
  it('autogen: register_function, and register_for_llm called on a function', async () => {
    const text = `
from autogen import ConversableAgent, register_function
def one(x: str) -> str: return x
def two(x: str) -> str: return x
def three(x: str) -> str: return x
clerk = ConversableAgent("clerk")
runner = ConversableAgent("runner")
register_function(one, caller=clerk, executor=runner, description="d")
clerk.register_for_llm(name="two", description="d")(two)
@clerk.register_for_llm(description="d")
def four(x: str) -> str: return x
`;
    expect(relations(await read('autogen', text))).toEqual([
      'clerk uses four',
      'clerk uses one',
      'clerk uses two',
    ]);
  });

  it('semantic-kernel: plugins of the kernel belong to the agent with that kernel', async () => {
    const text = `
from semantic_kernel import Kernel
from semantic_kernel.agents import ChatCompletionAgent
from semantic_kernel.functions import kernel_function
class Orders:
    @kernel_function(description="finds")
    def find(self, number: str) -> str: return number
kernel = Kernel()
kernel.add_plugin(Orders(), plugin_name="orders")
desk = ChatCompletionAgent(kernel=kernel, name="desk")
`;
    expect(relations(await read('semantic-kernel', text))).toEqual(['desk uses find']);
  });

  it('pydantic-ai: functions that a method of the agent is called with, then or later', async () => {
    const text = `
from pydantic_ai import Agent
def look(name: str) -> str: return name
def note(text: str) -> str: return text
desk = Agent('m', name='desk')
desk.tool_plain(look)
desk.tool_plain(retries=2)(note)
`;
    expect(relations(await read('pydantic-ai', text))).toEqual(['desk uses look', 'desk uses note']);
  });

  it('pydantic-ai: deep agents, with the tools they have unless told otherwise', async () => {
    const text = (settings: string) => `
from pydantic_deep import create_deep_agent, LocalWorkspace
def note(text: str) -> str: return text
desk = create_deep_agent(model='m', name='desk', tools=[note]${settings})
`;
    expect(relations(await read('pydantic-ai', text('')))).toEqual([
      'desk uses note',
      'desk uses web_fetch',
      'desk uses web_search',
    ]);
    const narrowed =
      ', web_search=False, web_fetch=False, workspace=LocalWorkspace("."), include_execute=True';
    expect(relations(await read('pydantic-ai', text(narrowed)))).toEqual([
      'desk uses execute',
      'desk uses note',
      'desk uses read_file',
      'desk uses write_file',
    ]);
  });

  it('agent-framework: agents that wrap a coding agent', async () => {
    const text = `
from agent_framework.anthropic import ClaudeAgent
desk = ClaudeAgent(name="desk", tools=["Read", "Bash"])
`;
    expect(await read('agent-framework', text)).toEqual([
      'agent desk',
      'desk uses Bash',
      'desk uses Read',
      'tool Bash (claude-code:Bash)',
      'tool Read (claude-code:Read)',
    ]);
  });

  it('agent-framework: one function where a list is usual, or one that makes the list', async () => {
    const text = `
from agent_framework import Agent, tool
@tool(approval_mode="never_require")
def look(x: str) -> str: return x
def plain(x: str) -> str: return x
def make(): return [look, plain]
one = Agent(client=None, name="one", tools=look)
two = Agent(client=None, name="two", tools=plain)
three = Agent(client=None, name="three", tools=make)
`;
    expect(relations(await read('agent-framework', text))).toEqual([
      'one uses look',
      'three uses look',
      'three uses plain',
      'two uses plain',
    ]);
  });

  it('browser-use and pydantic-ai: functions under a decorator of the object that is given', async () => {
    const browser = `
from browser_use import Agent, Controller
controller = Controller()
@controller.action("Saves a file")
def save(text: str): return text
desk = Agent(task="t", llm=None, controller=controller)
`;
    expect(relations(await read('browser-use', browser))).toEqual(['desk uses browser', 'desk uses save']);
    const toolset = `
from pydantic_ai import Agent, FunctionToolset
orders = FunctionToolset()
@orders.tool
def find(number: str) -> str: return number
@orders.tool(requires_approval=True)
def drop(number: str) -> str: return number
desk = Agent("m", name="desk", toolsets=[orders])
`;
    expect(relations(await read('pydantic-ai', toolset))).toEqual([
      'desk uses drop !requires_approval 0.8',
      'desk uses find',
    ]);
  });
});

describe('graphs that later calls build', () => {
  it('strands: nodes and edges by name', async () => {
    const text = `
from strands import Agent
from strands.multiagent import GraphBuilder
reader = Agent(name="reader")
writer = Agent(name="writer")
builder = GraphBuilder()
builder.add_node(reader, "r")
builder.add_node(writer, "w")
builder.add_edge("r", "w")
`;
    expect(relations(await read('strands', text))).toEqual([
      'builder uses reader',
      'builder uses writer',
      'reader next writer',
    ]);
  });

  it('agent-framework: edges of a workflow, agents made by a client of any origin', async () => {
    const text = `
from agent_framework import WorkflowBuilder
def build(client):
    reader = client.as_agent(name="reader")
    writer = client.create_agent(name="writer")
    return WorkflowBuilder(start_executor=reader).add_edge(reader, writer).build()
`;
    expect(relations(await read('agent-framework', text))).toEqual([
      expect.stringMatching(/ uses reader$/),
      expect.stringMatching(/ uses writer$/),
      'reader next writer',
    ]);
  });
});

describe('who starts a run', () => {
  it('a request handler in another file, and a call that is an agent by itself', async () => {
    const agno = analyzers.find(item => item.id === 'agno');
    if (!agno) throw new Error('no agno');
    const files = {
      'desk.py': 'from agno.agent import Agent\ndesk = Agent(name="desk")\n',
      'web.py':
        'from fastapi import FastAPI\nfrom desk import desk\napp = FastAPI()\n@app.post("/ask")\ndef ask(body: dict):\n    return desk.run(body["text"])\n',
    };
    expect(relations(outline(await factsOf(agno, files)))).toEqual(['/ask triggers desk']);
    const route = `
import { streamText, tool, stepCountIs } from 'ai';
const look = tool({ description: 'd', execute: async () => 1 });
export async function POST(req: Request) {
  return streamText({ model: 'm', messages: await req.json(), tools: { look }, stopWhen: stepCountIs(3) });
}
`;
    expect(relations(await read('ai-sdk', route, 'app/api/chat/route.ts'))).toEqual([
      expect.stringMatching(/triggers/),
      expect.stringMatching(/ uses look$/),
    ]);
  });
});

it('strands: modules of the project in a list of tools', async () => {
  const strands = analyzers.find(item => item.id === 'strands');
  if (!strands) throw new Error('no strands');
  const files = {
    'kit/look.py': 'from strands import tool\n@tool\ndef look_up(x: str) -> str:\n    return x\n',
    'kit/note.py': 'TOOL_SPEC = {"name": "note"}\ndef note(tool, **kwargs):\n    return tool\n',
    'app.py':
      'from strands import Agent\nfrom kit import look, note\ndesk = Agent(name="desk", tools=[look, note])\n',
  };
  expect(relations(outline(await factsOf(strands, files)))).toEqual(['desk uses look_up', 'desk uses note']);
});

it('tools from the standard library alone are an unknown node and a gap', async () => {
  const text = `
import json
from agno.agent import Agent
desk = Agent(name="desk", tools=json.load(open("tools.json")))
`;
  expect(await read('agno', text)).toEqual([
    'agent desk',
    'desk uses (tools of load)',
    'gap unknown-tools',
    'unknown (tools of load)',
  ]);
});

it('ai-sdk: approval tool by tool, tools of a coding agent that a harness runs', async () => {
  const text = `
import { ToolLoopAgent, tool } from 'ai';
import { HarnessAgent } from '@ai-sdk/harness';
const post = tool({ description: 'd', execute: async () => 1 });
const look = tool({ description: 'd', execute: async () => 1 });
export const desk = new ToolLoopAgent({ model: 'm', tools: { post, look }, toolApproval: { post: 'user-approval', look: 'approved' } });
export const coder = new HarnessAgent({ id: 'coder' });
`;
  const analyzer = analyzers.find(item => item.id === 'ai-sdk');
  if (!analyzer) throw new Error('no ai-sdk');
  const facts = await factsOf(analyzer, { 'a.ts': text });
  expect(facts.flatMap(fact => (fact.fact === 'gate' ? [fact.guards, fact.barrier.credit] : []))).toEqual([
    ['post'],
    0.8,
  ]);
  expect(outline(facts)).toContain('tool Bash (claude-code:Bash)');
});
