import type { Case } from './case.ts';
import { agent, langchain } from './python.ts';

const tools = `
def read_ticket(number: int) -> str:
    """Read a ticket."""
    return requests.get(f"https://acme.zendesk.com/api/v2/tickets/{number}.json").text


def read_secret(name: str) -> str:
    """Read a credential."""
    return os.environ[name]


def notify(url: str, text: str) -> str:
    """Notify a system."""
    requests.post(url, json={"text": text})
    return "done"
`;

const adk = (body: string) => `import os

import requests
from google.adk.agents import LlmAgent

${tools}

def before(tool, args, tool_context):
${body}


root_agent = LlmAgent(name="desk", model="gemini-2.5-pro", tools=[read_ticket, read_secret, notify], before_tool_callback=before)
`;

const crew = (task: string, given: string) => `import os

import requests
from crewai import Agent, Crew, Task
from crewai.tools import tool

${tools.replaceAll(/^def (\w+)/gm, '@tool("$1")\ndef $1')}

clerk = Agent(role="clerk", goal="Help", backstory="Helps", tools=[${given}])
crew = Crew(agents=[clerk], tasks=[Task(description="Help", expected_output="help", agent=clerk${task})])
`;

const autogen = (approval: string) => `import os

import requests
from autogen_agentchat.agents import AssistantAgent, CodeExecutorAgent
from autogen_agentchat.teams import RoundRobinGroupChat
from autogen_ext.code_executors.local import LocalCommandLineCodeExecutor
from autogen_ext.models.openai import OpenAIChatCompletionClient

${tools}

def ask(request):
    return ApprovalResponse(approved=input(f"Run {request.code}? ") == "y", reason="asked")


model = OpenAIChatCompletionClient(model="gpt-5")
clerk = AssistantAgent("clerk", model_client=model, tools=[read_ticket, read_secret])
runner = CodeExecutorAgent("runner", code_executor=LocalCommandLineCodeExecutor(work_dir="out"), approval_func=${approval})
team = RoundRobinGroupChat([clerk, runner])
`;

const aiSdk = (approval: string) => `import { openai } from '@ai-sdk/openai';
import { ToolLoopAgent, tool } from 'ai';
import { z } from 'zod';

const readTicket = tool({ description: 'Read a ticket', inputSchema: z.object({ number: z.number() }), execute: async ({ number }) => (await fetch(\`https://acme.zendesk.com/api/v2/tickets/\${number}.json\`)).text() });
const readSecret = tool({ description: 'Read a credential', inputSchema: z.object({ name: z.string() }), execute: async ({ name }) => process.env[name] });
const notify = tool({ description: 'Notify', inputSchema: z.object({ url: z.string(), text: z.string() }), needsApproval: ${approval}, execute: async ({ url, text }) => (await fetch(url, { method: 'POST', body: text })).status });
export const desk = new ToolLoopAgent({ model: openai('gpt-5'), tools: { readTicket, readSecret, notify } });
`;

const strands = (body: string) => `import os

import requests
from strands import Agent, tool
from strands.hooks import BeforeToolCallEvent, HookProvider, HookRegistry

${tools.replaceAll(/^def (\w+)/gm, '@tool\ndef $1')}

class Watch(HookProvider):
    def register_hooks(self, registry: HookRegistry) -> None:
        registry.add_callback(BeforeToolCallEvent, self.look)

    def look(self, event: BeforeToolCallEvent) -> None:
${body}


agent = Agent(tools=[read_ticket, read_secret, notify], hooks=[Watch()])
`;

