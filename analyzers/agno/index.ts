import type { Analyzer } from '../_shared/analyzer.ts';
import { codeFacts } from '../_shared/code/index.ts';
import { framework } from './framework.ts';

/** Agno. */
export const analyzer: Analyzer = {
  id: 'agno',
  title: 'Agno',
  reads: [
    'Agents, teams and workflows, toolkits with their switches, `@tool` functions with confirmation, own toolkits, knowledge and memory, MCP tools, phidata before it',
  ],
  notRead: ['Tools returned by a function of the run', 'interfaces that bring messages in'],
  packages: { pypi: ['agno', 'phidata'] },
  imports: ['agno', 'phi'],
  code: project => codeFacts(project, framework),
};
