import { expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/google-adk/index.ts';
import { factsOf, outline } from '../code/outline.ts';

const lines = async (files: { readonly [path: string]: string }): Promise<readonly string[]> =>
  outline(await factsOf(analyzer, files));

it('sees nothing in other YAML, and says when a file is broken', async () => {
  expect(await lines({ 'a.yaml': '' })).toEqual([]);
  expect(await lines({ 'a.yaml': 'name: x\nmodel: y\n' })).toEqual([]);
  expect(await lines({ 'a.yaml': 'agent_class: LlmAgent\nname: [x\n' })).toContain('gap syntax-error');
});

it('reads agents, tools, servers and the order of sub-agents', async () => {
  const files = {
    'shop/root_agent.yaml': `
agent_class: SequentialAgent
name: line
sub_agents:
  - config_path: reader.yaml
  - config_path: ./writer.yaml
`,
    'shop/reader.yaml': `
name: reader
model: gemini-2.0-flash
instruction: Read.
tools:
  - name: google_search
  - name: MCPToolset
    args:
      stdio_server_params:
        command: npx
        args: ['-y', 'some-notes-mcp']
`,
    'shop/writer.yaml': `
agent_class: LlmAgent
name: writer
tools:
  - name: shop.tools.post
sub_agents:
  - code: shop.agents.helper
`,
  };
  expect(await lines(files)).toEqual([
    'agent reader',
    'agent writer',
    'gap unresolved-value',
    'line uses reader',
    'line uses writer',
    'mcp-server some-notes-mcp [npm:some-notes-mcp]',
    'reader next writer',
    'reader uses google_search',
    'reader uses some-notes-mcp',
    'tool google_search (google.adk.tools.google_search)',
    'tool post (shop.tools.post)',
    'workflow line',
    'writer uses post',
  ]);
});