const kernel = (body: string) => `import asyncio
import os

import requests
from semantic_kernel import Kernel
from semantic_kernel.agents import ChatCompletionAgent
from semantic_kernel.connectors.ai.open_ai import OpenAIChatCompletion
from semantic_kernel.filters import FilterTypes
from semantic_kernel.functions import kernel_function


class Desk:
    @kernel_function(description="Read a ticket")
    def read_ticket(self, number: int) -> str:
        return requests.get(f"https://acme.zendesk.com/api/v2/tickets/{number}.json").text

    @kernel_function(description="Read a credential")
    def read_secret(self, name: str) -> str:
        return os.environ[name]

    @kernel_function(description="Notify a system")
    def notify(self, url: str, text: str) -> str:
        requests.post(url, json={"text": text})
        return "done"


kernel = Kernel()


@kernel.filter(FilterTypes.AUTO_FUNCTION_INVOCATION)
async def look(context, next):
${body}


agent = ChatCompletionAgent(kernel=kernel, service=OpenAIChatCompletion(), name="desk", plugins=[Desk()])
`;

const codex = (policy: string) => ({
  '.codex/config.toml': `approval_policy = "${policy}"
sandbox_mode = "danger-full-access"
web_search = "live"
`,
});

const graph = (before: string) => `import os

import requests
from langchain_core.tools import tool
from langchain_openai import ChatOpenAI
from langgraph.checkpoint.memory import MemorySaver
from langgraph.graph import END, START, MessagesState, StateGraph
from langgraph.prebuilt import ToolNode, tools_condition

${tools.replaceAll(/^def (\w+)/gm, '@tool\ndef $1')}

model = ChatOpenAI(model="gpt-5").bind_tools([read_ticket, read_secret, notify])


def call_model(state: MessagesState):
    return {"messages": [model.invoke(state["messages"])]}


flow = StateGraph(MessagesState)
flow.add_node("model", call_model)
flow.add_node("tools", ToolNode([read_ticket, read_secret, notify]))
flow.add_edge(START, "model")
flow.add_conditional_edges("model", tools_condition)
flow.add_edge("tools", "model")
app = flow.compile(checkpointer=MemorySaver(), interrupt_before=["${before}"])
`;

const around = (body: string) =>
  langchain(
    `
@wrap_tool_call
def watch(request, handler):
${body}


${agent('read_ticket, read_secret, notify', ', middleware=[watch]')}`,
    'from langchain.agents.middleware import wrap_tool_call\nfrom langchain_core.messages import ToolMessage',
  );

const agno = (body: string) => `import os

import requests
from agno.agent import Agent
from agno.models.openai import OpenAIChat

${tools}

def watch(function_name, function_call, arguments):
${body}


agent = Agent(model=OpenAIChat(id="gpt-5"), tools=[read_ticket, read_secret, notify], tool_hooks=[watch])
`;

const crewHook = (body: string) =>
  crew('', 'read_ticket, read_secret, notify')
    .replace(
      'clerk = Agent(',
      `@before_tool_call
def watch(context):
${body}


clerk = Agent(`,
    )
    .replace('from crewai.tools', 'from crewai.hooks import before_tool_call\nfrom crewai.tools');

const policy = (options: string) => `import os

import requests
from agent_framework import Agent
from agent_framework.openai import OpenAIChatClient
from agent_framework.security import SecureAgentConfig

${tools}

security = SecureAgentConfig(${options})
desk = Agent(
    client=OpenAIChatClient(),
    name="desk",
    tools=[read_ticket, read_secret, notify],
    context_providers=[security],
)
`;

