import type { Analyzer } from '../_shared/analyzer.ts';
import { codeFacts } from '../_shared/code/index.ts';
import { framework } from './framework.ts';

/** Mastra. */
export const analyzer: Analyzer = {
  id: 'mastra',
  title: 'Mastra',
  reads: [
    'Agents with tools, sub-agents, memory and workspaces, `createTool` with `requireApproval`, networks, MCP clients',
  ],
  notRead: ['Workflow steps', 'file-based agents', 'tools inside processors'],
  packages: { npm: ['@mastra/core', '@mastra/mcp'] },
  imports: ['@mastra'],
  code: project => codeFacts(project, framework),
};
