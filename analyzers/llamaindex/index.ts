import type { Analyzer } from '../_shared/analyzer.ts';
import { codeFacts } from '../_shared/code/index.ts';
import { distinct } from '../_shared/facts.ts';
import { eventHandlers, wrappers } from './event-handlers.ts';
import { framework } from './framework.ts';

/** LlamaIndex. */
export const analyzer: Analyzer = {
  id: 'llamaindex',
  title: 'LlamaIndex',
  reads: [
    'Event workflows in Python and TypeScript: steps joined by the types of their events',
    'Function, ReAct and code agents, agent workflows with hand-offs, function tools, tool specs, query engine tools, MCP tool specs, in Python and TypeScript',
  ],
  notRead: ['Events that helper functions send'],
  conventions: { transparent: wrappers },
  packages: {
    npm: ['llamaindex', '@llamaindex/workflow', '@llamaindex/workflow-core'],
    pypi: ['llama-index', 'llama-index-core', 'llama-index-workflows'],
  },
  imports: ['llama_index', 'llamaindex', '@llamaindex', '@llama-flow', 'workflows'],
  code: project => distinct([...codeFacts(project, framework), ...eventHandlers(project)]),
};