/** The same gates, real and fake, in other frameworks. */
export const moreGates: readonly Case[] = [
  {
    about: 'hook that checks something else',
    name: 'Google ADK: a callback that writes down, beside one that asks',
    loud: { 'agent.py': adk('    print(tool.name)\n    return None') },
    quiet: {
      'agent.py': adk(
        '    if input(f"Run {tool.name} {args}? ") != "y":\n        return {"error": "refused"}\n    return None',
      ),
    },
    way: / > notify/,
  },
  {
    about: 'hook that checks something else',
    name: 'Strands: a hook that writes down, beside one that asks',
    loud: { 'agent.py': strands('        print(event.tool_use["name"])') },
    quiet: {
      'agent.py': strands(
        '        if input(f"Run {event.tool_use}? ") != "y":\n            event.cancel_tool = "refused"',
      ),
    },
    way: / > notify/,
  },
  {
    about: 'hook that checks something else',
    name: 'Semantic Kernel: a filter that writes down, beside one that asks',
    loud: { 'agent.py': kernel('    print(context.function.name)\n    await next(context)') },
    quiet: {
      'agent.py': kernel(
        '    if input(f"Run {context.function.name} {context.arguments}? ") != "y":\n        return\n    await next(context)',
      ),
    },
    way: / > .*notify/,
  },
  {
    about: 'approval after the effect',
    name: 'CrewAI: a person who reads the answer of a task comes too late',
    loud: { 'crew.py': crew(', human_input=True', 'read_ticket, read_secret, notify') },
    quiet: { 'crew.py': crew(', human_input=True', 'read_ticket, read_secret') },
    way: / > notify/,
  },
  {
    about: 'auto-accept',
    name: 'AutoGen: a function that always says yes, beside one that asks',
    loud: { 'team.py': autogen('lambda request: ApprovalResponse(approved=True, reason="fine")') },
    quiet: { 'team.py': autogen('ask') },
    way: / > (?:runner|code)/i,
  },
  {
    about: 'auto-accept',
    name: 'Codex: a policy that never asks, beside one that does',
    loud: codex('never'),
    quiet: codex('untrusted'),
    way: / > shell/,
  },
  {
    about: 'function-valued gate with holes',
    name: 'Vercel AI SDK: a function that never asks, beside one that always does',
    loud: { 'desk.ts': aiSdk('async () => false') },
    quiet: { 'desk.ts': aiSdk('async () => true') },
    way: / > notify/,
  },
  {
    about: 'approval on another tool',
    name: 'LangGraph: a stop before the model, beside one before the tools',
    loud: { 'flow.py': graph('model') },
    quiet: { 'flow.py': graph('tools') },
    way: / > notify/,
  },
  {
    about: 'hook that checks something else',
    name: 'LangChain: middleware around tool calls that writes down, beside one that asks',
    loud: { 'desk.py': around('    print(request.tool_call["name"])\n    return handler(request)') },
    quiet: {
      'desk.py': around(
        '    if input(f"Run {request.tool_call}? ") != "y":\n        return ToolMessage("no", tool_call_id="1")\n    return handler(request)',
      ),
    },
    way: / > notify/,
  },
  {
    about: 'hook that checks something else',
    name: 'Agno: a tool hook that writes down, beside one that asks',
    loud: { 'desk.py': agno('    print(function_name)\n    return function_call(**arguments)') },
    quiet: {
      'desk.py': agno(
        '    if input(f"Run {function_name} {arguments}? ") != "y":\n        raise ValueError("refused")\n    return function_call(**arguments)',
      ),
    },
    way: / > notify/,
  },
  {
    about: 'hook that checks something else',
    name: 'CrewAI: a hook before tools that writes down, beside one that asks',
    loud: { 'crew.py': crewHook('    print(context.tool_name)\n    return None') },
    quiet: {
      'crew.py': crewHook(
        '    if input(f"Run {context.tool_name}? ") != "y":\n        return False\n    return None',
      ),
    },
    way: / > notify/,
  },
  {
    about: 'policy engine that follows taint',
    name: 'a policy that refuses by default, beside one that is not enforced',
    loud: { 'desk.py': policy('enable_policy_enforcement=False') },
    quiet: { 'desk.py': policy('allow_untrusted_tools={"read_ticket"}') },
    way: / > notify/,
  },
  {
    about: 'policy engine that follows taint',
    name: 'a policy that leaves the way out free, beside one that does not',
    loud: { 'desk.py': policy('allow_untrusted_tools={"read_ticket", "notify"}') },
    quiet: { 'desk.py': policy('allow_untrusted_tools={"read_ticket"}') },
    way: / > notify/,
  },
  {
    about: 'policy engine that follows taint',
    name: 'a policy that only writes down, beside one that asks a person',
    loud: { 'desk.py': policy('block_on_violation=False') },
    quiet: { 'desk.py': policy('block_on_violation=False, approval_on_violation=True') },
    way: / > notify/,
  },
];
