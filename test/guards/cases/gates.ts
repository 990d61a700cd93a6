import { type Case, openChains } from './case.ts';
import { agent, langchain } from './python.ts';

const hitl = (guarded: string) =>
  langchain(
    agent(
      'read_ticket, read_secret, notify',
      `, middleware=[HumanInTheLoopMiddleware(interrupt_on={"${guarded}": True})]`,
    ),
    'from langchain.agents.middleware import HumanInTheLoopMiddleware',
  );

const prompted = langchain(
  agent(
    'read_ticket, read_secret, notify',
    ', system_prompt="Never call notify before the user has said yes."',
  ),
);

const openai = (approval: string) => `import os

import requests
from agents import Agent, RunContextWrapper, function_tool


@function_tool
def read_ticket(number: int) -> str:
    """Read a ticket."""
    return requests.get(f"https://acme.zendesk.com/api/v2/tickets/{number}.json").text


@function_tool
def read_secret(name: str) -> str:
    """Read a credential."""
    return os.environ[name]


async def asks(context: RunContextWrapper, params: dict, call_id: str) -> bool:
    return not params["url"].startswith("https://")


@function_tool${approval}
def notify(url: str, text: str) -> str:
    """Notify a system."""
    requests.post(url, json={"text": text})
    return "done"


desk = Agent(name="desk", tools=[read_ticket, read_secret, notify])
`;

const sdk = (options: string) => `import { query } from '@anthropic-ai/claude-agent-sdk';

export async function run(question: string) {
  for await (const message of query({ prompt: question, options: { ${options} } })) console.log(message);
}
`;

const claude = (settings: object, hook = '') => ({
  '.claude/settings.json': JSON.stringify(settings, null, 2),
  ...(hook !== '' && { '.claude/hooks/look.sh': hook }),
});

const hooked = {
  permissions: { allow: ['Bash', 'WebFetch'] },
  hooks: {
    PreToolUse: [
      { matcher: 'Bash|WebFetch|WebSearch', hooks: [{ type: 'command', command: '.claude/hooks/look.sh' }] },
    ],
  },
};

const upload = (hosts: string) =>
  langchain(
    `
HOSTS = {${hosts}}


@tool
def upload(url: str, text: str) -> str:
    """Upload a text."""
    if urlparse(url).hostname not in HOSTS:
        raise ValueError("not allowed")
    requests.put(url, data=text)
    return "done"


${agent('read_ticket, read_secret, upload')}`,
    'from urllib.parse import urlparse',
  );

const asking = (loop: string) => `import { openai } from '@ai-sdk/openai';
import { ToolLoopAgent, tool } from 'ai';
import { createInterface } from 'node:readline/promises';
import { z } from 'zod';

const ask = createInterface({ input: process.stdin, output: process.stdout });
const readTicket = tool({
  description: 'Read a ticket',
  inputSchema: z.object({ number: z.number() }),
  execute: async ({ number }) => (await fetch(\`https://acme.zendesk.com/api/v2/tickets/\${number}.json\`)).text(),
});
const readSecret = tool({
  description: 'Read a credential',
  inputSchema: z.object({ name: z.string() }),
  execute: async ({ name }) => process.env[name],
});
const notify = tool({
  description: 'Notify a system',
  inputSchema: z.object({ url: z.string(), text: z.string() }),
  execute: async ({ url, text }) => {
    ${loop}
    await fetch(url, { method: 'POST', body: text });
    return 'done';
  },
});
export const desk = new ToolLoopAgent({ model: openai('gpt-5'), tools: { readTicket, readSecret, notify } });
`;

const outgoing = (parameters: string, url: string) =>
  langchain(`
@tool
def outgoing(${parameters}) -> str:
    """Tell a system."""
    requests.post(${url}, json={"state": state})
    return "done"


${agent('read_ticket, read_secret, outgoing')}`);

const guarded = (guardrail: string) => `import os

import requests
from agents import Agent, GuardrailFunctionOutput, function_tool, input_guardrail


@input_guardrail
async def injection(context, agent, text):
    return GuardrailFunctionOutput(output_info=None, tripwire_triggered="ignore previous" in str(text))


@function_tool
def read_ticket(number: int) -> str:
    """Read a ticket."""
    return requests.get(f"https://acme.zendesk.com/api/v2/tickets/{number}.json").text


@function_tool
def read_secret(name: str) -> str:
    """Read a credential."""
    return os.environ[name]


@function_tool${guardrail}
def notify(url: str, text: str) -> str:
    """Notify a system."""
    requests.post(url, json={"text": text})
    return "done"


desk = Agent(name="desk", tools=[read_ticket, read_secret, notify], input_guardrails=[injection])
`;

