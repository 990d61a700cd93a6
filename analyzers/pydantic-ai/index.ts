import type { Analyzer } from '../_shared/analyzer.ts';
import { codeFacts } from '../_shared/code/index.ts';
import { framework } from './framework.ts';

/** PydanticAI. */
export const analyzer: Analyzer = {
  id: 'pydantic-ai',
  title: 'PydanticAI',
  reads: [
    'Agents (also of pydantic-deep, with the tools it adds) with function tools, decorated tools, toolsets, built-in tools and MCP servers, `requires_approval`, agents run inside tools',
  ],
  notRead: ['Agents from files', 'capabilities that add tools', 'graphs'],
  packages: { pypi: ['pydantic-ai', 'pydantic-ai-slim', 'pydantic-deep'] },
  imports: ['pydantic_ai', 'pydantic_deep'],
  code: project => codeFacts(project, framework),
};
