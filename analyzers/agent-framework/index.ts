import type { Analyzer } from '../_shared/analyzer.ts';
import { codeFacts } from '../_shared/code/index.ts';
import { declarativeFacts } from './declarative.ts';
import { framework, packages } from './framework.ts';

/** Microsoft Agent Framework. */
export const analyzer: Analyzer = {
  id: 'agent-framework',
  title: 'Microsoft Agent Framework',
  reads: [
    'Agents of every chat client, made by class, `as_agent` or `create_agent`',
    '`@tool` functions with approval mode, MCP tools',
    'Agents (`kind: Prompt`) and workflows (`kind: Workflow`) in YAML',
    'Workflow builders with edges, chains and executors, sequential, concurrent, hand-off and group orchestrations',
  ],
  notRead: ['Conditions of branches', 'C#'],
  packages: { pypi: ['agent-framework', 'agent-framework-core'] },
  imports: packages,
  conventions: {
    fluent: ['agent_framework.WorkflowBuilder().add_*', 'agent_framework.WorkflowBuilder().set_*'],
    telling: ['as_agent', 'create_agent'],
  },
  files: [/\.ya?ml$/i],
  file: declarativeFacts,
  code: project => codeFacts(project, framework),
};
