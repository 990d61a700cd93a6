import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/openai-agents/index.ts';
import type { NodeFact } from '../../../src/model/fact.ts';
import { factsOf, outline } from '../code/outline.ts';

const lines = async (files: { readonly [path: string]: string }): Promise<readonly string[]> =>
  outline(await factsOf(analyzer, files));

const without = (found: readonly string[], ...words: readonly string[]): readonly string[] =>
  found.filter(line => !words.some(word => line.includes(word)));

describe('what is not the SDK', () => {
  it('reads nothing from empty, foreign and broken files', async () => {
    expect(await lines({ 'a.py': '' })).toEqual([]);
    expect(await lines({ 'a.py': 'import json\n' })).toEqual([]);
    expect(
      await lines({ 'a.py': 'from agents import Agent\ndesk = Agent(name="Desk")\ndef (:\n' }),
    ).toContain('agent Desk');
  });

  it('leaves a class of the project named Agent alone', async () => {
    const own =
      'from dataclasses import dataclass\nfrom agents import function_tool\n@dataclass\nclass Agent:\n  name: str\nx = Agent(name="no")\n';
    expect(await lines({ 'a.py': own })).toEqual([]);
  });

  it('tells the SDK from a file of the project that is called agents', async () => {
    const files = {
      'app/agents.py':
        'from agents import Agent\nfrom .tools import look\ndesk = Agent(name="Desk", tools=[look])\n',
      'app/tools.py':
        'from agents import function_tool\n@function_tool\ndef look(key: str) -> str:\n  return key\n',
      'app/main.py': 'from app.agents import desk\n',
      'other/agents.py': 'class Agent:\n  pass\n',
      'other/use.py': 'from agents import Agent\nnone = Agent()\n',
    };
    expect(await lines(files)).toEqual(['Desk uses look', 'agent Desk', 'tool look']);
  });
});

