import type { Analyzer } from '../_shared/analyzer.ts';
import { codeFacts } from '../_shared/code/index.ts';
import { framework } from './framework.ts';

/** smolagents. */
export const analyzer: Analyzer = {
  id: 'smolagents',
  title: 'smolagents',
  reads: [
    'Code and tool-calling agents, managed agents, `@tool` functions, `Tool` classes, base tools, MCP collections',
  ],
  notRead: ['Authorised imports and executors', 'tools loaded from a hub'],
  packages: { pypi: ['smolagents'] },
  imports: ['smolagents'],
  code: project => codeFacts(project, framework),
};
