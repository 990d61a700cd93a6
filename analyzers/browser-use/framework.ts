import type { CodeFramework } from '../_shared/code/index.ts';

const holders = [
  'browser_use.Tools',
  'browser_use.Controller',
  'browser_use.tools.service.Tools',
  'browser_use.agent.service.Tools',
  'browser_use.agent.service.Controller',
  'browser_use.controller.service.Controller',
];

/** browser-use: an agent that drives a browser, with own actions. */
export const framework: CodeFramework = {
  id: 'browser-use',
  agents: [
    {
      symbols: [
        'browser_use.Agent',
        'browser_use.agent.service.Agent',
        'browser_use.CodeAgent',
        'browser_use.beta.Agent',
      ],
      name: ['name'],
      tools: ['tools', 'controller'],
      implicit: [{ name: 'browser', symbol: 'browser_use.Agent' }],
    },
  ],
  makers: [],
  decorators: [
    {
      symbols: holders.flatMap(item => [`${item}().action`, `${item}().registry.action`]),
      description: [0, 'description'],
    },
  ],
  classes: [],
  holders,
  servers: [],
  passes: [],
  functions: false,
  runs: ['run', 'run_sync'],
};
