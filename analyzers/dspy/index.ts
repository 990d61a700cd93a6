import type { Analyzer } from '../_shared/analyzer.ts';
import { codeFacts } from '../_shared/code/index.ts';
import { framework } from './framework.ts';

/** DSPy. */
export const analyzer: Analyzer = {
  id: 'dspy',
  title: 'DSPy',
  reads: ['ReAct, CodeAct, program-of-thought and recursive modules with their tools'],
  notRead: ['Retrievers', 'tools of MCP sessions'],
  packages: { pypi: ['dspy', 'dspy-ai'] },
  imports: ['dspy'],
  code: project => codeFacts(project, framework),
};
