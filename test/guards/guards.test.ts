import { beforeAll, describe, expect, it } from 'vitest';
import { type Files, openTrifectas, scanInline } from './scan-inline.ts';

/** What must not be suppressed, in real code, each beside the change that does help. */
interface Guard {
  readonly name: string;
  readonly loud: Files;
  /** The way that counts, as `source + source > sink`. */
  readonly way: RegExp;
  readonly quiet: Files;
}

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

const guards: readonly Guard[] = [
  {
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
    name: 'an internal channel whose links are fetched',
    loud: { 'desk.py': slack('') },
    way: / > note/,
    quiet: { 'desk.py': slack(', unfurl_links=False, unfurl_media=False') },
  },
  {
    name: 'a list that holds the host of a vendor with accounts for everybody',
    loud: { 'desk.py': upload('api.anthropic.com') },
    way: / > upload/,
    quiet: { 'desk.py': upload('files.corp.example') },
  },
  {
    name: 'a fixed recipient beside a copy that the model addresses',
    loud: { 'desk.py': mail('message["Cc"] = copy_to', 'copy_to: str, ') },
    way: / > report/,
    quiet: { 'desk.py': mail('message["Subject"] = "Report"', '') },
  },
  {
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
];

/** The first scan loads every analyzer. */
beforeAll(async () => void (await scanInline({})), 120_000);

describe('what must not be suppressed', () => {
  it.each(guards.map(guard => [guard.name, guard] as const))('%s', async (_, guard) => {
    expect(openTrifectas(await scanInline(guard.loud))).toEqual(
      expect.arrayContaining([expect.stringMatching(guard.way)]),
    );
    const quiet = openTrifectas(await scanInline(guard.quiet));
    expect(quiet.filter(line => guard.way.test(line))).toEqual([]);
  });
});
