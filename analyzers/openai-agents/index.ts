import type { Fact } from '../../src/model/fact.ts';
import type { Barrier } from '../../src/model/graph.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { Analyzer } from '../_shared/analyzer.ts';
import { mergeTwins } from '../_shared/code/twins.ts';
import { findAgents, tellAgent } from './agents.ts';
import { tellRuns } from './runs.ts';
import { Scan } from './scan.ts';

/** The OpenAI Agents SDK in Python (`agents`) and JavaScript (`@openai/agents`). */
export const analyzer: Analyzer = {
  id: 'openai-agents',
  title: 'OpenAI Agents SDK',
  reads: [
    'Agents, realtime and sandbox agents, clones; tools set or added later',
    'Tools: function_tool, tool(), FunctionTool, hosted tools, tool namespaces, agents as tools, agents run inside a tool',
    'Hand-offs in every form, also assigned after construction; runs that pass their answer on',
    'MCP servers over stdio, HTTP and SSE with tool filters, hosted MCP servers and connectors',
    'Gates: needs_approval, require_approval, approval callbacks, guardrails, tool_use_behavior',
    'Sessions, and who starts a run: a person at a terminal, a request, a chat message',
  ],
  notRead: [
    'What a dynamic tool filter or is_enabled function decides',
    'Approval that the application adds around a tool by itself',
    'Prompts kept at the provider',
  ],
  packages: {
    pypi: ['openai-agents'],
    npm: ['@openai/agents', '@openai/agents-core', '@openai/agents-realtime', '@openai/agents-extensions'],
  },
  imports: [
    'agents',
    '@openai/agents',
    '@openai/agents-core',
    '@openai/agents-realtime',
    '@openai/agents-openai',
    '@openai/agents-extensions',
  ],
  *code(project): Iterable<Fact> {
    yield* read(project);
  },
};

function read(project: Project): readonly Fact[] {
  const scan = new Scan(project);
  findAgents(scan);
  const guardrails = new Map<string, readonly Barrier[]>(
    scan.agents.map(agent => [agent.ref, tellAgent(scan, agent)]),
  );
  tellRuns(scan, guardrails);
  const facts = mergeTwins(scan.facts);
  const incomplete = new Set(
    facts.flatMap(fact =>
      fact.fact === 'gap' && fact.reason === 'unknown-tools' ? (fact.affects ?? []) : [],
    ),
  );
  return facts.map(fact =>
    fact.fact === 'node' && fact.kind === 'agent' && incomplete.has(fact.ref)
      ? { ...fact, properties: { ...fact.properties, toolsComplete: false } }
      : fact,
  );
}
