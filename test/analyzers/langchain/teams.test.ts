import { describe, expect, it } from 'vitest';
import { gates, node, read, targets } from './read.ts';

const head = `
from langchain.agents import create_agent
def send(x: str): ...
def find(x: str): ...
`;

describe('teams', () => {
  it('an agent run inside a tool', async () => {
    const text = `${head}
scout = create_agent("m", [find])
def ask_scout(q: str):
    return scout.invoke({"messages": [q]})["messages"][-1]
boss = create_agent("m", [ask_scout])
`;
    const facts = await read({ 'a.py': text });
    expect(targets(facts, 'ask_scout', 'delegates')).toEqual(['scout']);
    expect(targets(facts, 'boss', 'uses')).toEqual(['ask_scout', 'm']);
  });

  it('as_tool', async () => {
    const text = `${head}
scout = create_agent("m", [find])
boss = create_agent("m", [scout.as_tool(name="scouting", description="d")])
`;
    expect(targets(await read({ 'a.py': text }), 'scouting', 'delegates')).toEqual(['scout']);
  });

  it('a supervisor hands the history over and gets it back', async () => {
    const text = `${head}
from langgraph_supervisor import create_supervisor
one = create_agent("m", [find], name="one")
two = create_agent("m", [send], name="two")
team = create_supervisor([one, two], model=None, supervisor_name="lead").compile()
`;
    const facts = await read({ 'a.py': text });
    expect(targets(facts, 'lead', 'hands-off')).toEqual(['one', 'two']);
    expect(targets(facts, 'one', 'hands-off')).toEqual(['lead']);
  });

  it('a swarm with hand-off tools, and a hand-off by Command', async () => {
    const text = `
import { createReactAgent } from '@langchain/langgraph/prebuilt';
import { createSwarm, createHandoffTool } from '@langchain/langgraph-swarm';
import { Command } from '@langchain/langgraph';
import { tool } from '@langchain/core/tools';
const toB = tool(async () => new Command({ goto: 'b', graph: Command.PARENT }), { name: 'to_b' });
const a = createReactAgent({ llm, name: 'a', tools: [toB] });
const b = createReactAgent({ llm, name: 'b', tools: [createHandoffTool({ agentName: 'a' }), createHandoffTool({ agentName: 'nobody' })] });
export const swarm = createSwarm({ agents: [a, b], defaultActiveAgent: 'a' }).compile();
`;
    const facts = await read({ 'a.ts': text });
    expect(targets(facts, 'a', 'hands-off')).toEqual(['b']);
    expect(targets(facts, 'b', 'hands-off')).toEqual(['a']);
    expect(targets(facts, 'swarm', 'uses')).toEqual(['a', 'b']);
    expect(facts).toContainEqual(
      expect.objectContaining({ fact: 'gap', detail: expect.stringContaining('nobody') }),
    );
  });
});

