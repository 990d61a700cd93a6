import type { Analyzer } from '../_shared/analyzer.ts';
import { codeFacts } from '../_shared/code/index.ts';
import { framework } from './framework.ts';

/** AutoGen and AG2. */
export const analyzer: Analyzer = {
  id: 'autogen',
  title: 'AutoGen and AG2',
  reads: [
    'Assistant, user proxy, code executor and surfer agents, teams, workbenches, `FunctionTool`, functions registered for a model',
  ],
  notRead: ['Routed agents of the core', 'nested chats', 'component JSON'],
  packages: { pypi: ['autogen-agentchat', 'autogen-ext', 'pyautogen', 'autogen', 'ag2'] },
  imports: ['autogen_agentchat', 'autogen_ext', 'autogen_core', 'autogen', 'pyautogen', 'ag2'],
  code: project => codeFacts(project, framework),
};