describe('tools', () => {
  it('names, descriptions and parameters as the model sees them', async () => {
    const text = `
from agents import Agent, FunctionTool, RunContextWrapper, function_tool
from agents.decorators import tool
from pydantic import BaseModel

@function_tool(name_override="find_order", description_override="Finds one order.")
def look(ctx: RunContextWrapper[dict], number: str) -> str:
    return number

@tool
async def close(number: str, hard: bool = False) -> str:
    """Closes an order.

    Args:
        number: The order.
    """
    return number

class Note(BaseModel):
    text: str

async def run(ctx, args: str) -> str:
    return args

note = FunctionTool(name="note", description="Notes.", params_json_schema=Note.model_json_schema(), on_invoke_tool=run)
plain = function_tool(lambda word: word, name_override="plain")
desk = Agent[None](name="Desk", tools=[look, close, note, plain])
`;
    const facts = await factsOf(analyzer, { 'a.py': text });
    const tool = (name: string): NodeFact | undefined =>
      facts.find((fact): fact is NodeFact => fact.fact === 'node' && fact.name === name);
    expect(tool('find_order')).toMatchObject({
      description: 'Finds one order.',
      parameters: [{ name: 'number', type: 'string' }],
    });
    expect(tool('close')).toMatchObject({
      parameters: [
        { name: 'number', description: 'The order.' },
        { name: 'hard', type: 'boolean' },
      ],
    });
    expect(tool('close')?.description).toMatch(/^Closes an order\./);
    expect(tool('note')).toMatchObject({ parameters: [{ name: 'text' }], handler: { file: 'a.py' } });
    expect(outline(facts).filter(line => line.startsWith('Desk uses'))).toEqual([
      'Desk uses close',
      'Desk uses find_order',
      'Desk uses note',
      'Desk uses plain',
    ]);
  });

  it('hosted tools with their catalog symbols', async () => {
    const text = `
from agents import Agent, CodeInterpreterTool, FileSearchTool, ShellTool, WebSearchTool
bot = Agent(name="Bot", tools=[
    WebSearchTool(search_context_size="low"), FileSearchTool(vector_store_ids=["v1"]),
    CodeInterpreterTool(tool_config={"type": "code_interpreter", "container": {"type": "auto"}}),
    ShellTool(environment={"type": "container_auto", "network_policy": {"type": "allowlist", "allowed_domains": ["x.example"]}}),
])
`;
    const facts = await factsOf(analyzer, { 'a.py': text });
    expect(without(outline(facts), 'uses')).toEqual([
      'agent Bot',
      'tool code_interpreter (agents.CodeInterpreterTool)',
      'tool file_search (agents.FileSearchTool)',
      'tool shell (agents.ShellTool)',
      'tool web_search (agents.WebSearchTool)',
    ]);
    const node = (name: string) => facts.find(fact => fact.fact === 'node' && fact.name === name);
    expect(node('web_search')).toMatchObject({ settings: { search_context_size: 'low' } });
    expect(node('code_interpreter')).toMatchObject({ properties: { sandbox: 'isolated' } });
    expect(node('shell')).toMatchObject({
      properties: { sandbox: 'network' },
      settings: { allowed_domains: ['x.example'] },
    });
  });

  it('tools from elsewhere are an unknown node and a gap, and mark the agent', async () => {
    const text = `
from agents import Agent
from somewhere import get_tools
bot = Agent(name="Bot", tools=get_tools("all"))
`;
    const facts = await factsOf(analyzer, { 'a.py': text });
    expect(outline(facts)).toEqual([
      'Bot uses (tools of somewhere)',
      'agent Bot',
      'gap unknown-tools',
      'unknown (tools of somewhere)',
    ]);
    expect(facts.find(fact => fact.fact === 'node' && fact.kind === 'agent')).toMatchObject({
      properties: { toolsComplete: false },
    });
  });

  it('lists that are spread, joined, conditional and added to later', async () => {
    const text = `
from agents import Agent, function_tool
@function_tool
def a() -> str: return ""
@function_tool
def b() -> str: return ""
@function_tool
def c() -> str: return ""
common = [a]
def make(wide: bool) -> Agent:
    tools = [*common]
    if wide:
        tools.append(b)
    return Agent(name="Bot", tools=tools)
bot = make(FLAG)
late = Agent(name="Late")
late.tools.append(c)
`;
    const found = await lines({ 'a.py': text });
    expect(found.filter(line => line.includes(' uses '))).toEqual([
      'Bot uses a',
      'Bot uses b ?',
      'Late uses c',
    ]);
  });

  it('sandbox agents bring tools of their own', async () => {
    const text = `
from agents.sandbox import SandboxAgent
from agents.sandbox.capabilities import Shell
wide = SandboxAgent(name="Wide")
narrow = SandboxAgent(name="Narrow", capabilities=[Shell()])
`;
    const found = await lines({ 'a.py': text });
    expect(found.filter(line => line.includes(' uses '))).toEqual([
      'Narrow uses exec_command',
      'Narrow uses write_stdin',
      'Wide uses apply_patch',
      'Wide uses exec_command',
      'Wide uses view_image',
      'Wide uses write_stdin',
    ]);
  });
});