describe('deep agents', () => {
  const deep = (rest: string): string => `${head}
from deepagents import create_deep_agent
from deepagents.backends import FilesystemBackend, LocalShellBackend
${rest}
`;

  it('have file tools, a to-do list and the general sub-agent', async () => {
    const facts = await read({ 'a.py': deep('bot = create_deep_agent(model="m", tools=[find])') });
    expect(targets(facts, 'bot', 'uses')).toEqual([
      'edit_file',
      'find',
      'glob',
      'grep',
      'ls',
      'm',
      'read_file',
      'write_file',
      'write_todos',
    ]);
    expect(targets(facts, 'bot', 'delegates')).toEqual(['general-purpose']);
    expect(targets(facts, 'general-purpose', 'uses')).toContain('find');
    expect(node(facts, 'read_file')).toMatchObject({
      symbol: 'deepagents:read_file',
      settings: { backend: 'StateBackend' },
    });
  });

  it('a backend that runs commands adds execute', async () => {
    const facts = await read({
      'a.py': deep('bot = create_deep_agent(model="m", tools=[], backend=LocalShellBackend(root_dir="."))'),
    });
    expect(targets(facts, 'bot', 'uses')).toContain('execute');
    expect(node(facts, 'execute')?.settings).toEqual({ backend: 'LocalShellBackend', root_dir: '.' });
  });

  it('sub-agents have their own tools or those of the main agent, and its approvals', async () => {
    const facts = await read({
      'a.py': deep(`
bot = create_deep_agent(model="m", tools=[find, send], interrupt_on={"send": True}, subagents=[
    {"name": "reader", "description": "reads", "system_prompt": "p", "tools": [find]},
    {"name": "twin", "description": "d", "system_prompt": "p", "interrupt_on": {}},
])`),
    });
    expect(targets(facts, 'bot', 'delegates')).toEqual(['general-purpose', 'reader', 'twin']);
    expect(targets(facts, 'reader', 'uses')).not.toContain('send');
    expect(targets(facts, 'twin', 'uses')).toContain('send');
    expect(gates(facts).map(gate => gate.scope)).toHaveLength(3);
  });

  it('file middleware of its own takes the place of the default', async () => {
    const facts = await read({
      'a.py': deep(`
from deepagents.middleware import FilesystemMiddleware
bot = create_deep_agent(model="m", tools=[], subagents=[
    {"name": "general-purpose", "description": "d", "system_prompt": "p", "middleware": [FilesystemMiddleware(tools=["read_file", "ls"])]},
])`),
    });
    expect(targets(facts, 'bot', 'delegates')).toEqual(['general-purpose']);
    expect(targets(facts, 'general-purpose', 'uses')).toEqual(['ls', 'read_file']);
  });

  it('a managed deep agent has the servers of its connectors folder', async () => {
    const facts = await read({
      'desk/agent.py': `${head}
from managed_deepagents import define_deep_agent
agent = define_deep_agent(name="desk", model="m", tools=[find])
`,
      'desk/connectors/mcp.py': `
from managed_deepagents.connectors import define_mcp_servers
connector = define_mcp_servers(mcp_servers={"manuals": {"transport": "http", "url": "https://manuals.example/mcp"}})
`,
      'other/connectors/mcp.py': `
from managed_deepagents.connectors import define_mcp_servers
connector = define_mcp_servers(mcp_servers={"elsewhere": {"transport": "http", "url": "https://elsewhere.example/mcp"}})
`,
    });
    const uses = targets(facts, 'desk', 'uses');
    expect(uses).toContain('find');
    expect(uses).toContain('manuals');
    expect(uses).not.toContain('elsewhere');
  });

  it('middleware gives sub-agents to a plain agent', async () => {
    const text = `${head}
from deepagents.middleware import SubAgentMiddleware
bot = create_agent("m", [find], middleware=[SubAgentMiddleware(subagents=[{"name": "writer", "description": "d", "system_prompt": "p", "tools": [send]}])])
`;
    const facts = await read({ 'a.py': text });
    expect(targets(facts, 'bot', 'delegates')).toEqual(['writer']);
    expect(targets(facts, 'writer', 'uses')).toEqual(['send']);
  });

  it('middleware that brings tools', async () => {
    const text = `${head}
from langchain.agents.middleware import ShellToolMiddleware, TodoListMiddleware, DockerExecutionPolicy, AgentMiddleware
class More(AgentMiddleware):
    tools = [send]
bot = create_agent("m", [], middleware=[ShellToolMiddleware(), TodoListMiddleware(), More()])
boxed = create_agent("m", [], middleware=[ShellToolMiddleware(execution_policy=DockerExecutionPolicy())])
`;
    const facts = await read({ 'a.py': text });
    expect(targets(facts, 'bot', 'uses')).toEqual(['m', 'send', 'shell', 'write_todos']);
    const shells = facts.flatMap(fact =>
      fact.fact === 'node' && fact.name === 'shell' ? [fact.properties?.sandbox] : [],
    );
    expect(shells).toEqual([undefined, 'isolated']);
  });
});
