import { describe, expect, it } from 'vitest';
import { analyzer as langchain } from '../../../analyzers/langchain/index.ts';
import { analyzer } from '../../../analyzers/named-tools/index.ts';
import { factsOf, outline } from '../code/outline.ts';

const loader = `
from importlib import import_module
def load(path):
    module, name = path.rsplit(":", 1)
    return getattr(import_module(module), name)
`;
const agent = `
from langchain.agents import create_agent
from desk.loader import load
def build(settings):
    return create_agent("m", tools=[load(item.use) for item in settings.tools])
`;
const tools = `
from langchain_core.tools import tool, StructuredTool
@tool
def read_page(url: str) -> str:
    """Reads a page."""
    return url
def _post(text: str) -> str:
    """Posts a text."""
    return text
post_note = StructuredTool.from_function(_post, name="post")
`;
const settings = `
app: desk
tools:
  - name: page
    group: web:read
    use: desk.kit:read_page
  - use: desk.kit:post_note
    enabled: false
  - use: desk.kit:gone
  - use: outside_kit.search:find
models:
  - use: desk.models:big
`;

const read = async (files: { readonly [path: string]: string }): Promise<readonly string[]> =>
  outline(await factsOf(analyzer, files, [langchain])).filter(
    line => !/^build |^agent /.test(line) || line.includes('?'),
  );

describe('tools named in settings', () => {
  it('are the tools of agents that load them by name', async () => {
    const files = { 'py/desk/loader.py': loader, 'py/desk/agent.py': agent, 'py/desk/kit.py': tools };
    const lines = await read({ ...files, 'config.yaml': settings });
    expect(lines).toContain('build uses page ?');
    expect(lines).toContain('build uses find ?');
    expect(lines).toContain('tool find (outside_kit.search.find)');
    expect(lines).toContain('gap unresolved-value');
    expect(lines.some(line => line.includes('post') || line.includes('big'))).toBe(false);
  });

  it('mean nothing for agents whose tools are written out, and in broken or foreign files', async () => {
    const plain = agent.replace('[load(item.use) for item in settings.tools]', '[]');
    const files = { 'py/desk/loader.py': loader, 'py/desk/agent.py': plain, 'py/desk/kit.py': tools };
    expect((await read({ ...files, 'config.yaml': settings })).filter(line => line.endsWith('?'))).toEqual(
      [],
    );
    const open = { ...files, 'py/desk/agent.py': agent };
    for (const text of ['', ': : [', 'tools: no', 'tools:\n  - use: desk.kit\n'])
      expect((await read({ ...open, 'config.yaml': text })).filter(line => line.endsWith('?'))).toEqual([]);
  });
});
