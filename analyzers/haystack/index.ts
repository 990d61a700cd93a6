import type { Analyzer } from '../_shared/analyzer.ts';
import { codeFacts } from '../_shared/code/index.ts';
import { framework } from './framework.ts';

/** Haystack. */
export const analyzer: Analyzer = {
  id: 'haystack',
  title: 'Haystack',
  reads: ['Agents and tool invokers with tools, toolsets and component tools, `@tool` functions, MCP tools'],
  notRead: ['Pipelines and YAML', 'confirmation strategies'],
  packages: { pypi: ['haystack-ai'] },
  imports: ['haystack', 'haystack_integrations', 'haystack_experimental'],
  code: project => codeFacts(project, framework),
};
