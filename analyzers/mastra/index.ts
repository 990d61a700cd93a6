import type { Analyzer } from '../_shared/analyzer.ts';
import { codeFacts } from '../_shared/code/index.ts';
import { distinct } from '../_shared/facts.ts';
import { framework } from './framework.ts';
import { fluent, workflowFacts } from './workflows.ts';
import { workspaceFacts } from './workspace.ts';

/** Mastra. */
export const analyzer: Analyzer = {
  id: 'mastra',
  title: 'Mastra',
  reads: [
    'Agents with tools, sub-agents, memory and workspaces, `createTool` with `requireApproval`, networks, MCP clients',
    'Workflows: steps in order, branches and parallel steps, agents that steps run, also by registered name',
  ],
  notRead: ['file-based agents', 'tools inside processors other than ToolSearchProcessor'],
  packages: { npm: ['@mastra/core', '@mastra/mcp'] },
  imports: ['@mastra'],
  conventions: { fluent },
  code: project =>
    distinct([...codeFacts(project, framework), ...workflowFacts(project), ...workspaceFacts(project)]),
};
