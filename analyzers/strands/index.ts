import type { Analyzer } from '../_shared/analyzer.ts';
import { codeFacts } from '../_shared/code/index.ts';
import { framework } from './framework.ts';

/** Strands Agents. */
export const analyzer: Analyzer = {
  id: 'strands',
  title: 'Strands Agents',
  reads: [
    'Agents with decorated functions, tool modules of `strands_tools`, MCP clients, swarms, agents called inside tools, hooks before tool calls',
  ],
  notRead: ['Graphs', 'tools loaded from a directory'],
  packages: { npm: ['@strands-agents/sdk'], pypi: ['strands-agents'] },
  imports: ['strands', 'strands_tools', '@strands-agents/sdk'],
  code: project => codeFacts(project, framework),
};
