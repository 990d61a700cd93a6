import type { Analyzer } from '../_shared/analyzer.ts';
import { codeFacts } from '../_shared/code/index.ts';
import { framework } from './framework.ts';

/** Google ADK. */
export const analyzer: Analyzer = {
  id: 'google-adk',
  title: 'Google ADK',
  reads: [
    'LLM, sequential, parallel and loop agents, plain functions as tools, `FunctionTool` with confirmation, `AgentTool`, MCP toolsets, code executors, in Python and JavaScript',
  ],
  notRead: ['Callbacks that stop calls', 'agents in YAML', 'OpenAPI and API hub toolsets'],
  packages: { npm: ['@google/adk'], pypi: ['google-adk'] },
  imports: ['google.adk', '@google/adk'],
  code: project => codeFacts(project, framework),
};
