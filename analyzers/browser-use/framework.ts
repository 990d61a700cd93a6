import type { CodeFramework } from '../_shared/code/index.ts';

/** browser-use: an agent that drives a browser, with own actions. */
export const framework: CodeFramework = {
  id: 'browser-use',
  agents: [
    {
      symbols: ['browser_use.Agent', 'browser_use.agent.service.Agent', 'browser_use.CodeAgent'],
      name: ['name'],
      tools: ['tools', 'controller'],
      implicit: [{ name: 'browser', symbol: 'browser_use.Agent' }],
    },
  ],
  makers: [],
  decorators: [],
  classes: [],
  servers: [],
  passes: [],
  functions: false,
  runs: ['run', 'run_sync'],
};
