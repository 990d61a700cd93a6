import type { Analyzer } from '../_shared/analyzer.ts';
import { codeFacts } from '../_shared/code/index.ts';
import { framework } from './framework.ts';

/** Microsoft Agent Framework. */
export const analyzer: Analyzer = {
  id: 'agent-framework',
  title: 'Microsoft Agent Framework',
  reads: [
    'Agents for every chat client, `@tool` functions with approval mode, MCP tools, sequential, concurrent, hand-off and group orchestrations',
  ],
  notRead: ['Workflow builders with edges', 'declarative YAML', 'C#'],
  packages: { pypi: ['agent-framework', 'agent-framework-core'] },
  imports: ['agent_framework'],
  code: project => codeFacts(project, framework),
};
