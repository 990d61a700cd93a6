import type { Analyzer } from '../_shared/analyzer.ts';
import { codeFacts } from '../_shared/code/index.ts';
import { framework } from './framework.ts';

/** LlamaIndex. */
export const analyzer: Analyzer = {
  id: 'llamaindex',
  title: 'LlamaIndex',
  reads: [
    'Event workflows: steps joined by the types of their events',
    'Function, ReAct and code agents, agent workflows with hand-offs, function tools, tool specs, query engine tools, MCP tool specs, in Python and TypeScript',
  ],
  notRead: ['Event workflows in TypeScript'],
  packages: {
    npm: ['llamaindex', '@llamaindex/workflow'],
    pypi: ['llama-index', 'llama-index-core', 'llama-index-workflows'],
  },
  imports: ['llama_index', 'llamaindex', '@llamaindex', 'workflows'],
  code: project => codeFacts(project, framework),
};
