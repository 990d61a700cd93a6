import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/provider-loops/index.ts';
import type { NodeFact } from '../../../src/model/fact.ts';
import { factsOf, outline } from '../code/outline.ts';

const lines = async (files: { readonly [path: string]: string }): Promise<readonly string[]> =>
  outline(await factsOf(analyzer, files));

/** Tools of a file with the line their work starts at. */
async function work(path: string, text: string): Promise<readonly string[]> {
  const facts = await factsOf(analyzer, { [path]: text });
  return facts
    .filter((fact): fact is NodeFact => fact.fact === 'node' && fact.kind === 'tool')
    .map(
      ({ name, handler }) =>
        `${name} ${handler ? `${handler.line}${handler.lines ? ` (${handler.lines.join('-')})` : ''}` : 'nothing'}`,
    )
    .sort();
}

describe('what is no agent', () => {
  it('empty, foreign and broken files, calls without tools', async () => {
    expect(await lines({ 'a.py': '' })).toEqual([]);
    expect(await lines({ 'a.py': 'client.chat.completions.create(tools=[{"name": "x"}])\n' })).toEqual([]);
    expect(
      await lines({
        'a.py': 'from openai import OpenAI\nOpenAI().chat.completions.create(messages=[])\ndef (:\n',
      }),
    ).toEqual([]);
  });

  it('a tool that is only a form for the answer', async () => {
    const text = `
from openai import OpenAI
client = OpenAI()
def sort(text):
    r = client.chat.completions.create(model="m", messages=[], tools=[{"type": "function", "function": {"name": "verdict", "parameters": {}}}],
        tool_choice={"type": "function", "function": {"name": "verdict"}})
    return r.choices[0].message.tool_calls[0].function.arguments
`;
    expect(await lines({ 'a.py': text })).toEqual([]);
  });
});

