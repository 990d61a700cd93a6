import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/openai-agents/index.ts';
import type { RelationFact } from '../../../src/model/fact.ts';
import { factsOf, outline } from '../code/outline.ts';

const head =
  'from agents import Agent, HostedMCPTool, Runner, StopAtTools, function_tool\nfrom agents.mcp import MCPServerStdio, MCPServerStreamableHttp, create_static_tool_filter\n';

/** Credit and detail of the first barrier on the use of a tool that is defined by the given text. */
async function barrier(text: string, path = 'a.py'): Promise<readonly [number, string] | undefined> {
  const facts = await factsOf(analyzer, { [path]: path.endsWith('.py') ? head + text : text });
  const use = facts.find((fact): fact is RelationFact => fact.fact === 'relation' && fact.kind === 'uses');
  const found = use?.barriers?.[0];
  return found && [found.credit, found.detail];
}

const python = (approval: string, before = ''): string =>
  `${before}\n@function_tool(needs_approval=${approval})\ndef mail(to: str, text: str) -> str:\n  return to\nbot = Agent(name="Bot", tools=[mail])\n`;

describe('needs_approval', () => {
  it('yes and no', async () => {
    expect(await barrier(python('True'))).toEqual([0.8, 'Every call waits for a person.']);
    expect(await barrier(python('False'))).toBeUndefined();
    expect(await barrier(python('ask', 'async def ask(ctx, params, call_id):\n  return True'))).toEqual([
      0.8,
      'Every call waits for a person.',
    ]);
    expect(
      await barrier(python('ask', 'async def ask(ctx, params, call_id):\n  return False')),
    ).toBeUndefined();
  });

  it('a function that lets some calls pass names the hole and earns less', async () => {
    const listed =
      'async def ask(ctx, params, call_id):\n  return not params["to"].endswith("@corp.example")';
    const [credit, detail] = (await barrier(python('ask', listed))) ?? [];
    expect(credit).toBe(0.4);
    expect(detail).toContain('params["to"].endswith("@corp.example")');
    const rare = 'async def ask(ctx, params, call_id):\n  return "press" in params.get("to", "")';
    expect((await barrier(python('ask', rare)))?.[0]).toBe(0.1);
    const large = 'async def ask(ctx, params, call_id):\n  return params["amount"] > 100';
    expect((await barrier(python('ask', large)))?.[0]).toBe(0.3);
  });

  it('a setting of the environment is hardly a gate', async () => {
    expect((await barrier(python('bool(os.environ.get("ASK"))', 'import os')))?.[0]).toBe(0.2);
  });

  it('set after the tool was made', async () => {
    const text =
      '@function_tool\ndef mail(to: str) -> str:\n  return to\nmail.needs_approval = True\nbot = Agent(name="Bot", tools=[mail])\n';
    expect((await barrier(text))?.[0]).toBe(0.8);
  });

  it('in JavaScript: constants, functions, later assignment', async () => {
    const js = (rest: string, approval = ''): string => `
import { Agent, tool } from '@openai/agents';
import { z } from 'zod';
const mail = tool({ name: 'mail', parameters: z.object({ to: z.string() }), ${approval} execute: async ({ to }) => to });
${rest}
export const bot = new Agent({ name: 'Bot', tools: [mail] });
`;
    expect((await barrier(js('', 'needsApproval: true,'), 'a.ts'))?.[0]).toBe(0.8);
    expect((await barrier(js('mail.needsApproval = async () => true;'), 'a.ts'))?.[0]).toBe(0.8);
    const [credit, detail] =
      (await barrier(
        js('', "needsApproval: async (_ctx, { to }) => !to.endsWith('@corp.example'),"),
        'a.ts',
      )) ?? [];
    expect(credit).toBe(0.4);
    expect(detail).toContain('to.endsWith("@corp.example")');
    expect(await barrier(js(''), 'a.ts')).toBeUndefined();
  });
});

