import type { Analyzer } from '../_shared/analyzer.ts';
import { codeFacts } from '../_shared/code/index.ts';
import { declarativeFacts, joinFunctions } from './declarative.ts';
import { framework } from './framework.ts';

/** Semantic Kernel. */
export const analyzer: Analyzer = {
  id: 'semantic-kernel',
  title: 'Semantic Kernel',
  reads: [
    'Chat completion and service agents with plugins, `@kernel_function` methods, orchestrations, MCP plugins',
    'Agents in YAML with the functions of plugins that they name',
  ],
  notRead: ['Filters', 'OpenAPI plugins', 'C#'],
  packages: { pypi: ['semantic-kernel'] },
  imports: ['semantic_kernel'],
  files: [/\.ya?ml$/i],
  file: declarativeFacts,
  complete: found => joinFunctions(found),
  code: project => codeFacts(project, framework),
};
