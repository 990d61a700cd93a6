import type { Analyzer } from '../_shared/analyzer.ts';
import { codeFacts } from '../_shared/code/index.ts';
import { framework } from './framework.ts';
import { pluginGates } from './plugins.ts';
import { yamlFacts } from './yaml.ts';

/** Google ADK. */
export const analyzer: Analyzer = {
  id: 'google-adk',
  title: 'Google ADK',
  reads: [
    'LLM, sequential, parallel and loop agents, plain functions as tools, `FunctionTool` with confirmation, `AgentTool`, MCP toolsets, code executors, in Python and JavaScript',
    'Callbacks before tool calls, of agents and of the plugins of a runner or app',
    'Agents in YAML with their tools, servers and sub-agents by path',
  ],
  notRead: ['Callbacks around model calls', 'OpenAPI and API hub toolsets', 'Code that YAML agents name'],
  packages: { npm: ['@google/adk'], pypi: ['google-adk'] },
  imports: ['google.adk', '@google/adk'],
  files: [/\.ya?ml$/i],
  together: yamlFacts,
  code: project => [...codeFacts(project, framework), ...pluginGates(project)],
};
