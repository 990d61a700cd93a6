import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/provider-loops/index.ts';
import type { Fact, NodeFact } from '../../../src/model/fact.ts';
import { factsOf } from '../code/outline.ts';

const toolsOf = (facts: readonly Fact[]): readonly string[] =>
  facts
    .filter((fact): fact is NodeFact => fact.fact === 'node' && fact.kind === 'tool')
    .map(({ name, handler }) => `${name} ${handler ? `${handler.file}:${handler.line}` : 'nothing'}`)
    .sort();
const gapsOf = (facts: readonly Fact[]): readonly string[] =>
  facts.flatMap(fact => (fact.fact === 'gap' ? [fact.detail] : []));

const registry = `
from google.genai import types
class Shelf:
    def __init__(self, things):
        self._things = {thing.name: thing for thing in things}
    def declared(self):
        return [types.Tool(function_declarations=[t.declare() for t in self._things.values()])]
    def act(self, name, args):
        return self._things[name].execute(**args)
class Tide:
    name = "tide_at"
    def declare(self):
        return types.FunctionDeclaration(name=self.name, description="Tides.", parameters_json_schema={"type": "object"})
    def execute(self, port):
        return port
`;
const clerk = `
from google import genai
from google.genai import types
from shelf import Shelf, Tide
class Clerk:
    def __init__(self, shelf: Shelf):
        self._client = None
        self._shelf = shelf
    def _ready(self):
        if self._client is None:
            self._client = genai.Client()
        return self._client
    def run(self, contents):
        settings = {"tools": self._shelf.declared()}
        while True:
            r = self._ready().models.generate_content(model="m", contents=contents, config=types.GenerateContentConfig(**settings))
            for call in r.function_calls:
                contents.append(types.Part.from_function_response(name=call.name, response=self._shelf.act(call.name, call.args)))
`;

describe('tools that are objects of the program', () => {
  it('in a shelf handed to the agent: the class that makes the schema does the work', async () => {
    const facts = await factsOf(analyzer, {
      'shelf.py': registry,
      'clerk.py': clerk,
      'main.py': 'from clerk import Clerk\nfrom shelf import Shelf, Tide\nClerk(Shelf([Tide()])).run([])\n',
    });
    expect(toolsOf(facts)).toEqual(['tide_at shelf.py:14']);
    expect(gapsOf(facts)).toEqual([]);
  });

  it('an empty list of declarations is no list that nobody knows', async () => {
    const facts = await factsOf(analyzer, {
      'shelf.py': registry,
      'clerk.py': clerk,
      'main.py': 'from clerk import Clerk\nfrom shelf import Shelf\nClerk(Shelf([])).run([])\n',
    });
    expect(toolsOf(facts)).toEqual([]);
    expect(gapsOf(facts)).toEqual([]);
  });

  it('with one base that makes all schemas: the class of that name does the work', async () => {
    const facts = await factsOf(analyzer, {
      'bot.py': `
from anthropic import Anthropic
class Part:
    name = ""
    def schema(self):
        return {"name": self.name, "description": "x", "input_schema": {"type": "object", "properties": {}}}
    def execute(self, **given):
        raise NotImplementedError
class Sun(Part):
    name = "sun_now"
    def execute(self, **given):
        return 1
class Moon(Part):
    def __init__(self):
        self.name = "moon_now"
    def execute(self, **given):
        return 2
class Bot:
    def __init__(self, parts):
        self.client = Anthropic()
        self.parts = parts
        self.by_name = {p.name: p for p in parts}
    def loop(self, messages):
        while True:
            r = self.client.messages.create(model="m", messages=messages, tools=[p.schema() for p in self.parts])
            for block in r.content:
                messages.append({"type": "tool_result", "content": self.by_name[block.name].execute(**block.input)})
Bot([Sun(), Moon()]).loop([])
`,
    });
    expect(toolsOf(facts)).toEqual(['moon_now bot.py:16', 'sun_now bot.py:11']);
  });
});