describe('OpenAI', () => {
  it('chat loop with branches on the name, in Python', async () => {
    const text = `
import json
from openai import OpenAI
client = OpenAI()
tools = [
    {"type": "function", "function": {"name": "find_parcel", "description": "Finds a parcel.", "parameters": {"type": "object", "properties": {"code": {"type": "string"}}}}},
    {"type": "function", "function": {"name": "mail_owner", "description": "Mails.", "parameters": {"type": "object", "properties": {"to": {"type": "string"}}}}},
]
def look(code):
    return code
def run(messages):
    while True:
        r = client.chat.completions.create(model="m", messages=messages, tools=tools)
        for call in r.choices[0].message.tool_calls:
            args = json.loads(call.function.arguments)
            if call.function.name == "find_parcel":
                result = look(args["code"])
            elif call.function.name == "mail_owner":
                result = smtp.send(args["to"])
            messages.append({"role": "tool", "tool_call_id": call.id, "content": result})
`;
    const facts = await factsOf(analyzer, { 'a.py': text });
    expect(outline(facts)).toEqual([
      'agent run',
      'run uses find_parcel',
      'run uses mail_owner',
      'tool find_parcel',
      'tool mail_owner',
    ]);
    expect(facts.find(fact => fact.fact === 'node' && fact.name === 'find_parcel')).toMatchObject({
      description: 'Finds a parcel.',
      parameters: [{ name: 'code', type: 'string' }],
    });
    expect(await work('a.py', text)).toEqual(['find_parcel 9', 'mail_owner 11 (19-19)']);
  });

  it('a table of functions, globals by name, methods by getattr', async () => {
    const head =
      'from openai import OpenAI\nclient = OpenAI()\nschema = {"type": "function", "function": {"name": "look_up", "parameters": {}}}\n';
    const table = `${head}def find(key):\n    return key\ndef run(m):\n    known = {"look_up": find}\n    r = client.chat.completions.create(tools=[schema], messages=m)\n    m.append({"role": "tool", "content": known[r.name](**r.args)})\n`;
    expect(await work('a.py', table)).toEqual(['look_up 4']);
    const lambdas = `${head}class Desk:\n    def find(self, key):\n        return key\n    def run(self, m):\n        known = {"look_up": self.find, "other": lambda key: key}\n        r = client.chat.completions.create(tools=[schema], messages=m)\n        m.append({"role": "tool", "content": known[r.name](r.args)})\n`;
    expect(await work('a.py', lambdas)).toEqual(['look_up 5']);
    const globals = `${head}def look_up(key):\n    return key\ndef run(m):\n    r = client.chat.completions.create(tools=[schema], messages=m)\n    m.append({"role": "tool", "content": globals()[r.name](**r.args)})\n`;
    expect(await work('a.py', globals)).toEqual(['look_up 4']);
    const methods = `${head}class Desk:\n    def look_up(self, key):\n        return key\n    def run(self, m):\n        r = client.chat.completions.create(tools=[schema], messages=m)\n        m.append({"role": "tool", "content": getattr(self, r.name)(**r.args)})\n`;
    expect(await work('a.py', methods)).toEqual(['look_up 5']);
  });

  it('built-in tools and servers of the Responses API', async () => {
    const text = `
from openai import OpenAI
client = OpenAI()
answer = client.responses.create(model="m", input="x", tools=[
    {"type": "web_search_preview"}, {"type": "file_search", "vector_store_ids": ["v"]},
    {"type": "mcp", "server_label": "wiki", "server_url": "https://wiki.example/mcp", "require_approval": "never"},
    {"type": "mcp", "server_label": "mail", "connector_id": "connector_gmail"},
])
`;
    expect(await lines({ 'a.py': text })).toEqual([
      'agent answer',
      'answer uses file_search',
      'answer uses mail !require_approval 0.8',
      'answer uses web_search',
      'answer uses wiki',
      'mcp-server mail [openai:connector_gmail]',
      'mcp-server wiki [url:wiki.example/mcp]',
      'tool file_search (openai:file_search)',
      'tool web_search (openai:web_search)',
    ]);
  });

  it('TypeScript: switch on the name, runTools with functions, zod helpers', async () => {
    const loop = `
import OpenAI from 'openai';
const client = new OpenAI();
async function look(code: string) { return code; }
async function dispatch(name: string, args: any) {
  switch (name) {
    case 'find_parcel':
      return look(args.code);
    case 'post_note':
      return fetch(args.url);
  }
}
const tools = [
  { type: 'function', function: { name: 'find_parcel', parameters: {} } },
  { type: 'function', function: { name: 'post_note', parameters: {} } },
];
export async function clerk(messages: any[]) {
  const r = await client.chat.completions.create({ model: 'm', messages, tools });
  for (const call of r.choices[0].message.tool_calls) {
    messages.push({ role: 'tool', tool_call_id: call.id, content: await dispatch(call.function.name, {}) });
  }
}
`;
    expect(await work('a.ts', loop)).toEqual(['find_parcel 4', 'post_note 5 (10-10)']);
    const helper = `
import OpenAI from 'openai';
import { zodFunction } from 'openai/helpers/zod';
import { z } from 'zod';
const client = new OpenAI();
export const clerk = client.chat.completions.runTools({ model: 'm', messages: [], tools: [
  zodFunction({ name: 'find', parameters: z.object({ code: z.string() }), function: async ({ code }) => code }),
  { type: 'function', function: { function: drop, parse: JSON.parse, name: 'drop', parameters: {} } },
] });
async function drop(args: any) { return args; }
`;
    expect(await work('b.ts', helper)).toEqual(['drop 10', 'find 7']);
  });

  it('clients of unknown origin, arguments spread from a record, the older form', async () => {
    const text = `
import openai
class Bot:
    def __init__(self, client):
        self.client = client
    def ask(self, m):
        params = {"model": "m", "tools": [{"type": "function", "function": {"name": "note", "parameters": {}}}]}
        r = self.client.chat.completions.create(messages=m, **params)
        m.append({"role": "tool", "content": note(r)})
def note(text):
    return text
def old(m):
    r = openai.ChatCompletion.create(model="m", messages=m, functions=[{"name": "note", "parameters": {}}])
    m.append({"role": "function", "content": note(r)})
`;
    expect((await lines({ 'a.py': text })).filter(line => line.includes(' uses '))).toEqual([
      'Bot uses note',
      'old uses note',
    ]);
  });
});

