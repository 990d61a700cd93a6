import type { Analyzer } from '../_shared/analyzer.ts';
import { codeFacts } from '../_shared/code/index.ts';
import { framework } from './framework.ts';

/** Vercel AI SDK. */
export const analyzer: Analyzer = {
  id: 'ai-sdk',
  title: 'Vercel AI SDK',
  reads: [
    '`generateText`/`streamText` with tools, `ToolLoopAgent`, `tool` and `dynamicTool`, provider tools, MCP clients, `needsApproval`, step limits, `activeTools` and a `prepareStep` that always narrows',
  ],
  notRead: [
    'toolApproval functions of version 7',
    'prepareStep that narrows tools only on some steps (all tools are counted)',
    'agents of the harness packages',
  ],
  packages: { npm: ['ai', '@ai-sdk/mcp', '@ai-sdk/workflow', '@ai-sdk-tools/agents'] },
  imports: ['ai', '@ai-sdk', '@ai-sdk-tools'],
  code: project => codeFacts(project, framework),
};
