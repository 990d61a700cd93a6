import { describe, expect, it } from 'vitest';
import { analyzers } from '../../../analyzers/index.ts';
import { factsOf, outline } from './outline.ts';

/** Outline of one file read by the named analyzer. */
async function read(id: string, path: string, text: string): Promise<readonly string[]> {
  const analyzer = analyzers.find(item => item.id === id);
  if (!analyzer) throw new Error(`no analyzer ${id}`);
  return outline(await factsOf(analyzer, { [path]: text }));
}

describe('frameworks described as data', () => {
  it('ai-sdk: names are keys, one call without steps never reads its tools', async () => {
    const text = `
import { generateText, streamText, stepCountIs, tool } from 'ai';
import { openai } from '@ai-sdk/openai';
import { z } from 'zod';
const lookUp = tool({ description: 'looks up', inputSchema: z.object({ key: z.string() }), execute: async ({ key }) => key });
const post = tool({ inputSchema: z.object({}), needsApproval: true, execute: async () => 'ok' });
export async function ask(prompt: string) {
  return streamText({ model: openai('m'), prompt, tools: { find: lookUp, post, ...(prompt ? { web: openai.tools.webSearch({}) } : {}) }, stopWhen: stepCountIs(5) });
}
export const once = () => generateText({ model: openai('m'), prompt: 'x', tools: { lookUp } });
export const plain = () => generateText({ model: openai('m'), prompt: 'x' });
`;
    const lines = await read('ai-sdk', 'chat.ts', text);
    expect(lines).toEqual(
      expect.arrayContaining(['tool find', 'tool post', 'ask uses find', 'ask uses post !needsApproval 0.8']),
    );
    expect(lines.filter(line => line.startsWith('agent '))).toHaveLength(2);
    expect(lines.some(line => line.includes('webSearch') && line.startsWith('tool'))).toBe(true);
  });

  it('mastra: agents with tools, sub-agents and memory', async () => {
    const text = `
import { Agent } from '@mastra/core/agent';
import { createTool } from '@mastra/core/tools';
import { Memory } from '@mastra/memory';
import { MCPClient } from '@mastra/mcp';
const mail = createTool({ id: 'send-mail', description: 'sends', requireApproval: true, execute: async () => 1 });
const mcp = new MCPClient({ servers: { pages: { command: 'npx', args: ['-y', 'some-pages-mcp'] } } });
const scout = new Agent({ name: 'scout', instructions: '', model: 'm', tools: await mcp.getTools() });
export const boss = new Agent({ name: 'boss', instructions: '', model: 'm', tools: { mail }, agents: { scout }, memory: new Memory() });
`;
    expect(await read('mastra', 'agents.ts', text)).toEqual([
      'agent boss',
      'agent scout',
      'boss delegates scout',
      'boss reads memory',
      'boss uses mail !requireApproval 0.8',
      'boss writes memory',
      'mcp-server pages [npm:some-pages-mcp]',
      'scout uses pages',
      'store memory (@mastra/memory#Memory)',
      'tool mail',
    ]);
  });

  it('takes what a class of its own gives to the agent it derives from, and the tools no agent has', async () => {
    const text = `
from semantic_kernel.agents import ChatCompletionAgent
from semantic_kernel.functions import kernel_function
from semantic_kernel.processes.kernel_process import KernelProcessStep

class Notes:
    @kernel_function(name="read_notes", description="Reads notes")
    def read(self) -> str:
        return open("notes").read()

class Spare:
    @kernel_function
    def unused(self) -> str:
        return ""

class Stage(KernelProcessStep):
    @kernel_function
    async def step(self) -> None: ...

class Base(ChatCompletionAgent):
    def __init__(self, plugins, title):
        super().__init__(name=title, plugins=plugins)

class Clerk(Base):
    def __init__(self):
        super().__init__(plugins=[Notes()], title="clerk")

agent = Clerk()
`;
    expect(await read('semantic-kernel', 'main.py', text)).toEqual([
      'agent clerk',
      'clerk uses read_notes',
      'tool read_notes',
      'tool unused',
    ]);
  });

  it('semantic-kernel: a kernel is an agent where a model may choose its functions', async () => {
    const text = `
from semantic_kernel import Kernel
from semantic_kernel.functions import kernel_function
CHOICE
class Notes:
    @kernel_function
    def read(self) -> str:
        return ""

desk = Kernel()
desk.add_plugin(Notes(), plugin_name="notes")
`;
    const choice =
      'from semantic_kernel.connectors.ai.function_choice_behavior import FunctionChoiceBehavior';
    expect(await read('semantic-kernel', 'main.py', text.replace('CHOICE', choice))).toEqual([
      'agent desk',
      'desk uses read',
      'tool read',
    ]);
    expect(await read('semantic-kernel', 'main.py', text.replace('CHOICE', ''))).toEqual(['tool read']);
  });

  it('autogen: classes on the run time are agents when they hold tools or a model', async () => {
    const text = `
from autogen_core import RoutedAgent, message_handler
from autogen_core.models import ChatCompletionClient
from autogen_core.tools import FunctionTool

def look(key: str) -> str:
    """Looks things up."""
    return key

class Player(RoutedAgent):
    def __init__(self, description, tool_schema):
        super().__init__(description)

class Speaker(RoutedAgent):
    def __init__(self, model_client: ChatCompletionClient):
        super().__init__("speaks")

class Postman(RoutedAgent):
    @message_handler
    async def carry(self, message: str, ctx) -> None: ...

tools = [FunctionTool(look, description="Looks up")]
spare = FunctionTool(look, name="spare", description="for later")
player = Player("a player", tool_schema=[tool.schema for tool in tools])
speaker = Speaker(client)
postman = Postman("carries")
`;
    expect(await read('autogen', 'main.py', text)).toEqual([
      'agent player',
      'agent speaker',
      'player uses look',
      'tool look',
      'tool spare',
    ]);
  });

  it('crewai: tasks give the order', async () => {
    const text = `
from crewai import Agent, Crew, Task
from crewai.tools import tool, BaseTool
from crewai_tools import SerperDevTool

@tool("Look up")
def look_up(key: str) -> str:
    """Looks things up."""
    return key

class Mailer(BaseTool):
    name: str = "mailer"
    description: str = "Sends mail"
    def _run(self, to: str) -> str:
        return to

a = Agent(role="Reader", goal="read", backstory="", tools=[look_up, SerperDevTool()])
b = Agent(role="Writer", goal="write", backstory="", tools=[Mailer()], allow_code_execution=True)
crew = Crew(agents=[a, b], tasks=[Task(description="r", agent=a), Task(description="w", agent=b)])
`;
    expect(await read('crewai', 'crew.py', text)).toEqual([
      'Reader next Writer',
      'Reader uses Look up',
      'Reader uses SerperDevTool',
      'Writer uses Code Interpreter',
      'Writer uses mailer',
      'agent Reader',
      'agent Writer',
      'crew uses Reader',
      'crew uses Writer',
      'tool Code Interpreter (crewai_tools.CodeInterpreterTool)',
      'tool Look up',
      'tool SerperDevTool (crewai_tools.SerperDevTool)',
      'tool mailer',
      'workflow crew',
    ]);
  });

  it('crewai: classes under CrewBase collect their agents and tasks', async () => {
    const text = `
from crewai import Agent, Crew, Task, Process
from crewai.project import CrewBase, agent, crew, task
from crewai_tools import SerperDevTool

@CrewBase
class Desk:
    agents_config = "config/agents.yaml"
    @agent
    def reader(self) -> Agent:
        return Agent(config=self.agents_config["reader"], tools=[SerperDevTool()])
    @agent
    def writer(self) -> Agent:
        return Agent(config=self.agents_config["writer"])
    @task
    def read_task(self) -> Task:
        return Task(config=self.tasks_config["read_task"], agent=self.reader())
    @task
    def write_task(self) -> Task:
        return Task(config=self.tasks_config["write_task"], agent=self.writer())
    @crew
    def crew(self) -> Crew:
        return Crew(agents=self.agents, tasks=self.tasks, process=Process.sequential)
`;
    expect(await read('crewai', 'crew.py', text)).toEqual([
      'agent reader',
      'agent writer',
      'crew uses reader',
      'crew uses writer',
      'reader next writer',
      'reader uses SerperDevTool',
      'tool SerperDevTool (crewai_tools.SerperDevTool)',
      'workflow crew',
    ]);
  });

  it('autogen: plain functions, workbenches and teams', async () => {
    const text = `
from autogen_agentchat.agents import AssistantAgent
from autogen_agentchat.teams import RoundRobinGroupChat
from autogen_ext.tools.mcp import McpWorkbench, StdioServerParams
async def weather(city: str) -> str:
    return city
one = AssistantAgent("one", model_client=None, tools=[weather], handoffs=["two"])
two = AssistantAgent("two", model_client=None, workbench=McpWorkbench(StdioServerParams(command="uvx", args=["mcp-server-fetch"])))
team = RoundRobinGroupChat([one, two])
`;
    expect(await read('autogen', 'team.py', text)).toEqual(
      expect.arrayContaining([
        'one uses weather',
        'one hands-off two',
        'one next two',
        'two next one',
        'workflow team',
      ]),
    );
  });

  it('agent-framework: approval modes', async () => {
    const text = `
from agent_framework import ChatAgent, tool, MCPStreamableHTTPTool
@tool(approval_mode="always_require")
def pay(amount: float) -> str:
    return "paid"
@tool(approval_mode="never_require")
def look(key: str) -> str:
    return key
agent = ChatAgent(chat_client=None, name="clerk", tools=[pay, look, MCPStreamableHTTPTool(name="docs", url="https://docs.example.com/mcp")])
`;
    expect(await read('agent-framework', 'a.py', text)).toEqual([
      'agent clerk',
      'clerk uses docs',
      'clerk uses look',
      'clerk uses pay !approval_mode 0.8',
      'mcp-server docs [url:docs.example.com/mcp]',
      'tool look',
      'tool pay',
    ]);
  });

  it('semantic-kernel: methods of plugins', async () => {
    const text = `
from semantic_kernel.agents import ChatCompletionAgent
from semantic_kernel.functions import kernel_function
class Orders:
    @kernel_function(description="finds an order")
    def find_order(self, number: str) -> str:
        return number
    def helper(self):
        return 1
agent = ChatCompletionAgent(name="desk", plugins=[Orders()])
`;
    expect(await read('semantic-kernel', 'a.py', text)).toEqual([
      'agent desk',
      'desk uses find_order',
      'tool find_order',
    ]);
  });

  it('llamaindex: functions, hand-offs by name', async () => {
    const text = `
from llama_index.core.agent.workflow import FunctionAgent, AgentWorkflow
from llama_index.core.tools import FunctionTool
def search(q: str) -> str:
    return q
def write(t: str) -> str:
    return t
a = FunctionAgent(name="finder", tools=[search], can_handoff_to=["writer"])
b = FunctionAgent(name="writer", tools=[FunctionTool.from_defaults(fn=write, name="write_down")])
flow = AgentWorkflow(agents=[a, b], root_agent="finder")
`;
    expect(await read('llamaindex', 'a.py', text)).toEqual([
      'agent finder',
      'agent flow',
      'agent writer',
      'finder hands-off writer',
      'finder uses search',
      'flow delegates finder',
      'flow delegates writer',
      'tool search',
      'tool write_down',
      'writer uses write_down',
    ]);
  });

  it('pydantic-ai: decorated tools and agents run inside tools', async () => {
    const text = `
from pydantic_ai import Agent, RunContext
from pydantic_ai.mcp import MCPServerStdio
helper = Agent('m', name='helper', toolsets=[MCPServerStdio('uvx', args=['mcp-server-fetch'])])
main = Agent('m', name='main')
@main.tool
async def ask_helper(ctx: RunContext, question: str) -> str:
    result = await helper.run(question)
    return result.output
@main.tool_plain(requires_approval=True)
def drop(table: str) -> str:
    return table
`;
    expect(await read('pydantic-ai', 'a.py', text)).toEqual([
      'agent helper',
      'agent main',
      'ask_helper delegates helper',
      'helper uses mcp-server-fetch',
      'main uses ask_helper',
      'main uses drop !requires_approval 0.8',
      'mcp-server mcp-server-fetch [pypi:mcp-server-fetch]',
      'tool ask_helper',
      'tool drop',
    ]);
  });

  it('google-adk: plain functions, sub-agents, sequences', async () => {
    const text = `
from google.adk.agents import Agent, SequentialAgent
from google.adk.tools import google_search, FunctionTool
from google.adk.tools.agent_tool import AgentTool
def file_report(text: str) -> str:
    return text
a = Agent(name="seeker", model="m", tools=[google_search])
b = Agent(name="filer", model="m", tools=[FunctionTool(file_report, require_confirmation=True), AgentTool(agent=a)])
root_agent = SequentialAgent(name="both", sub_agents=[a, b])
`;
    expect(await read('google-adk', 'agent.py', text)).toEqual([
      'agent filer',
      'agent seeker',
      'both uses filer',
      'both uses seeker',
      'filer delegates seeker',
      'filer uses file_report !require_confirmation 0.8',
      'seeker next filer',
      'seeker uses google_search',
      'tool file_report',
      'tool google_search (google.adk.tools.google_search)',
      'workflow both',
    ]);
  });

  it('smolagents: code agents run code', async () => {
    const text = `
from smolagents import CodeAgent, ToolCallingAgent, tool, Tool
@tool
def look(key: str) -> str:
    """Looks."""
    return key
class Post(Tool):
    name = "post"
    description = "posts"
    inputs = {"text": {"type": "string"}}
    def forward(self, text):
        return text
web = ToolCallingAgent(tools=[look], model=None, name="web")
boss = CodeAgent(tools=[Post()], model=None, managed_agents=[web])
`;
    expect(await read('smolagents', 'a.py', text)).toEqual([
      'agent boss',
      'agent web',
      'boss delegates web',
      'boss uses post',
      'boss uses python',
      'tool look',
      'tool post',
      'tool python (smolagents.CodeAgent)',
      'web uses look',
    ]);
  });

  it('agno: toolkits, teams and command lines of servers', async () => {
    const text = `
from agno.agent import Agent
from agno.team import Team
from agno.tools import tool
from agno.tools.gmail import GmailTools
from agno.tools.mcp import MCPTools
@tool(requires_confirmation=True)
def pay(amount: int) -> str:
    return "ok"
a = Agent(name="mail", tools=[GmailTools(send_email=False), pay])
b = Agent(name="web", tools=[MCPTools(command="npx -y some-web-mcp")])
team = Team(name="desk", members=[a, b])
`;
    expect(await read('agno', 'a.py', text)).toEqual(
      expect.arrayContaining([
        'desk delegates mail',
        'desk delegates web',
        'mail uses GmailTools',
        'mail uses pay !requires_confirmation 0.8',
        'tool GmailTools (agno.tools.gmail.GmailTools)',
      ]),
    );
  });

  it('strands: tool modules by import', async () => {
    const text = `
from strands import Agent, tool
from strands_tools import http_request
@tool
def look(key: str) -> str:
    return key
agent = Agent(tools=[look, http_request, "file_read"])
`;
    expect(await read('strands', 'a.py', text)).toEqual([
      'agent agent',
      'agent uses file_read',
      'agent uses http_request',
      'agent uses look',
      'tool file_read (strands_tools.file_read)',
      'tool http_request (strands_tools.http_request)',
      'tool look',
    ]);
  });

  it('haystack, dspy and browser-use', async () => {
    const haystack = `
from haystack.components.agents import Agent
from haystack.tools import Tool
def look(key: str) -> str:
    return key
agent = Agent(chat_generator=None, tools=[Tool(name="look_up", description="d", parameters={}, function=look)])
`;
    expect(await read('haystack', 'a.py', haystack)).toEqual([
      'agent agent',
      'agent uses look_up',
      'tool look_up',
    ]);
    const dspy = `
import dspy
def look(key: str) -> str:
    return key
react = dspy.ReAct("question -> answer", tools=[look])
`;
    expect(await read('dspy', 'a.py', dspy)).toEqual(['agent react', 'react uses look', 'tool look']);
    const browser = `
from browser_use import Agent
agent = Agent(task="t", llm=None)
`;
    expect(await read('browser-use', 'a.py', browser)).toEqual([
      'agent agent',
      'agent uses browser',
      'tool browser (browser_use.Agent)',
    ]);
  });

  it('see no agent in a class of the project that has the name', async () => {
    const text = `
from dataclasses import dataclass
import crewai
@dataclass
class Agent:
    role: str
a = Agent(role="x")
`;
    expect(await read('crewai', 'a.py', text)).toEqual([]);
  });

  it('read tools that are set or added later', async () => {
    const text = `
from agno.agent import Agent
def one(x: str): return x
def two(x: str): return x
a = Agent(name="a")
a.tools = [one]
b = Agent(name="b")
b.tools.append(two)
c = Agent(name="c", tools=[one])
c.tools.append(two)
`;
    expect((await read('agno', 'a.py', text)).filter(line => line.includes(' uses '))).toEqual([
      'a uses one',
      'b uses two',
      'c uses one',
      'c uses two',
    ]);
  });

  it('say so when tools cannot be resolved', async () => {
    const text = `
import os
from agno.agent import Agent
def load():
    return __import__(os.environ["TOOLS"]).tools
agent = Agent(name="a", tools=load())
`;
    expect(await read('agno', 'a.py', text)).toEqual([
      'a uses (tools of tools)',
      'agent a',
      'gap unknown-tools',
      'unknown (tools of tools)',
    ]);
  });
});
