import type { Case } from './case.ts';
import { agent, langchain as desk } from './python.ts';

const server = (annotations: string, body: string) => `
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { google } from 'googleapis';
import { z } from 'zod';

const server = new McpServer({ name: 'office', version: '1.0.0' });
const gmail = google.gmail({ version: 'v1', auth: process.env.TOKEN });

server.registerTool(
  'find_mail',
  { description: 'Find mail', inputSchema: { words: z.string() }, annotations: { readOnlyHint: true } },
  async ({ words }) => ({ content: [{ type: 'text', text: JSON.stringify(await gmail.users.messages.list({ userId: 'me', q: words })) }] }),
);
server.registerTool(
  'look_up',
  { description: 'Look something up', inputSchema: { words: z.string() }, annotations: { ${annotations} } },
  async ({ words }) => ${body},
);
`;

const langchain = (imports: string, tools: string, names: string) => `
import os

import psycopg
${imports}
from langchain.agents import create_agent
from langchain_core.tools import tool


@tool
def read_ticket(number: int) -> str:
    """Read a ticket that a customer wrote."""
    return requests.get(f"https://acme.zendesk.com/api/v2/tickets/{number}.json").text


@tool
def find_customer(name: str) -> str:
    """Find customers."""
    with psycopg.connect(os.environ["DATABASE_URL"]) as db:
        return str(db.execute("select * from customers where name = %s", (name,)).fetchall())

${tools}

agent = create_agent("openai:gpt-5", tools=[read_ticket, find_customer, ${names}])
`;

const slack = (options: string) =>
  langchain(
    'import requests\nfrom slack_sdk import WebClient',
    `
@tool
def note(text: str) -> str:
    """Leave a note in the internal channel."""
    WebClient(token=os.environ["SLACK"]).chat_postMessage(channel="C0INTERNAL", text=text${options})
    return "noted"
`,
    'note',
  );

const upload = (host: string) =>
  langchain(
    'import requests\nfrom urllib.parse import urlparse',
    `
@tool
def upload(url: str, text: str) -> str:
    """Upload a text."""
    if urlparse(url).hostname != "${host}":
        raise ValueError("not allowed")
    return requests.post(url, data=text).text
`,
    'upload',
  );

const mail = (recipient: string, parameter: string) =>
  langchain(
    'import requests\nimport smtplib\nfrom email.message import EmailMessage',
    `
@tool
def report(${parameter}text: str) -> str:
    """Send a report."""
    message = EmailMessage()
    message["To"] = "me@corp.example"
    ${recipient}
    message.set_content(text)
    with smtplib.SMTP("mail.corp.example") as server:
        server.send_message(message)
    return "sent"
`,
    'report',
  );

const workflow = (on: string, condition: string) => `
name: triage
on:
  ${on}:
    types: [opened]
permissions:
  contents: write
  issues: write
jobs:
  triage:
    runs-on: ubuntu-latest
    ${condition}
    steps:
      - uses: actions/checkout@v5
      - uses: anthropics/claude-code-action@v1
        with:
          anthropic_api_key: \${{ secrets.ANTHROPIC_API_KEY }}
          allowed_non_write_users: "*"
          prompt: Sort this issue by \${{ github.event.issue.body }}
          claude_args: --allowedTools "Bash(*)"
`;

const team = (asked: string) =>
  desk(
    `
worker = create_agent("openai:gpt-5", tools=[notify], middleware=[HumanInTheLoopMiddleware(interrupt_on={"notify": True})])


@tool
def work(order: str) -> str:
    """Give an order to the worker."""
    return worker.invoke({"messages": [("user", order)]})["messages"][-1].content


planner = create_agent("openai:gpt-5", tools=[read_ticket, read_secret, notify, work]${asked})
`,
    'from langchain.agents.middleware import HumanInTheLoopMiddleware',
  );

const reader = (tools: string) =>
  desk(
    `
class Verdict(BaseModel):
    kind: Literal["question", "complaint"]
    urgent: bool


clerk = create_agent("openai:gpt-5", tools=[read_ticket], response_format=Verdict)


@tool
def sort_ticket(number: int) -> bool:
    """Whether a ticket is urgent."""
    return bool(clerk.invoke({"messages": [("user", str(number))]})["structured_response"].urgent)


${agent(`${tools}, read_secret, notify`)}`,
    'from typing import Literal\nfrom pydantic import BaseModel',
  );

const answering = (on: string, what: string) => `
name: answer
on:
  ${on}
permissions:
  contents: write
  issues: write
jobs:
  answer:
    runs-on: ubuntu-latest
    steps:
      - uses: anthropics/claude-code-action@v1
        with:
          anthropic_api_key: \${{ secrets.ANTHROPIC_API_KEY }}
          allowed_non_write_users: "*"
          prompt: Answer ${what}
          claude_args: --allowedTools "Bash(*)"
`;

