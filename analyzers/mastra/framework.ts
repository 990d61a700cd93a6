import type { CodeFramework } from '../_shared/code/index.ts';
import type { AgentRule } from '../_shared/code/spec.ts';

/** What makes an agent. */
export const agentSymbols = [
  '@mastra/core/agent#Agent',
  '@mastra/core#Agent',
  '@mastra/core/agent/durable#DurableAgent',
  '@mastra/core/agent#agentConfig',
  '@mastra/core#agentConfig',
];

/** What makes a tool. */
export const toolSymbols = [
  '@mastra/core/tools#createTool',
  '@mastra/core#createTool',
  '@mastra/core/tools#Tool',
];

/** How an agent is made; what its workspace brings is told in `workspace.ts`. */
export const agentRule: AgentRule = {
  symbols: agentSymbols,
  name: ['name', 'id'],
  description: ['description'],
  tools: ['tools'],
  members: ['agents'],
  memory: ['memory'],
  active: ['defaultOptions', 'activeTools'],
  carriers: ['inputProcessors'],
};

/** Mastra, versions 0 and 1. */
export const framework: CodeFramework = {
  id: 'mastra',
  agents: [
    agentRule,
    {
      symbols: ['@mastra/core/network#AgentNetwork', '@mastra/core/network/vNext#NewAgentNetwork'],
      shape: 'team',
      name: ['name', 'id'],
      members: ['agents'],
      memory: ['memory'],
    },
  ],
  makers: [
    {
      symbols: toolSymbols,
      description: ['description'],
      name: ['id'],
      parameters: ['inputSchema'],
      handler: ['execute'],
      approval: { places: ['requireApproval'], mechanism: 'requireApproval' },
    },
    {
      symbols: ['ai#tool'],
      borrowed: true,
      description: ['description'],
      parameters: ['inputSchema', 'parameters'],
      handler: ['execute'],
      approval: { places: ['needsApproval'], mechanism: 'needsApproval' },
    },
  ],
  decorators: [],
  classes: [],
  servers: [
    {
      symbols: ['@mastra/mcp#MCPClient', '@mastra/mcp#MCPConfiguration', '@mastra/mcp#MastraMCPClient'],
      name: ['name', 'id'],
      table: ['servers'],
      params: ['server'],
      command: ['command'],
      args: ['args'],
      url: ['url'],
    },
  ],
  passes: [
    {
      symbols: ['MCPClient', 'MCPConfiguration', 'MastraMCPClient'].flatMap(client =>
        ['getTools', 'listTools', 'getToolsets', 'listToolsets', 'tools'].map(
          method => `@mastra/mcp#${client}().${method}`,
        ),
      ),
      from: 'receiver',
    },
    {
      symbols: ['@mastra/core/processors#ToolSearchProcessor'],
      from: ['tools'],
    },
  ],
  functions: false,
  runs: ['generate', 'stream', 'generateVNext', 'streamVNext', 'generateLegacy', 'streamLegacy', 'network'],
};