describe('MCP servers', () => {
  it('package, filter and approval of a server that the program starts', async () => {
    const text = `
async def main():
    async with MCPServerStdio(
        name="Files", params={"command": "npx", "args": ["-y", "@modelcontextprotocol/server-filesystem", "/data"]},
        tool_filter=create_static_tool_filter(allowed_tool_names=["read_file"], blocked_tool_names=["write_file"]),
        require_approval="always",
    ) as files:
        bot = Agent(name="Bot", mcp_servers=[files])
        await Runner.run(bot, "go")
`;
    const facts = await factsOf(analyzer, { 'a.py': head + text });
    expect(outline(facts)).toEqual([
      'Bot uses Files !require_approval 0.8',
      'agent Bot',
      'mcp-server Files [npm:@modelcontextprotocol/server-filesystem]',
    ]);
    expect(facts.find(fact => fact.fact === 'node' && fact.kind === 'mcp-server')).toMatchObject({
      settings: { tools: ['read_file'], excludeTools: ['write_file'] },
    });
  });

  it('no approval by default; lists become a gate by tool name', async () => {
    const text = `
plain = MCPServerStreamableHttp(name="Plain", params={"url": "https://tools.example/mcp"})
strict = MCPServerStreamableHttp(name="Strict", params={"url": "https://tools.example/other"}, require_approval={"always": {"tool_names": ["delete"]}})
bot = Agent(name="Bot", mcp_servers=[plain, strict])
`;
    const facts = await factsOf(analyzer, { 'a.py': head + text });
    expect(outline(facts)).toEqual([
      'Bot uses Plain',
      'Bot uses Strict',
      'agent Bot',
      'gate require_approval on Strict',
      'mcp-server Plain [url:tools.example/mcp]',
      'mcp-server Strict [url:tools.example/other]',
    ]);
    expect(facts.find(fact => fact.fact === 'gate')).toMatchObject({ guards: ['delete'] });
  });

  it('hosted servers and connectors', async () => {
    const hosted = (rest: string): string =>
      `bot = Agent(name="Bot", tools=[HostedMCPTool(tool_config={"type": "mcp", "server_label": "mail", "connector_id": "connector_gmail"${rest}})])\n`;
    const facts = await factsOf(analyzer, { 'a.py': head + hosted(', "require_approval": "never"') });
    expect(outline(facts)).toEqual([
      'Bot uses mail',
      'agent Bot',
      'mcp-server mail [openai:connector_gmail]',
    ]);
    expect((await barrier(hosted(', "require_approval": "always"')))?.[0]).toBe(0.8);
    expect((await barrier(hosted('')))?.[0]).toBe(0.8);
    const js = `
import { Agent, hostedMcpTool } from '@openai/agents';
export const bot = new Agent({ name: 'Bot', tools: [hostedMcpTool({ serverLabel: 'wiki', serverUrl: 'https://wiki.example/mcp' })] });
`;
    expect(outline(await factsOf(analyzer, { 'a.ts': js }))).toEqual([
      'Bot uses wiki',
      'agent Bot',
      'mcp-server wiki [url:wiki.example/mcp]',
    ]);
  });

  it('a callback that says yes to everything is no gate', async () => {
    const text = `
def yes(request):
    return {"approve": True}
def ask(request):
    return {"approve": input("ok? ") == "y"}
def rule(request):
    return {"approve": request.data.name in SAFE}
`;
    const hosted = (callback: string): string =>
      `${text}bot = Agent(name="Bot", tools=[HostedMCPTool(tool_config={"server_label": "x", "server_url": "https://x.example/mcp", "require_approval": "always"}, on_approval_request=${callback})])\n`;
    expect((await barrier(hosted('yes')))?.[0]).toBe(0);
    expect((await barrier(hosted('ask')))?.[0]).toBe(0.8);
    expect((await barrier(hosted('rule')))?.[0]).toBe(0.3);
  });
});

describe('what a run does with answers', () => {
  it('answers that end the run never get back to the model', async () => {
    const text = (behaviour: string): string => `
@function_tool
def read() -> str: return ""
@function_tool
def send() -> str: return ""
bot = Agent(name="Bot", tools=[read, send], tool_use_behavior=${behaviour})
`;
    const ending = async (behaviour: string): Promise<readonly string[]> => {
      const facts = await factsOf(analyzer, { 'a.py': head + text(behaviour) });
      return facts.flatMap(fact =>
        fact.fact === 'relation' && fact.properties?.returns === false
          ? [
              outline([...facts.filter(item => item.fact === 'node'), fact]).find(line =>
                line.includes(' uses '),
              ) ?? '',
            ]
          : [],
      );
    };
    expect(await ending('"run_llm_again"')).toEqual([]);
    expect(await ending('"stop_on_first_tool"')).toEqual(['Bot uses read', 'Bot uses send']);
    expect(await ending('StopAtTools(stop_at_tool_names=["send"])')).toEqual(['Bot uses send']);
  });
});
