import type { Analyzer } from '../_shared/analyzer.ts';
import { codeFacts } from '../_shared/code/index.ts';
import { framework } from './framework.ts';

/** Template title. */
export const analyzer: Analyzer = {
  id: 'template-id',
  title: 'Template title',
  reads: ['Agents with their tools'],
  notRead: ['Everything else'],
  packages: { pypi: ['template-package'] },
  imports: ['template_package'],
  code: project => codeFacts(project, framework),
};
