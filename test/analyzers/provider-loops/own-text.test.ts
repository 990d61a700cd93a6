import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/provider-loops/index.ts';
import { factsOf, outline } from '../code/outline.ts';

const lines = async (files: { readonly [path: string]: string }): Promise<readonly string[]> =>
  outline(await factsOf(analyzer, files));

const head = `
import re
from openai import OpenAI
client = OpenAI()

def look(place):
    """Looks a place up."""
    return place

def write(text):
    return text

def ask(messages):
    return client.chat.completions.create(model="m", messages=messages).choices[0].message.content
`;

describe('calls taken out of the text of an answer', () => {
  it('a table of functions, the result put back', async () => {
    const text = `${head}
known = {"look": look, "write": write}
wanted = re.compile(r"^Do: (\\w+): (.*)$")

def run(question):
    messages = [{"role": "user", "content": question}]
    for _ in range(5):
        reply = ask(messages)
        found = wanted.match(reply)
        if not found:
            return reply
        name, value = found.groups()
        seen = known[name](value)
        messages.append({"role": "user", "content": seen})
`;
    const out = await lines({ 'a.py': text });
    expect(out.filter(line => line.startsWith('agent'))).toEqual([expect.stringContaining('run')]);
    expect(out.filter(line => line.startsWith('tool')).length).toBe(2);
  });

  it('in a node of a graph: the agent is that node, unless its tools are known here', async () => {
    const text = (table: string, rest: string): string => `${head}
known = ${table}
wanted = re.compile(r"^Do: (\\w+): (.*)$")

def step(state):
    messages = [{"role": "user", "content": state["question"]}]
    for _ in range(5):
        reply = ask(messages)
        found = wanted.match(reply)
        if not found:
            return reply
        name, value = found.groups()
        messages.append({"role": "user", "content": known[name](value)})
${rest}
`;
    const graph = 'from langgraph.graph import StateGraph\ng = StateGraph(dict)\ng.add_node("step", step)';
    const agents = (out: readonly string[]) => out.filter(line => line.startsWith('agent'));
    const found = async (table: string, rest: string) => agents(await lines({ 'a.py': text(table, rest) }));
    expect(await found('load()', '')).toHaveLength(1);
    expect(await found('load()', graph)).toEqual([]);
    expect(await found('{"look": look}', graph)).toHaveLength(1);
  });

  it('branches on the name, the result fed to an object that can be called', async () => {
    const text = `${head}
class Desk:
    def __init__(self):
        self.messages = []
    def __call__(self, text):
        self.messages.append({"role": "user", "content": text})
        return ask(self.messages)

def run(question):
    desk = Desk()
    following = question
    while True:
        reply = desk(following)
        call = re.search("<do>(.*)</do>", reply)
        name = call.group(1)
        if name == "look":
            seen = look(reply)
        elif name == "write":
            seen = write(reply)
        following = f"Seen: {seen}"
`;
    const out = await lines({ 'a.py': text });
    expect(out.filter(line => line.startsWith('agent')).length).toBe(1);
    expect(out.filter(line => line.startsWith('tool')).map(line => /look|write/.exec(line)?.[0])).toEqual([
      'look',
      'write',
    ]);
  });

  it('a list searched by name, in TypeScript, with the model asked over HTTP', async () => {
    const out = await lines({
      'model.ts': `
export async function chat(messages: unknown[]): Promise<string> {
  const answer = await fetch('https://models.example.net/v1/chat/completions', { method: 'POST', body: JSON.stringify({ messages }) });
  return (await answer.json()).choices[0].message.content;
}
`,
      'tools.ts': `
const noteTool = { name: 'note', description: 'Keeps a note.', run: (p: any) => p.text };
const mailTool = { name: 'mail', description: 'Sends mail.', run: (p: any) => p.to };
const list = [noteTool, mailTool];
const registry = new Map(list.map(t => [t.name, t]));
export function pick(name: string) { const tool = registry.get(name); return tool; }
export async function runCall(call: { tool: string; params: unknown }) {
  const tool = pick(call.tool);
  return await tool!.run(call.params);
}
`,
      'agent.ts': `
import { chat } from './model.ts';
import { runCall } from './tools.ts';
function parse(text: string) { return JSON.parse(text).calls; }
export async function loop(messages: any[]) {
  for (let i = 0; i < 5; i++) {
    const reply = await chat(messages);
    const calls = parse(reply);
    if (calls.length === 0) return reply;
    const results = await Promise.all(calls.map((call: any) => runCall(call)));
    messages.push({ role: 'user', content: results.join() });
  }
}
`,
    });
    expect(out.filter(line => line.startsWith('agent'))).toEqual([expect.stringContaining('loop')]);
    expect(out.filter(line => line.startsWith('tool')).map(line => /note|mail/.exec(line)?.[0])).toEqual([
      'mail',
      'note',
    ]);
  });

  it('what is registered later is an unknown, not silence', async () => {
    const text = `${head}
def run(question, table):
    messages = [question]
    while True:
        name = ask(messages)
        messages.append(table[name](question))
`;
    const out = await lines({ 'a.py': text });
    expect(out.some(line => line.startsWith('unknown'))).toBe(true);
    expect(out.some(line => line.startsWith('gap unknown-tools'))).toBe(true);
  });
});

describe('loops around loops', () => {
  it('the one further in is the agent, not the one that only asks it twice', async () => {
    const text = `${head}
known = {"look": look}
class Worker:
    def work(self, task):
        messages = [task]
        while True:
            name = ask(messages)
            if not name:
                return messages[-1]
            messages.append(known[name](task))

def plan_and_work(task):
    worker = Worker()
    for _ in range(2):
        plan = worker.work(task)
        task = worker.work(plan)
    return task
`;
    expect((await lines({ 'a.py': text })).filter(line => line.startsWith('agent'))).toEqual([
      'agent Worker',
    ]);
  });
});

describe('what is no agent', () => {
  it('one question, a chat without functions, commands of a person', async () => {
    const text = `${head}
def once(q):
    return ask([q])

def chat():
    messages = []
    while True:
        said = input("> ")
        if said == "reset":
            messages = []
        elif said == "save":
            write(said)
        messages.append(said)
        reply = ask(messages)
        messages.append(reply)
        print(reply)
`;
    expect((await lines({ 'a.py': text })).filter(line => line.startsWith('agent'))).toEqual([]);
  });

  it('an answer looked up in a table of texts, and one that nothing runs by', async () => {
    const text = `${head}
names = {"a": 1}
def classify(items):
    out = []
    for item in items:
        label = ask([item])
        out.append(names[label])
    return out
`;
    expect((await lines({ 'a.py': text })).filter(line => line.startsWith('agent'))).toEqual([]);
  });

  it('a result that never reaches the model', async () => {
    const text = `${head}
known = {"look": look}
def route(items):
    for item in items:
        label = ask([item])
        print(known[label](item))
`;
    expect((await lines({ 'a.py': text })).filter(line => line.startsWith('agent'))).toEqual([]);
  });
});
