import type { Analyzer } from '../_shared/analyzer.ts';
import { codeFacts } from '../_shared/code/index.ts';
import { distinct } from '../_shared/facts.ts';
import { declarativeFacts, joinFunctions } from './declarative.ts';
import { framework } from './framework.ts';
import { processFacts } from './processes.ts';

/** Semantic Kernel. */
export const analyzer: Analyzer = {
  id: 'semantic-kernel',
  title: 'Semantic Kernel',
  reads: [
    'Chat completion and service agents with plugins, `@kernel_function` methods, orchestrations, MCP plugins, function filters',
    'Processes: steps, the events that start them, the agents they run',
    'Agents in YAML with the functions of plugins that they name',
  ],
  notRead: ['OpenAPI plugins', 'Processes inside processes'],
  packages: { pypi: ['semantic-kernel'] },
  imports: ['semantic_kernel'],
  files: [/\.ya?ml$/i],
  file: declarativeFacts,
  complete: found => joinFunctions(found),
  code: project => distinct([...codeFacts(project, framework), ...processFacts(project)]),
};
