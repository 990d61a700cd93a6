import { describe, expect, it } from 'vitest';
import { handlerOf, nodes, offered, read } from './read.ts';

describe('FastMCP', () => {
  it('reads decorated functions: name, docstring, signature, annotations', async () => {
    const facts = await read({
      'pyproject.toml': '[project]\nname = "desk-mcp"\n',
      'server.py': `from typing import Annotated, Literal
from mcp.server.fastmcp import Context, FastMCP
from mcp.types import ToolAnnotations
from pydantic import Field

mcp = FastMCP("desk", instructions="Be kind")

@mcp.tool()
async def search(ctx: Context, query: Annotated[str, Field(description="what")], order: Literal["new", "old"] = "new") -> str:
    """Searches the desk."""
    return ""

@mcp.tool(name="remove", description="Removes", annotations=ToolAnnotations(destructiveHint=True))
def delete_it(id: int) -> None:
    pass

@mcp.resource("desk://{name}")
def item(name: str) -> str:
    return ""

@mcp.prompt()
def review(code: str) -> str:
    return code
`,
    });
    expect(offered(facts)).toEqual(['desk: search, remove, desk://{name}, review']);
    expect(nodes(facts, 'mcp-server')[0]).toMatchObject({
      package: 'pypi:desk-mcp',
      properties: { instructions: 'Be kind' },
    });
    const [search, remove] = nodes(facts, 'tool');
    expect(search?.description).toBe('Searches the desk.');
    expect(search?.parameters?.map(({ name, type, description }) => [name, type, description])).toEqual([
      ['query', 'string', 'what'],
      ['order', 'enum', undefined],
    ]);
    expect(remove).toMatchObject({
      name: 'remove',
      description: 'Removes',
      annotations: { destructiveHint: true },
    });
    expect(handlerOf(facts, 'remove')).toBe('server.py:14');
  });

  it('reads both names of the class, optional imports, add_tool and the decorator as a function', async () => {
    const facts = await read({
      'a.py': `try:
    from mcp.server.mcpserver import MCPServer as Server
except ImportError:
    from mcp.server.fastmcp import FastMCP as Server
from tools import one, two

app = Server(name="both")
app.add_tool(one, name="first")
app.tool()(two)
`,
      'tools.py': 'def one(x: int):\n    """One."""\n\ndef two(y: str):\n    """Two."""\n',
    });
    expect(offered(facts)).toEqual(['both: first, two']);
    expect(handlerOf(facts, 'first')).toBe('tools.py:1');
  });

  it('finds tools under further decorators and leaves out what these supply', async () => {
    const facts = await read({
      'core/server.py': 'from fastmcp import FastMCP\nserver = FastMCP("work")\n',
      'auth/service.py': `import inspect
def require_service(kind):
    def outer(func):
        async def wrapper(*args, **kwargs):
            return await func(make(kind), *args, **kwargs)
        wrapper.__signature__ = inspect.signature(func)
        return wrapper
    return outer
`,
      'mail/tools.py': `from core.server import server
from auth.service import require_service

@server.tool()
@require_service("mail")
async def search_mail(service, query: str, limit: int = 10) -> str:
    """Searches mail."""
    return ""
`,
    });
    expect(offered(facts)).toEqual(['work: search_mail']);
    expect(nodes(facts, 'tool')[0]?.parameters?.map(item => item.name)).toEqual(['query', 'limit']);
  });

  it('puts mounted servers under their parent with a prefix', async () => {
    const facts = await read({
      'jira.py':
        'from fastmcp import FastMCP\njira = FastMCP("Jira")\n\n@jira.tool\ndef search(q: str):\n    pass\n',
      'wiki.py':
        'from fastmcp import FastMCP\nwiki = FastMCP("Wiki")\n\n@wiki.tool\ndef search(q: str):\n    pass\n',
      'main.py': `from fastmcp import FastMCP
from jira import jira
from wiki import wiki
main = FastMCP("Main")
main.mount(jira, prefix="jira")
main.mount("wiki", wiki)
`,
      'tests/test_jira.py':
        'from fastmcp import FastMCP\nfrom jira import jira\nt = FastMCP("Test")\nt.mount(jira)\n',
    });
    expect(offered(facts)).toEqual(['Main: jira_search, wiki_search', 'Test: ']);
  });

  it('knows a subclass that overrides the decorator', async () => {
    const facts = await read({
      'base.py': `from fastmcp import FastMCP
class Careful(FastMCP):
    def tool(self, *args, **kwargs):
        return super().tool(*args, **kwargs)
`,
      'a.py':
        'from base import Careful\nmcp = Careful("careful")\n\n@mcp.tool(tags={"x"})\ndef go(a: str):\n    pass\n',
    });
    expect(offered(facts)).toEqual(['careful: go']);
  });

  it('says that tools of an OpenAPI document come at run time', async () => {
    const facts = await read({
      'a.py': 'from fastmcp import FastMCP\nmcp = FastMCP.from_openapi(spec, client, name="api")\n',
    });
    expect(nodes(facts, 'mcp-server').map(node => node.name)).toEqual(['api']);
    expect(facts.flatMap(fact => (fact.fact === 'gap' ? [fact.reason] : []))).toEqual(['runtime-only']);
    expect(nodes(facts, 'unknown')).toHaveLength(1);
  });

  it('says nothing about unrelated decorators', async () => {
    expect(await read({ 'a.py': 'from mine import mcp\n\n@mcp.tool()\ndef x(): pass\n' })).toEqual([]);
  });
});
