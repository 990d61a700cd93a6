import { describe, expect, it } from 'vitest';
import { nodes, offered, read } from './read.ts';

describe('decorators of the project around those of the SDK', () => {
  const registry = `from mcp.server.fastmcp import FastMCP
from mcp.types import ToolAnnotations

READ_ONLY = ToolAnnotations(readOnlyHint=True)


class Registry:
    def __init__(self, server):
        self.server = server

    def reader(self, title):
        return self._register(title, READ_ONLY)

    def _register(self, title, annotations):
        def decorate(function):
            self.server.tool(title=title, annotations=annotations)(checked(function))
            return function

        return decorate


server = FastMCP("desk")
`;

  it('give the tools they register, with what they pass on', async () => {
    const facts = await read({
      'desk/registry.py': registry,
      'desk/notes.py':
        'from .registry import Registry\n\ndef register(tools: Registry):\n    @tools.reader("Read a note")\n    def read_note(id: str) -> str:\n        """Reads a note."""\n        return id\n',
    });
    const [tool] = nodes(facts, 'tool');
    expect(tool).toMatchObject({
      name: 'read_note',
      description: 'Reads a note.',
      annotations: { title: 'Read a note', readOnlyHint: true },
    });
    expect(tool?.parameters?.map(({ name }) => name)).toEqual(['id']);
  });

  it('are not taken for those of the same name that register nothing', async () => {
    const facts = await read({
      'desk/registry.py': registry.replace('(checked(function))', '(checked(other))'),
      'desk/notes.py':
        'from .registry import Registry\n\ndef register(tools: Registry):\n    @tools.reader("x")\n    def read_note(id: str): ...\n',
    });
    expect(nodes(facts, 'tool')).toEqual([]);
  });
});

describe('handlers that a low-level server is made with', () => {
  it('list its tools', async () => {
    const facts = await read({
      'server.py': `from mcp.server.lowlevel import Server
from mcp import types


async def list_tools(_ctx, _params):
    return types.ListToolsResult(tools=[types.Tool(name="convert", description="Converts.", input_schema={"type": "object", "properties": {"text": {"type": "string"}}})])


async def call_tool(_ctx, params):
    return run(params.arguments)


server = Server("pandoc", on_list_tools=list_tools, on_call_tool=call_tool)
`,
    });
    expect(offered(facts)).toEqual(['pandoc: convert']);
    expect(nodes(facts, 'tool')[0]?.handler).toMatchObject({ file: 'server.py', line: 9 });
  });
});

describe('a list that is filled while the program starts', () => {
  it('falls back to the definitions that the objects make, with the names they were given', async () => {
    const facts = await read({
      'desk/base.py': 'class Handler:\n    def __init__(self, tool_name):\n        self.name = tool_name\n',
      'desk/tools.py': `from mcp.types import Tool
from .base import Handler

SEARCH = "search"


class Search(Handler):
    def __init__(self):
        super().__init__(SEARCH)

    def describe(self):
        return Tool(name=self.name, description="Searches.", inputSchema={"type": "object", "properties": {"q": {"type": "string"}}})


class Get(Handler):
    def __init__(self):
        super().__init__("get")

    def describe(self):
        return Tool(name=self.name, description="Gets.", inputSchema={"type": "object", "properties": {}})
`,
      'desk/server.py': `from mcp.server import Server
from . import tools

app = Server("desk")
handlers = {}


def add(handler):
    handlers[handler.name] = handler


add(tools.Search())
add(tools.Get())


@app.list_tools()
async def list_tools():
    return [handler.describe() for handler in handlers.values()]
`,
    });
    const found = nodes(facts, 'tool').map(({ name, description }) => `${name}: ${description}`);
    expect(found.sort()).toEqual(['get: Gets.', 'search: Searches.']);
  });
});
