import type { Analyzer } from '../_shared/analyzer.ts';
import { codeFacts } from '../_shared/code/index.ts';
import { framework } from './framework.ts';

/** Microsoft Agent Framework. */
export const analyzer: Analyzer = {
  id: 'agent-framework',
  title: 'Microsoft Agent Framework',
  reads: [
    'Agents of every chat client, made by class, `as_agent` or `create_agent`',
    '`@tool` functions with approval mode, MCP tools',
    'Workflow builders with edges, sequential, concurrent, hand-off and group orchestrations',
  ],
  notRead: ['Executors and conditions of workflows', 'Declarative YAML', 'C#'],
  packages: { pypi: ['agent-framework', 'agent-framework-core'] },
  imports: ['agent_framework'],
  conventions: {
    fluent: ['agent_framework.WorkflowBuilder().add_*', 'agent_framework.WorkflowBuilder().set_*'],
    telling: ['as_agent', 'create_agent'],
  },
  code: project => codeFacts(project, framework),
};
