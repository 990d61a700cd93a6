import type { Analyzer } from '../_shared/analyzer.ts';
import { codeFacts } from '../_shared/code/index.ts';
import { framework } from './framework.ts';

/** CrewAI. */
export const analyzer: Analyzer = {
  id: 'crewai',
  title: 'CrewAI',
  reads: [
    'Agents and crews in code and in `agents.yaml`, tasks in order, `@tool` functions, `BaseTool` classes, code execution, knowledge, MCP adapters',
  ],
  notRead: ['Flows and their listeners', 'platform apps', 'JSONC crews'],
  packages: { pypi: ['crewai', 'crewai-tools'] },
  imports: ['crewai', 'crewai_tools'],
  code: project => codeFacts(project, framework),
};
