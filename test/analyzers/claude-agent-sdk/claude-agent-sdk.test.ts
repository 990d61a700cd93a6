import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/claude-agent-sdk/index.ts';
import { factsOf, outline } from '../code/outline.ts';

const lines = async (path: string, text: string): Promise<readonly string[]> =>
  outline(await factsOf(analyzer, { [path]: text }));

const uses = async (path: string, text: string): Promise<readonly string[]> =>
  (await lines(path, text)).filter(line => / (uses|delegates) /.test(line));

describe('what is not the SDK', () => {
  it('reads nothing from empty, foreign and broken files', async () => {
    expect(await lines('a.py', '')).toEqual([]);
    expect(await lines('a.ts', "import { query } from './db';\nquery({ prompt: 'x' });\n")).toEqual([]);
    const broken = 'from claude_agent_sdk import query\nquery(prompt="x")\ndef (:\n';
    expect(await lines('a.py', broken)).toContain('agent a');
  });
});

const ts = (options: string, before = ''): string => `
import { createSdkMcpServer, query, tool } from '@anthropic-ai/claude-agent-sdk';
import { z } from 'zod';
${before}
export const clerk = query({ prompt: 'go', options: ${options} });
`;

const py = (options: string, before = ''): string => `
from claude_agent_sdk import AgentDefinition, ClaudeAgentOptions, ClaudeSDKClient, create_sdk_mcp_server, tool
${before}
clerk = ClaudeSDKClient(options=ClaudeAgentOptions(${options}))
`;

describe('built-in tools and permissions', () => {
  it('has every built-in tool without settings, those that act behind the default refusal', async () => {
    expect(await uses('a.ts', ts('{}'))).toEqual([
      'clerk uses Bash !default approval 0.8',
      'clerk uses Edit !default approval 0.8',
      'clerk uses Glob',
      'clerk uses Grep',
      'clerk uses NotebookEdit !default approval 0.8',
      'clerk uses Read',
      'clerk uses WebFetch !default approval 0.8',
      'clerk uses WebSearch !default approval 0.8',
      'clerk uses Write !default approval 0.8',
    ]);
  });

  it('allowed_tools lets run and takes nothing away; tools and disallowed_tools take away', async () => {
    expect(
      await uses(
        'a.py',
        py('allowed_tools=["WebFetch"], disallowed_tools=["Bash", "Write", "Edit", "NotebookEdit"]'),
      ),
    ).toEqual([
      'clerk uses Glob',
      'clerk uses Grep',
      'clerk uses Read',
      'clerk uses WebFetch',
      'clerk uses WebSearch !default approval 0.8',
    ]);
    expect(
      await uses('a.ts', ts("{ tools: ['Read', 'WebFetch'], permissionMode: 'bypassPermissions' }")),
    ).toEqual(['clerk uses Read', 'clerk uses WebFetch']);
  });

  it('modes: edits accepted, everything bypassed, planned only', async () => {
    const only = (mode: string): string => ts(`{ tools: ['Write', 'WebFetch'], permissionMode: '${mode}' }`);
    expect(await uses('a.ts', only('acceptEdits'))).toEqual([
      'clerk uses WebFetch !default approval 0.8',
      'clerk uses Write',
    ]);
    expect(await uses('a.ts', only('bypassPermissions'))).toEqual([
      'clerk uses WebFetch',
      'clerk uses Write',
    ]);
    expect(await uses('a.ts', only('dontAsk'))).toEqual([
      'clerk uses WebFetch !dontAsk 1',
      'clerk uses Write !dontAsk 1',
    ]);
    expect(await uses('a.ts', only('plan'))).toEqual([
      'clerk uses WebFetch !plan mode 0.8',
      'clerk uses Write !plan mode 0.8',
    ]);
  });

  it('a permission callback is worth what its body does', async () => {
    const callback = (body: string): string =>
      py(
        'tools=["WebFetch"], can_use_tool=decide',
        `from claude_agent_sdk import PermissionResultAllow, PermissionResultDeny\nasync def decide(name, args, ctx):\n${body}`,
      );
    expect(await uses('a.py', callback('    return PermissionResultAllow()'))).toEqual([
      'clerk uses WebFetch !canUseTool 0',
    ]);
    expect(
      await uses(
        'a.py',
        callback(
          '    if input("ok? ") == "y":\n        return PermissionResultAllow()\n    return PermissionResultDeny()',
        ),
      ),
    ).toEqual(['clerk uses WebFetch !canUseTool 0.8']);
    expect(
      await uses(
        'a.py',
        callback(
          '    if name in LIST:\n        return PermissionResultAllow()\n    return PermissionResultDeny()',
        ),
      ),
    ).toEqual(['clerk uses WebFetch !canUseTool 0.3']);
  });

  it('a hook before tool calls guards only what it matches', async () => {
    const hook = `
const check = async () => ({ decision: 'block' });`;
    const options =
      "{ tools: ['Write', 'WebFetch'], permissionMode: 'bypassPermissions', hooks: { PreToolUse: [{ matcher: 'Write|Edit', hooks: [check] }] } }";
    expect(await uses('a.ts', ts(options, hook))).toEqual([
      'clerk uses WebFetch',
      'clerk uses Write !PreToolUse hook 0.3',
    ]);
  });
});

