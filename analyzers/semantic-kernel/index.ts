import type { Analyzer } from '../_shared/analyzer.ts';
import { codeFacts } from '../_shared/code/index.ts';
import { framework } from './framework.ts';

/** Semantic Kernel. */
export const analyzer: Analyzer = {
  id: 'semantic-kernel',
  title: 'Semantic Kernel',
  reads: [
    'Chat completion and service agents with plugins, `@kernel_function` methods, orchestrations, MCP plugins, function filters',
  ],
  notRead: ['OpenAPI plugins', 'C#'],
  packages: { pypi: ['semantic-kernel'] },
  imports: ['semantic_kernel'],
  code: project => codeFacts(project, framework),
};