const mailing = (check: string) =>
  langchain(
    `
@tool
def mail(to: str, text: str) -> str:
    """Send a mail."""
    ${check}smtplib.SMTP("mail.corp.example").sendmail("desk@corp.example", to, text)
    return "sent"


${agent('read_ticket, read_secret, mail')}`,
    'import smtplib',
  );

const asked = (type: string, answer: string) =>
  langchain(`
clerk = create_agent("openai:gpt-5", tools=[read_ticket])


@tool
def ask_clerk(question: str) -> ${type}:
    """Ask the clerk."""
    answer = clerk.invoke({"messages": [("user", question)]})["messages"][-1].content
    return ${answer}


${agent('ask_clerk, read_secret, notify')}`);

/** Gates that only look like gates, each beside one that is. */
export const fakeGates: readonly Case[] = [
  {
    about: 'prompt-only rule',
    name: 'a sentence of the prompt stops nothing, an interrupt does',
    loud: { 'desk.py': prompted },
    quiet: { 'desk.py': hitl('notify') },
    way: / > notify/,
  },
  {
    about: 'approval on another tool',
    name: 'asking before the reading leaves the sending free',
    loud: { 'desk.py': hitl('read_secret') },
    quiet: { 'desk.py': hitl('notify') },
    way: / > notify/,
  },
  {
    about: 'key-name mismatch',
    name: 'a guarded name that no tool has guards nothing',
    loud: { 'desk.py': hitl('notify_system') },
    quiet: { 'desk.py': hitl('notify') },
    way: / > notify/,
  },
  {
    about: 'auto-accept',
    name: 'a mode that asks for nothing, beside the one that asks',
    loud: { 'run.ts': sdk("permissionMode: 'bypassPermissions'") },
    quiet: { 'run.ts': sdk("permissionMode: 'default'") },
    way: / > Bash/,
  },
  {
    about: 'time-out',
    name: 'an answer that comes by itself after a while is none',
    loud: {
      'desk.ts': asking(
        "const late = new Promise<string>(done => setTimeout(() => done('y'), 30_000));\n    if ((await Promise.race([ask.question(`Send ${text} to ${url}? `), late])) !== 'y') return 'refused';",
      ),
    },
    quiet: {
      'desk.ts': asking("if ((await ask.question(`Send ${text} to ${url}? `)) !== 'y') return 'refused';"),
    },
    way: / > notify/,
  },
  {
    about: 'hook that checks something else',
    name: 'a hook for other tools, beside one for these',
    loud: claude(
      {
        ...hooked,
        hooks: {
          PreToolUse: [
            { matcher: 'Write|Edit', hooks: [{ type: 'command', command: '.claude/hooks/look.sh' }] },
          ],
        },
      },
      'echo "no" >&2\nexit 2\n',
    ),
    quiet: claude(hooked, 'echo "no" >&2\nexit 2\n'),
    way: / > Bash/,
  },
  {
    about: 'hook that checks something else',
    name: 'a hook whose program never refuses, beside one that has calls asked for',
    loud: claude(hooked, '#!/bin/sh\ncat >> .claude/calls.log\nexit 0\n'),
    quiet: claude(
      hooked,
      '#!/bin/sh\necho \'{"hookSpecificOutput": {"hookEventName": "PreToolUse", "permissionDecision": "ask"}}\'\n',
    ),
    way: / > Bash/,
  },
  {
    about: 'allow-list with a multi-tenant host',
    name: 'a list with a host where anyone has a place, beside hosts of the own',
    loud: { 'desk.py': upload('"files.corp.example", "storage.googleapis.com"') },
    quiet: { 'desk.py': upload('"files.corp.example"') },
    way: / > upload/,
  },
  {
    about: 'allowedTools read as restriction',
    name: 'a list of what needs no asking takes no tool away; a list of the tools does',
    loud: { 'run.ts': sdk("allowedTools: ['Read', 'WebFetch', 'Bash']") },
    quiet: { 'run.ts': sdk("tools: ['Read'], allowedTools: ['Read', 'WebFetch', 'Bash']") },
    way: / > (?:Bash|WebFetch)/,
  },
  {
    about: 'allowedTools read as restriction',
    name: 'under a mode that asks for nothing the tools beside the list run too; a deny rule takes them away',
    loud: { 'run.ts': sdk("allowedTools: ['Read'], permissionMode: 'bypassPermissions'") },
    quiet: {
      'run.ts': sdk(
        "allowedTools: ['Read'], disallowedTools: ['Bash', 'WebFetch', 'WebSearch'], permissionMode: 'bypassPermissions'",
      ),
    },
    way: / > (?:Bash|WebFetch)/,
  },
  {
    about: 'function-valued gate with holes',
    name: 'a function that asks for some addresses only, beside one that always asks',
    loud: { 'desk.py': openai('(needs_approval=asks)') },
    quiet: { 'desk.py': openai('(needs_approval=True)') },
    way: / > notify/,
  },
  {
    about: 'gate that the agent may rewrite',
    name: 'settings that the agent writes without asking, beside settings that are closed to it',
    loud: {
      '.vscode/settings.json': JSON.stringify({
        'chat.tools.edits.autoApprove': { '**/*': true },
        'json.schemaDownload.enable': false,
      }),
    },
    quiet: {
      '.vscode/settings.json': JSON.stringify({
        'chat.tools.edits.autoApprove': { '**/*': true, '**/.vscode/*.json': false },
        'json.schemaDownload.enable': false,
      }),
    },
    way: /^gate-killer/,
    told: openChains,
  },
];

