import { type Case, openChains, rules } from './case.ts';
import { agent, langchain, notify, readSecret, readTicket } from './python.ts';

const two = (worker: string) =>
  langchain(`
reader = create_agent("openai:gpt-5", tools=[read_ticket])


@tool
def ask_reader(question: str) -> str:
    """Ask the reader of tickets."""
    return reader.invoke({"messages": [("user", question)]})["messages"][-1].content


worker = create_agent("openai:gpt-5", tools=[${worker}])
`);

const shop = (address: string, parameter: string) => `import os

import requests
from pydantic_ai import Agent

desk = Agent("openai:gpt-5")


@desk.tool_plain
def read_ticket(number: int) -> str:
    """Read a ticket."""
    return requests.get(f"https://acme.zendesk.com/api/v2/tickets/{number}.json").text


@desk.tool_plain
def read_secret(name: str) -> str:
    """Read a credential."""
    return os.environ[name]


@desk.tool_plain
def order_state(${parameter}number: int) -> str:
    """State of an order."""
    return requests.get(f"${address}/orders/{number}").text
`;

const manual = (read: string) => `import os

import requests
from agents import Agent, function_tool


@function_tool
def read_manual(page: int) -> str:
    """Read a page of the manual."""
    ${read}


@function_tool
def read_secret(name: str) -> str:
    """Read a credential."""
    return os.environ[name]


@function_tool
def notify(url: str, text: str) -> str:
    """Notify a system."""
    requests.post(url, json={"text": text})
    return "done"


desk = Agent(name="desk", tools=[read_manual, read_secret, notify])
`;

const graph = (edges: string) => `import os

import requests
from langchain.agents import create_agent
from langchain_core.tools import tool
from langgraph.graph import END, START, MessagesState, StateGraph

${readTicket}
${readSecret}
${notify}
report = create_agent("openai:gpt-5", tools=[read_secret, notify])
browse = create_agent("openai:gpt-5", tools=[read_ticket])
flow = StateGraph(MessagesState)
flow.add_node("report", report)
flow.add_node("browse", browse)
${edges}
app = flow.compile()
`;

const mailbox = (more: string) => `import { openai } from '@ai-sdk/openai';
import { google } from 'googleapis';
import { generateText, stepCountIs, tool } from 'ai';
import { z } from 'zod';

const gmail = google.gmail({ version: 'v1', auth: process.env.GOOGLE_TOKEN });
const findMail = tool({
  description: 'Find mail',
  inputSchema: z.object({ words: z.string() }),
  execute: async ({ words }) => (await gmail.users.messages.list({ userId: 'me', q: words })).data,
});
const post = tool({
  description: 'Post a summary',
  inputSchema: z.object({ url: z.string(), text: z.string() }),
  execute: async ({ url, text }) => (await fetch(url, { method: 'POST', body: text })).status,
});

export async function summarise(question: string) {
  const answer = await generateText({ model: openai('gpt-5'), prompt: question, tools: { findMail${more} }, stopWhen: stepCountIs(5) });
  return answer.text;
}
`;

const coder = (options: string) => `import { ShellTool } from '@langchain/community';
import { Agent, codeInterpreterTool, tool } from '@openai/agents';
import { Sandbox } from '@e2b/code-interpreter';
import { z } from 'zod';

const readTicket = tool({
  name: 'read_ticket',
  description: 'Read a ticket',
  parameters: z.object({ number: z.number() }),
  execute: async ({ number }) => (await fetch(\`https://acme.zendesk.com/api/v2/tickets/\${number}.json\`)).text(),
});
const readSecret = tool({
  name: 'read_secret',
  description: 'Read a credential',
  parameters: z.object({ name: z.string() }),
  execute: async ({ name }) => process.env[name],
});
const python = tool({
  name: 'python',
  description: 'Run Python',
  parameters: z.object({ code: z.string() }),
  execute: async ({ code }) => {
    const box = await Sandbox.create(${options});
    return (await box.runCode(code)).text;
  },
});
export const desk = new Agent({ name: 'desk', tools: [readTicket, readSecret, python] });
`;

const named = (name: string, body: string) =>
  langchain(
    `
@tool
def ${name}(to: str, text: str) -> str:
    """Handle a text."""
    ${body}

${agent(`read_ticket, read_secret, ${name}`)}`,
    'import smtplib',
  );