describe('Anthropic', () => {
  it('schemas and versioned built-in tools; two calls of one function are one agent', async () => {
    const text = `
import anthropic
client = anthropic.Anthropic()
TOOLS = [
    {"name": "read_page", "description": "Reads.", "input_schema": {"type": "object", "properties": {"url": {"type": "string"}}}},
    {"type": "web_search_20250305", "name": "web_search", "max_uses": 5},
    {"type": "bash_20250124", "name": "bash"},
]
def process(name, args):
    if name == "read_page":
        return read_page(args["url"])
def read_page(url):
    return url
def talk(messages):
    r = client.messages.create(model="m", messages=messages, tools=TOOLS)
    while r.stop_reason == "tool_use":
        messages.append({"role": "user", "content": [{"type": "tool_result", "content": process(r.name, r.input)}]})
        r = client.messages.create(model="m", messages=messages, tools=TOOLS)
`;
    expect(await lines({ 'a.py': text })).toEqual([
      'agent talk',
      'talk uses bash',
      'talk uses read_page',
      'talk uses web_search',
      'tool bash (anthropic:bash)',
      'tool read_page',
      'tool web_search (anthropic:web_search)',
    ]);
    expect(await work('a.py', text)).toContain('read_page 12');
  });

  it('the tool runner, remote servers', async () => {
    const runner = `
import Anthropic from '@anthropic-ai/sdk';
import { betaZodTool } from '@anthropic-ai/sdk/helpers/beta/zod';
import { z } from 'zod';
const client = new Anthropic();
export const clerk = client.beta.messages.toolRunner({ model: 'm', max_tokens: 1, messages: [], tools: [
  betaZodTool({ name: 'find', inputSchema: z.object({ code: z.string() }), description: 'Finds.', run: ({ code }) => code }),
] });
`;
    expect(await lines({ 'a.ts': runner })).toEqual(['agent clerk', 'clerk uses find', 'tool find']);
    const remote = `
import anthropic
reply = anthropic.Anthropic().beta.messages.create(model="m", messages=[], tools=[{"type": "web_fetch_20250910", "name": "web_fetch"}],
    mcp_servers=[{"type": "url", "url": "https://desk.example/mcp", "name": "desk"}])
`;
    expect(await lines({ 'a.py': remote })).toEqual(
      expect.arrayContaining([
        'reply uses desk',
        'mcp-server desk [url:desk.example/mcp]',
        'tool web_fetch (anthropic:web_fetch)',
      ]),
    );
  });
});

