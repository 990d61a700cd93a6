import type { Fact } from '../../src/model/fact.ts';
import type { Analyzer } from '../_shared/analyzer.ts';
import { tellTriggers } from '../_shared/code/triggers.ts';
import { mergeTwins } from '../_shared/code/twins.ts';
import { tellAgent } from './agents.ts';
import { framework, Scan } from './scan.ts';
import { agentSymbols } from './symbols.ts';

/** The Claude Agent SDK in Python and TypeScript, and its earlier names. */
export const analyzer: Analyzer = {
  id: 'claude-agent-sdk',
  title: 'Claude Agent SDK',
  reads: [
    'query and ClaudeSDKClient with their options, also merged by spread and set later',
    'Built-in tools that are left by tools and disallowedTools; what allowedTools lets run without asking',
    'Permission modes, canUseTool, hooks before tool calls, sandbox settings',
    'Sub-agents, MCP servers by command and address, in-process servers with their tools',
  ],
  notRead: [
    'Settings files that the SDK loads from the machine',
    'Plugins and skills by path',
    'Sessions resumed by id',
  ],
  packages: {
    pypi: ['claude-agent-sdk', 'claude-code-sdk'],
    npm: ['@anthropic-ai/claude-agent-sdk', '@anthropic-ai/claude-code'],
  },
  imports: [
    'claude_agent_sdk',
    'claude_code_sdk',
    '@anthropic-ai/claude-agent-sdk',
    '@anthropic-ai/claude-code',
  ],
  *code(project): Iterable<Fact> {
    const scan = new Scan(project);
    const calls = project.calls(agentSymbols);
    for (const call of calls) tellAgent(scan, call);
    const runs = calls.map(call => ({ call, agent: project.ref(call) }));
    scan.add(...tellTriggers(project, framework, runs));
    yield* mergeTwins(scan.facts);
  },
};
