import type { CodeFramework } from '../_shared/code/index.ts';

const tools = ['tools'];
const name = ['id', 'name'];
const loops = ['stopWhen', 'maxSteps', 'maxToolRoundtrips'];
const approvals = { places: ['toolApproval'], mechanism: 'toolApproval', asks: ['user-approval'] } as const;
const coding = ['Bash', 'Read', 'Write', 'Edit', 'WebFetch', 'WebSearch'].map(item => ({
  name: item,
  symbol: `claude-code:${item}`,
}));
const narrowed = { active: ['activeTools'], steps: ['prepareStep', 'experimental_prepareStep'] };
const approval = { places: ['needsApproval'], mechanism: 'needsApproval' };

/** Vercel AI SDK, versions 3 to 7. A tool's name is its key in the `tools` object. */
export const framework: CodeFramework = {
  id: 'ai-sdk',
  agents: [
    { symbols: ['ai#generateText', 'ai#streamText'], tools, loops, needsTools: true, approvals, ...narrowed },
    {
      symbols: [
        'ai#ToolLoopAgent',
        'ai#Experimental_Agent',
        'ai#Agent',
        '@ai-sdk/workflow#WorkflowAgent',
        '@ai-sdk/workflow#DurableAgent',
        '@workflow/ai/agent#DurableAgent',
      ],
      name,
      tools,
      approvals,
      ...narrowed,
    },
    {
      symbols: ['@ai-sdk/harness#HarnessAgent', '@ai-sdk/harness/agent#HarnessAgent'],
      name,
      tools,
      approvals,
      implicit: coding,
    },
    {
      symbols: ['@ai-sdk-tools/agents#Agent'],
      name,
      tools,
      handoffs: ['handoffs'],
      memory: ['memory'],
    },
  ],
  makers: [
    {
      symbols: [
        'ai#tool',
        'ai#dynamicTool',
        '@ai-sdk/provider-utils#tool',
        '@ai-sdk/provider-utils#dynamicTool',
      ],
      description: ['description'],
      parameters: ['inputSchema', 'parameters'],
      handler: ['execute'],
      approval,
    },
  ],
  decorators: [],
  classes: [],
  servers: [
    {
      symbols: [
        'ai#experimental_createMCPClient',
        'ai#createMCPClient',
        '@ai-sdk/mcp#createMCPClient',
        '@ai-sdk/mcp#experimental_createMCPClient',
      ],
      name: ['name'],
      params: ['transport'],
      command: ['command'],
      args: ['args'],
      url: ['url', 0],
    },
  ],
  passes: [
    {
      symbols: [
        'ai#experimental_createMCPClient().tools',
        'ai#createMCPClient().tools',
        '@ai-sdk/mcp#createMCPClient().tools',
        '@ai-sdk/mcp#experimental_createMCPClient().tools',
      ],
      from: 'receiver',
    },
  ],
  functions: false,
  runs: ['generate', 'stream', 'respond', 'generateText', 'streamText'],
};