/** Rows of the table of credits that no other pair covers. */
export const gates: readonly Case[] = [
  {
    about: 'hard deny',
    name: 'a denied tool is no way out',
    loud: claude({ permissions: { allow: ['Bash', 'WebFetch'] } }),
    quiet: claude({ permissions: { allow: ['Bash', 'WebFetch'], deny: ['Bash', 'WebFetch', 'WebSearch'] } }),
    way: / > Bash/,
  },
  {
    about: 'classifier approval',
    name: 'a model that decides leaves the chain open, a person does not',
    loud: claude({ permissions: { defaultMode: 'auto' } }),
    quiet: claude({ permissions: { ask: ['Bash', 'WebFetch', 'WebSearch'] } }),
    way: / > Bash/,
  },
  {
    about: 'human approval',
    name: 'asked for each call with its arguments, beside nothing',
    loud: { 'desk.py': openai('') },
    quiet: { 'desk.py': openai('(needs_approval=True)') },
    way: / > notify/,
  },
  {
    about: 'schema-constrained argument',
    name: 'words of a list carry nothing out, free text does',
    loud: { 'desk.py': outgoing('url: str, state: str', 'url') },
    quiet: {
      'desk.py': outgoing('url: str, state: Literal["open", "closed"]', 'os.environ["STATE_URL"]').replace(
        'import os\n',
        'import os\nfrom typing import Literal\n',
      ),
    },
    way: / > outgoing/,
  },
  {
    about: 'record-bound destination',
    name: 'an address from the own records, beside one that the model writes',
    loud: {
      'desk.py': langchain(agent('read_ticket, read_secret, notify')),
    },
    quiet: {
      'desk.py': langchain(`
STAFF = {"anna": "https://hooks.corp.example/anna", "bela": "https://hooks.corp.example/bela"}


@tool
def tell(person: str, text: str) -> str:
    """Tell a colleague."""
    requests.post(STAFF[person], json={"text": text})
    return "done"


${agent('read_ticket, read_secret, tell')}`),
    },
    way: / > (?:notify|tell)/,
  },
  {
    about: 'injection classifier',
    name: 'a guard on the input leaves the chain open, an approval does not',
    loud: { 'desk.py': guarded('') },
    quiet: { 'desk.py': guarded('(needs_approval=True)') },
    way: / > notify/,
  },
  {
    about: 'output redaction',
    name: 'taking patterns out of the text leaves the chain open, an approval does not',
    loud: {
      'desk.py': langchain(
        agent('read_ticket, read_secret, notify', ', middleware=[PIIMiddleware("email", strategy="redact")]'),
        'from langchain.agents.middleware import PIIMiddleware',
      ),
    },
    quiet: { 'desk.py': hitl('notify') },
    way: / > notify/,
  },
  {
    about: 'volume cap',
    name: 'a limit of calls leaves the chain open, an approval does not',
    loud: {
      'desk.py': langchain(
        agent(
          'read_ticket, read_secret, notify',
          ', middleware=[ToolCallLimitMiddleware(tool_name="notify", run_limit=3)]',
        ),
        'from langchain.agents.middleware import ToolCallLimitMiddleware',
      ),
    },
    quiet: { 'desk.py': hitl('notify') },
    way: / > notify/,
  },
  {
    about: 'logging',
    name: 'a hook that writes calls down earns nothing, one that refuses does',
    loud: claude(hooked, 'tee -a calls.log\n'),
    quiet: claude(hooked, 'exit 2\n'),
    way: / > Bash/,
  },
  {
    about: 'own-org recipients only',
    name: 'a recipient that must end in the own domain, beside any recipient',
    loud: { 'desk.py': mailing('') },
    quiet: {
      'desk.py': mailing(
        'if not to.endswith("@corp.example"):\n        raise ValueError("not one of us")\n    ',
      ),
    },
    way: / > mail$/,
  },
  {
    about: 'sub-agent with free-text return',
    name: 'a sub-agent that answers in words passes instructions on, one that answers with a number does not',
    loud: { 'desk.py': asked('str', 'str(answer)') },
    quiet: { 'desk.py': asked('int', 'len(answer)') },
    way: /^read_ticket /,
  },
];
