import type { Analyzer } from '../_shared/analyzer.ts';
import { codeFacts } from '../_shared/code/index.ts';
import { framework } from './framework.ts';

/** browser-use. */
export const analyzer: Analyzer = {
  id: 'browser-use',
  title: 'browser-use',
  reads: ['Agents that drive a browser, own actions of their tools or controller'],
  notRead: ['Allowed domains and sensitive data settings'],
  packages: { pypi: ['browser-use'] },
  imports: ['browser_use'],
  code: project => codeFacts(project, framework),
};