describe('Gemini and Bedrock', () => {
  it('functions that the library calls by itself, built-in tools', async () => {
    const text = `
from google import genai
from google.genai import types
client = genai.Client()
def weather(city: str) -> str:
    """Weather of a city."""
    return city
reply = client.models.generate_content(model="m", contents="x", config=types.GenerateContentConfig(tools=[weather, types.Tool(google_search=types.GoogleSearch())]))
`;
    const facts = await factsOf(analyzer, { 'a.py': text });
    expect(outline(facts)).toEqual([
      'agent reply',
      'reply uses google_search',
      'reply uses weather',
      'tool google_search (google:google_search)',
      'tool weather',
    ]);
    expect(facts[0]).not.toMatchObject({ properties: { singleStep: true } });
  });

  it('declarations in JavaScript', async () => {
    const text = `
import { GoogleGenAI } from '@google/genai';
const ai = new GoogleGenAI({});
const note = { name: 'note', description: 'Notes.', parameters: {} };
const table = { note: async (args: any) => args };
export async function clerk() {
  const r = await ai.models.generateContent({ model: 'm', contents: [], config: { tools: [{ functionDeclarations: [note] }, { urlContext: {} }] } });
  const out = await table[r.functionCalls[0].name](r.functionCalls[0].args);
  return { functionResponse: { name: 'note', response: out } };
}
`;
    expect(await lines({ 'a.ts': text })).toEqual([
      'agent clerk',
      'clerk uses note',
      'clerk uses url_context',
      'tool note',
      'tool url_context (google:url_context)',
    ]);
    expect(await work('a.ts', text)).toContain('note 5');
  });

  it('tool specifications of Bedrock in both languages', async () => {
    const python = `
import boto3
client = boto3.client("bedrock-runtime")
def top_song(sign):
    return sign
def talk(messages):
    r = client.converse(modelId="m", messages=messages, toolConfig={"tools": [{"toolSpec": {"name": "top_song", "description": "Song.", "inputSchema": {"json": {"type": "object", "properties": {"sign": {"type": "string"}}}}}}]})
    if r["tool"]["name"] == "top_song":
        messages.append({"toolResult": {"content": top_song("x")}})
`;
    expect(await work('a.py', python)).toEqual(['top_song 4']);
    const ts = `
import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({});
const toolConfig = { tools: [{ toolSpec: { name: 'top_song', inputSchema: { json: {} } } }] };
function topSong(sign: string) { return sign; }
export async function talk(messages: any[]) {
  const r = await client.send(new ConverseCommand({ modelId: 'm', messages, toolConfig }));
  if (r.name === 'top_song') messages.push({ toolResult: topSong('x') });
}
`;
    expect(await work('a.ts', ts)).toEqual(['top_song 5']);
  });
});

it('what is not known is a gap: lists from elsewhere, a schema nobody answers', async () => {
  const text = `
from openai import OpenAI
client = OpenAI()
def run(m, extra):
    r = client.chat.completions.create(tools=[{"type": "function", "function": {"name": "ghost", "parameters": {}}}, *extra], messages=m)
    m.append({"role": "tool", "content": r})
`;
  expect(await lines({ 'a.py': text })).toEqual([
    'agent run',
    'gap unknown-tools',
    'gap unresolved-value',
    'run uses ghost',
    'tool ghost',
  ]);
});

it('tools that a bridge hands out are an unknown node', async () => {
  const text = `
from composio import Composio
from openai import OpenAI
bridge = Composio()
tools = bridge.tools.get(user_id="u", toolkits=["GITHUB"])
def run(m):
    r = OpenAI().chat.completions.create(tools=tools, messages=m)
    return bridge.provider.handle_tool_calls(r)
`;
  expect(await lines({ 'a.py': text })).toEqual([
    'agent run',
    'gap unknown-tools',
    'run uses (tools of get)',
    expect.stringMatching(/^unknown \(tools of get\)/),
  ]);
});

it('a request handler that reaches the loop starts it', async () => {
  const text = `
from flask import Flask
from openai import OpenAI
app = Flask(__name__)
client = OpenAI()
def note(text):
    return text
def run(m):
    r = client.chat.completions.create(tools=[{"type": "function", "function": {"name": "note", "parameters": {}}}], messages=m)
    return note(r)
@app.route("/ask", methods=["POST"])
def ask():
    return run([])
`;
  expect(await lines({ 'a.py': text })).toEqual(
    expect.arrayContaining(['trigger /ask', '/ask triggers run']),
  );
});