describe('servers and sub-agents', () => {
  it('in-process servers with their tools, in both languages', async () => {
    const before = `
const find = tool('find_parcel', 'Finds a parcel.', { code: z.string() }, async ({ code }) => ({ content: [] }));
const desk = createSdkMcpServer({ name: 'desk', version: '1.0.0', tools: [find] });`;
    const found = await lines(
      'a.ts',
      ts("{ tools: [], mcpServers: { desk }, allowedTools: ['mcp__desk__find_parcel'] }", before),
    );
    expect(found).toEqual(
      expect.arrayContaining([
        'mcp-server desk',
        'tool find_parcel',
        'desk provides find_parcel',
        'clerk uses desk',
      ]),
    );
    const python = py(
      'tools=[], mcp_servers={"desk": desk}',
      '@tool("find_parcel", "Finds a parcel.", {"code": str})\nasync def find(args):\n    return {}\ndesk = create_sdk_mcp_server(name="desk", tools=[find])',
    );
    const facts = await factsOf(analyzer, { 'a.py': python });
    expect(outline(facts)).toEqual(expect.arrayContaining(['desk provides find_parcel', 'clerk uses desk']));
    expect(facts.find(fact => fact.fact === 'node' && fact.name === 'find_parcel')).toMatchObject({
      description: 'Finds a parcel.',
      parameters: [{ name: 'code', type: 'string', required: true }],
      handler: { file: 'a.py' },
    });
  });

  it('servers by command and by address, unknown ones as a gap', async () => {
    const options =
      "{ tools: [], mcpServers: { notes: { command: 'npx', args: ['-y', 'some-notes-mcp'] }, far: { type: 'http', url: 'https://far.example/mcp' } } }";
    expect(await lines('a.ts', ts(options))).toEqual(
      expect.arrayContaining([
        'mcp-server notes [npm:some-notes-mcp]',
        'mcp-server far [url:far.example/mcp]',
      ]),
    );
    expect(await lines('a.ts', ts('{ tools: [], mcpServers: serversOf(process.argv) }'))).toContain(
      'gap unknown-tools',
    );
  });

  it('sub-agents inherit the tools unless they name their own', async () => {
    const options =
      'tools=["Read", "WebFetch"], permission_mode="bypassPermissions", agents={"scout": AgentDefinition(description="Looks.", prompt="Look.", tools=["WebFetch"]), "twin": AgentDefinition(description="Same.", prompt="Same.")}';
    expect(await uses('a.py', py(options))).toEqual([
      'clerk delegates scout',
      'clerk delegates twin',
      'clerk uses Read',
      'clerk uses WebFetch',
      'scout uses WebFetch',
      'twin uses Read',
      'twin uses WebFetch',
    ]);
  });

  it('options merged by a spread over defaults', async () => {
    const text = `
import { query } from '@anthropic-ai/claude-agent-sdk';
class Desk {
  defaults = { tools: ['WebFetch'], permissionMode: 'bypassPermissions' };
  run(prompt: string, options = {}) {
    return query({ prompt, options: { ...this.defaults, ...options } });
  }
}
new Desk().run('x');
`;
    const found = await lines('a.ts', text);
    expect(found.filter(line => line.includes(' uses '))).toEqual([expect.stringMatching(/ uses WebFetch$/)]);
  });

  it('the older package names', async () => {
    expect(
      await lines(
        'a.py',
        'from claude_code_sdk import query, ClaudeCodeOptions\nrun = query(prompt="x", options=ClaudeCodeOptions(system_prompt="You sort mail."))\n',
      ),
    ).toEqual(expect.arrayContaining(['agent run', 'run prompt instructs run']));
  });
});

it('requests that reach the run start it', async () => {
  const text = `
from fastapi import FastAPI
from claude_agent_sdk import ClaudeAgentOptions, query
app = FastAPI()
async def answer(text):
    async for part in query(prompt=text, options=ClaudeAgentOptions(tools=["Read"])):
        yield part
@app.post("/ask")
async def ask(body: dict):
    return answer(body["text"])
`;
  expect(await lines('a.py', text)).toEqual(
    expect.arrayContaining(['trigger /ask', expect.stringMatching(/^\/ask triggers /)]),
  );
});
