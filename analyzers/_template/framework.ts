import type { CodeFramework } from '../_shared/code/index.ts';

/** Replace the symbols by those of the framework; `analyzers/_shared/code/spec.ts` says what each field means. */
export const framework: CodeFramework = {
  id: 'template-id',
  agents: [{ symbols: ['template_package.Agent'], name: ['name'], tools: ['tools'] }],
  makers: [
    {
      symbols: ['template_package.Tool'],
      name: ['name'],
      description: ['description'],
      handler: ['function', 0],
    },
  ],
  decorators: [{ symbols: ['template_package.tool'], name: ['name'], description: ['description'] }],
  classes: [],
  servers: [],
  passes: [],
  functions: true,
  runs: ['run'],
};