describe('what programs of several files do', () => {
  it('a collection of tools, a client by its type, answers put together elsewhere', async () => {
    const kit = `
class Look:
    name = "look"
    def to_params(self):
        return {"name": self.name, "description": "Looks.", "input_schema": {"type": "object"}}
class Kit:
    def __init__(self, *tools):
        self.tools = tools
    def to_params(self):
        return [tool.to_params() for tool in self.tools]
`;
    const answers = `
def collect(response):
    return [{"type": "tool_result", "content": ""}]
`;
    const loop = `
import anthropic
from anthropic import AnthropicBedrock
from kit import Kit, Look
from answers import collect
Client = anthropic.Anthropic | AnthropicBedrock
def ask(client: Client, messages, betas):
    kit = Kit(Look())
    given = {"tools": kit.to_params(), "messages": messages}
    api = client.beta.messages if betas else client.messages
    response = api.create(**given)
    messages.append(collect(response))
def pick(messages, kinds):
    client = anthropic.Anthropic()
    kit = Kit(*(kind() for kind in kinds))
    client.messages.create(messages=messages, tools=kit.to_params())
`;
    expect(await lines({ 'kit.py': kit, 'answers.py': answers, 'loop.py': loop })).toEqual([
      'agent ask',
      'agent pick',
      'ask uses look',
      'gap unknown-tools',
      'gap unknown-tools',
      'gap unresolved-value',
      'tool look',
    ]);
  });

  it('an agent at the provider has the tools of its set that are on', async () => {
    const text = `
import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
export const clerk = await client.beta.agents.create({
  name: 'clerk',
  model: 'm',
  tools: [{
    type: 'agent_toolset_20300101',
    default_config: { enabled: false, permission_policy: { type: 'always_allow' } },
    configs: [{ name: 'web_fetch', enabled: true }, { name: 'bash', enabled: true, permission_policy: { type: 'always_ask' } }],
  }],
});
`;
    expect(await lines({ 'agent.ts': text })).toEqual([
      'agent clerk',
      'clerk uses bash !permission_policy 0.8',
      'clerk uses web_fetch',
      'tool bash (claude-code:Bash)',
      'tool web_fetch (claude-code:WebFetch)',
    ]);
  });
});

describe('a loop without tools', () => {
  const asking = (before: string, indent: string) => `
import json, re
from openai import OpenAI
client = OpenAI()
def send(to, body): pass
TABLE = {"send": send}
def run(history):
${before}${indent}text = client.chat.completions.create(model="m", messages=history).choices[0].message.content
${indent}found = re.search(r"CALL (\\\\w+) (.*)", text)
${indent}history.append(str(TABLE[found.group(1)](**json.loads(found.group(2)))))
`;

  const agent = ['agent run', 'run uses send', 'tool send'];

  it('is an agent where calls are taken out of the text', async () => {
    expect(await lines({ 'a.py': asking('    while True:\n', '        ') })).toEqual(agent);
  });

  it('is one where the caller keeps the history, and none where the answer to a single question is dropped', async () => {
    expect(await lines({ 'a.py': asking('', '    ') })).toEqual(agent);
    expect(
      await lines({ 'a.py': asking('    history = []\n', '    ').replace('run(history)', 'run()') }),
    ).toEqual([]);
  });

  it('is a gap where what happens with the answer was not read', async () => {
    const text = `
from openai import OpenAI
from elsewhere import act
client = OpenAI()
def run(history):
    while True:
        text = client.chat.completions.create(model="m", messages=history).choices[0].message.content
        history.append(act(text))
`;
    expect(await lines({ 'a.py': text })).toEqual(['gap unsupported']);
  });
});

describe('the shell of the Responses API', () => {
  const box = async (environment: string) => {
    const text = `
from openai import OpenAI
client = OpenAI()
def run(messages):
    while True:
        r = client.responses.create(model="m", input=messages, tools=[{"type": "shell"${environment}}])
        messages.append(r.output)
`;
    const tools = (await factsOf(analyzer, { 'a.py': text })).filter(
      (fact): fact is NodeFact => fact.fact === 'node' && fact.kind === 'tool',
    );
    return tools.map(tool => [tool.symbol, tool.properties?.sandbox]);
  };

  it('runs where its environment says', async () => {
    expect(await box('')).toEqual([['openai:shell', undefined]]);
    expect(await box(', "environment": {"type": "local"}')).toEqual([['openai:shell', undefined]]);
    expect(await box(', "environment": {"type": "container_auto"}')).toEqual([['openai:shell', 'isolated']]);
    const open =
      '{"type": "container_auto", "network_policy": {"type": "allowlist", "allowed_domains": ["x.org"]}}';
    expect(await box(`, "environment": ${open}`)).toEqual([['openai:shell', 'network']]);
  });
});