const rows = (read: string) =>
  desk(
    `
@tool
def read_messages() -> str:
    """Read what visitors wrote."""
    with psycopg.connect(os.environ["DATABASE_URL"]) as db:
        return ${read}


${agent('read_messages, read_secret, notify')}`,
    'import psycopg',
  );

const collecting = (key: string) =>
  desk(
    `
@tool
def keep(text: str) -> str:
    """Keep a text."""
    redis.Redis().set("${key}", text)
    return "kept"


${agent('read_ticket, keep')}`,
    'import redis',
  );

const acting = (key: string) =>
  desk(
    `
@tool
def recall() -> str:
    """Recall a text."""
    return redis.Redis().get("${key}")


${agent('recall, read_secret, notify')}`,
    'import redis',
  );

/** What must not be suppressed, each beside the change that does help. */
export const guards: readonly Case[] = [
  {
    about: 'read-only hint',
    name: 'a read-only hint on a tool that asks somebody else',
    loud: {
      'package.json': '{ "name": "office", "dependencies": { "@modelcontextprotocol/sdk": "1.0.0" } }',
      'src/index.ts': server(
        'readOnlyHint: true, openWorldHint: false',
        "({ content: [{ type: 'text', text: await (await fetch(`https://api.duckduckgo.com/?format=json&q=${encodeURIComponent(words)}`)).text() }] })",
      ),
    },
    way: / > look_up/,
    quiet: {
      'package.json': '{ "name": "office", "dependencies": { "@modelcontextprotocol/sdk": "1.0.0" } }',
      'src/index.ts': server(
        'readOnlyHint: true',
        "({ content: [{ type: 'text', text: words.toUpperCase() }] })",
      ),
    },
  },
  {
    about: 'internal channel',
    name: 'an internal channel whose links are fetched',
    loud: { 'desk.py': slack('') },
    way: / > note/,
    quiet: { 'desk.py': slack(', unfurl_links=False, unfurl_media=False') },
  },
  {
    about: 'vendor domain',
    name: 'a list that holds the host of a vendor with accounts for everybody',
    loud: { 'desk.py': upload('api.anthropic.com') },
    way: / > upload/,
    quiet: { 'desk.py': upload('files.corp.example') },
  },
  {
    about: 'self-addressed mail',
    name: 'a fixed recipient beside a copy that the model addresses',
    loud: { 'desk.py': mail('message["Cc"] = copy_to', 'copy_to: str, ') },
    way: / > report/,
    quiet: { 'desk.py': mail('message["Subject"] = "Report"', '') },
  },
  {
    about: 'CI runs limited to maintainers',
    name: 'a job for maintainers that any issue starts',
    loud: { '.github/workflows/triage.yml': workflow('issues', '') },
    way: /^on issues .* > Bash/,
    quiet: {
      '.github/workflows/triage.yml': workflow(
        'issues',
        "if: github.event.issue.author_association == 'MEMBER'",
      ),
    },
  },
  {
    about: 'approval that precedes only the worker',
    name: 'asking before the worker acts leaves the planner free to send, asking before both does not',
    loud: { 'team.py': team('') },
    quiet: { 'team.py': team(', middleware=[HumanInTheLoopMiddleware(interrupt_on={"notify": True})]') },
    way: / > notify/,
  },
  {
    about: 'summarising fetch beside a raw one',
    name: 'a reader with checked answers does not help while the page can be fetched raw as well',
    loud: { 'desk.py': reader('read_ticket, sort_ticket') },
    quiet: { 'desk.py': reader('sort_ticket') },
    way: /^read_ticket \+ read_secret > notify/,
  },
  {
    about: 'private repository with public issue forms',
    name: 'issues that anyone may open are text from outside whatever the repository holds; a push is not',
    loud: {
      '.github/workflows/answer.yml': answering(
        'issues:\n    types: [opened]',
        '${{ github.event.issue.body }}',
      ),
    },
    quiet: { '.github/workflows/answer.yml': answering('push:\n    branches: [main]', 'the changes') },
    way: /^on issues /,
  },
  {
    about: 'telemetry and database rows as input',
    name: 'rows that users wrote are text from outside, a count of them is not',
    loud: { 'desk.py': rows('str(db.execute("select title, body from messages").fetchall())') },
    quiet: { 'desk.py': rows('len(db.execute("select title from messages").fetchall())') },
    way: /^read_messages /,
  },
  {
    about: 'memory and cache files as edges',
    name: 'a key that one agent writes and another reads joins them, two keys do not',
    loud: { 'a.py': collecting('notes'), 'b.py': acting('notes') },
    quiet: { 'a.py': collecting('tickets'), 'b.py': acting('notes') },
    way: /^read_ticket /,
  },
];