const issues = (read: string) =>
  langchain(agent('read_comment, read_secret, notify'))
    .replace(
      readTicket,
      readTicket
        .replace('read_ticket', 'read_comment')
        .replace('a ticket that a customer wrote', 'a public comment')
        .replace(/https:[^"]*/, 'https://hacker-news.firebaseio.com/v0/item/{number}.json'),
    )
    .replace('return os.environ[name]', read);

const servers = (env: string) =>
  `{ "mcpServers": { "tracker": { "command": "npx", "args": ["-y", "some-tracker@1.2.0"], "env": { "API_TOKEN": "${env}" } } } }`;

/** The sixteen rules against false positives. */
export const falsePositives: readonly Case[] = [
  {
    about: 'rule 1',
    name: 'two agents of one file are no chain until one asks the other',
    loud: { 'desk.py': two('ask_reader, read_secret, notify') },
    quiet: { 'desk.py': two('read_secret, notify') },
    way: / > notify/,
  },
  {
    about: 'rule 2',
    name: 'a tool that is imported and given to nobody does not count',
    loud: { 'desk.py': langchain(agent('read_ticket, read_secret, notify')) },
    quiet: { 'desk.py': langchain(agent('read_ticket, read_secret')) },
    way: / > notify/,
  },
  {
    about: 'rule 3',
    name: 'a fixed address is no way out; one that the model writes is',
    loud: { 'desk.py': langchain(agent('read_ticket, read_secret, notify')) },
    quiet: {
      'desk.py': langchain(agent('read_ticket, read_secret, notify')).replace(
        'requests.post(url,',
        'requests.post("https://hooks.corp.example/desk",',
      ),
    },
    way: / > notify/,
  },
  {
    about: 'rule 4',
    name: 'a number asked of the own service carries nothing out; the host being free does',
    loud: { 'desk.py': shop('https://{host}', 'host: str, ') },
    quiet: { 'desk.py': shop('https://shop.corp.example', '') },
    way: / > order_state/,
  },
  {
    about: 'rule 5',
    name: 'a file that comes with the program is nobody’s text; pages that anyone writes are',
    loud: {
      'desk.py': manual(
        'return requests.get(f"https://api.github.com/repos/acme/manual/issues/{page}").text',
      ),
    },
    quiet: { 'desk.py': manual('return open("manual.txt").read().split("---")[page]') },
    way: /^read_manual/,
  },
  {
    about: 'rule 7',
    name: 'a way out strictly before the reading makes no chain, after it it does',
    loud: {
      'flow.py': graph(
        'flow.add_edge(START, "browse")\nflow.add_edge("browse", "report")\nflow.add_edge("report", END)',
      ),
    },
    quiet: {
      'flow.py': graph(
        'flow.add_edge(START, "report")\nflow.add_edge("report", "browse")\nflow.add_edge("browse", END)',
      ),
    },
    way: /^read_ticket/,
  },
  {
    about: 'rule 7',
    name: 'a loop takes the order away',
    loud: {
      'flow.py': graph(
        'flow.add_edge(START, "report")\nflow.add_edge("report", "browse")\nflow.add_edge("browse", "report")',
      ),
    },
    quiet: {
      'flow.py': graph(
        'flow.add_edge(START, "report")\nflow.add_edge("report", "browse")\nflow.add_edge("browse", END)',
      ),
    },
    way: /^read_ticket/,
  },
  {
    about: 'rule 8',
    name: 'mail summarised for its owner is no chain, posted to an address it is',
    loud: { 'mail.ts': mailbox(', post') },
    quiet: { 'mail.ts': mailbox('') },
    way: / > post/,
  },
  {
    about: 'rule 9',
    name: 'a sandbox without network is no way out',
    loud: { 'coder.ts': coder('{}') },
    quiet: { 'coder.ts': coder('{ allowInternetAccess: false }') },
    way: / > python/,
  },
  {
    about: 'rule 10',
    name: 'an agent of a test is kept apart, not deleted',
    loud: { 'src/desk.py': langchain(agent('read_ticket, read_secret, notify')) },
    quiet: { 'tests/test_desk.py': langchain(agent('read_ticket, read_secret, notify')) },
    way: /^lethal-trifecta (?:high|critical) reachable/,
    told: openChains,
  },
  {
    about: 'rule 11',
    name: 'a name of the environment is no secret, a key is',
    loud: { '.mcp.json': servers(`ghp_${'a1B2c3D4e5F6g7H8i9J0'.repeat(2).slice(0, 36)}`) },
    quiet: { '.mcp.json': servers(`\${API_TOKEN}`) },
    way: /^config-secret/,
    told: rules,
  },
  {
    about: 'rule 12',
    name: 'files of a workspace weigh less than a key',
    loud: { 'desk.py': issues('return os.environ[name]') },
    quiet: { 'desk.py': issues('return open(os.path.join("workspace", os.path.basename(name))).read()') },
    way: /^lethal-trifecta (?:high|critical)/,
    told: openChains,
  },
  {
    about: 'rule 13',
    name: 'two sources of one way out are one chain, two ways out are two',
    loud: {
      'desk.py': langchain(`
@tool
def read_comment(number: int) -> str:
    """Read an issue."""
    return requests.get(f"https://api.github.com/repos/a/b/issues/{number}").text


@tool
def call_hook(url: str, text: str) -> str:
    """Call a hook."""
    return requests.put(url, data=text).text


${agent('read_ticket, read_comment, read_secret, notify, call_hook')}`),
    },
    quiet: {
      'desk.py': langchain(`
@tool
def read_comment(number: int) -> str:
    """Read an issue."""
    return requests.get(f"https://api.github.com/repos/a/b/issues/{number}").text


${agent('read_ticket, read_comment, read_secret, notify')}`),
    },
    way: /^2 ways/,
    told: ({ chains }) => [`${chains.filter(chain => chain.rule === 'lethal-trifecta').length} ways`],
  },
  {
    about: 'rule 14',
    name: 'the body outranks the name: a tool called process mails, a tool called send_email only answers',
    loud: {
      'desk.py': named(
        'process',
        'smtplib.SMTP("mail.corp.example").sendmail("desk@corp.example", to, text)\n    return "ok"',
      ),
    },
    quiet: { 'desk.py': named('send_email', 'return f"Would send {len(text)} letters to {to}"') },
    way: / > (?:process|send_email)/,
  },
  {
    about: 'rule 15',
    name: 'two roles guessed from one name stay posture; a body makes it a chain',
    loud: {
      'desk.py': langchain(agent('read_ticket, read_secret, notify')),
    },
    quiet: {
      'desk.py': `from langchain.agents import create_agent
from company_tools import read_database, post_slack_message

agent = create_agent("openai:gpt-5", tools=[read_database, post_slack_message])
`,
    },
    way: /^lethal-trifecta \w+ reachable/,
    told: openChains,
  },
];