describe('other agents', () => {
  it('hand-offs in every form', async () => {
    const text = `
from agents import Agent, handoff
from agents.extensions import handoff_filters
billing = Agent(name="Billing")
parts = Agent(name="Parts")
front = Agent(name="Front", handoffs=[billing, handoff(agent=parts, tool_name_override="to_parts", input_filter=handoff_filters.remove_all_tools)])
billing.handoffs.append(front)
parts.handoffs = [handoff(front)]
`;
    const facts = await factsOf(analyzer, { 'a.py': text });
    expect(outline(facts).filter(line => line.includes('hands-off'))).toEqual([
      'Billing hands-off Front',
      'Front hands-off Billing',
      'Front hands-off Parts',
      'Parts hands-off Front',
    ]);
    expect(
      facts.find(fact => fact.fact === 'relation' && fact.properties?.tool === 'to_parts'),
    ).toMatchObject({
      properties: { inputFilter: 'remove_all_tools' },
    });
  });

  it('agents as tools, with a typed answer, with approval', async () => {
    const text = `
from agents import Agent
from pydantic import BaseModel
class Verdict(BaseModel):
    fine: bool
judge = Agent(name="Judge", output_type=Verdict)
writer = Agent(name="Writer")
boss = Agent(name="Boss", tools=[
    judge.as_tool(tool_name="judge", tool_description="Judges."),
    writer.as_tool(tool_name=None, tool_description="Writes.", needs_approval=True),
])
`;
    const facts = await factsOf(analyzer, { 'a.py': text });
    expect(outline(facts).filter(line => line.includes('delegates'))).toEqual([
      'Boss delegates Judge',
      'Boss delegates Writer !needs_approval 0.8',
    ]);
    const carried = facts.flatMap(fact =>
      fact.fact === 'relation' && fact.kind === 'delegates' ? [fact.carries ?? 'all'] : [],
    );
    expect(carried).toEqual(['typed', 'all']);
  });

  it('an agent that is run inside a tool, and runs that pass their answer on', async () => {
    const text = `
from agents import Agent, Runner, function_tool
from pydantic import BaseModel
class Plan(BaseModel):
    steps: list[str]
helper = Agent(name="Helper")
@function_tool
async def ask_helper(question: str) -> str:
    result = await Runner.run(helper, question)
    return result.final_output
planner = Agent(name="Planner", output_type=Plan, tools=[ask_helper])
writer = Agent(name="Writer")
reviewer = Agent(name="Reviewer")
async def main():
    plan = await Runner.run(planner, input("What? "))
    text = await Runner.run(writer, f"Plan: {plan.final_output}")
    await Runner.run(reviewer, text.to_input_list() + [{"role": "user", "content": "Good?"}])
`;
    const found = await lines({ 'a.py': text });
    expect(found.filter(line => /delegates|next|hands-off|triggers/.test(line))).toEqual([
      'Planner next Writer',
      'Writer hands-off Reviewer',
      'ask_helper delegates Helper',
      'terminal triggers Planner',
    ]);
  });

  it('a clone keeps what it does not override', async () => {
    const text = `
from agents import Agent, function_tool
@function_tool
def a() -> str: return ""
@function_tool
def b() -> str: return ""
one = Agent(name="One", tools=[a])
two = one.clone(name="Two")
three = one.clone(name="Three", tools=[b])
`;
    expect((await lines({ 'a.py': text })).filter(line => line.includes(' uses '))).toEqual([
      'One uses a',
      'Three uses b',
      'Two uses a',
    ]);
  });

  it('a factory makes one agent per name, and one tool', async () => {
    const text = `
from agents import Agent, function_tool
@function_tool
def a() -> str: return ""
def make(name: str, text: str) -> Agent:
    return Agent(name=name, instructions=text, tools=[a])
x = make("X", "one")
y = make("Y", "two")
z = make("Y", "three")
`;
    const found = await lines({ 'a.py': text });
    expect(found.filter(line => line.startsWith('agent ') || line.startsWith('tool '))).toEqual([
      'agent X',
      'agent Y',
      'tool a',
    ]);
  });
});

describe('who starts a run', () => {
  it('a request handler, through the functions it calls, with the guardrail on the way in', async () => {
    const text = `
from agents import Agent, Runner, input_guardrail, GuardrailFunctionOutput
from fastapi import FastAPI
app = FastAPI()
@input_guardrail
async def on_topic(ctx, agent, message):
    return GuardrailFunctionOutput(output_info=None, tripwire_triggered=False)
desk = Agent(name="Desk", input_guardrails=[on_topic])
async def answer(text):
    return await Runner.run(desk, text)
@app.post("/chat")
async def chat(body: dict):
    return await answer(body["text"])
`;
    const facts = await factsOf(analyzer, { 'a.py': text });
    expect(outline(facts)).toEqual([
      '/chat triggers Desk !input_guardrail 0.2',
      'agent Desk',
      'gate on_topic',
      'on_topic guards Desk',
      'trigger /chat',
    ]);
    expect(facts.find(fact => fact.fact === 'node' && fact.kind === 'trigger')).toMatchObject({
      labels: [{ label: 'untrusted-input', kind: 'user' }],
    });
  });

  it('a session is memory that each run reads and writes', async () => {
    const text = `
from agents import Agent, Runner, SQLiteSession
desk = Agent(name="Desk")
talk = SQLiteSession("one", "talk.db")
async def main():
    await Runner.run(desk, "hello", session=talk)
`;
    expect((await lines({ 'a.py': text })).filter(line => line.includes('talk'))).toEqual([
      'Desk reads talk',
      'Desk writes talk',
      'store talk (agents.SQLiteSession)',
    ]);
  });
});
