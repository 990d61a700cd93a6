import type { CodeFramework } from '../_shared/code/index.ts';

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

/** Mastra, versions 0 and 1. */
export const framework: CodeFramework = {
  id: 'mastra',
  agents: [
    {
      symbols: agentSymbols,
      name: ['name', 'id'],
      description: ['description'],
      tools: ['tools'],
      members: ['agents'],
      memory: ['memory'],
      active: ['defaultOptions', 'activeTools'],
      carriers: ['inputProcessors'],
      implicit: [
        { name: 'read_file', symbol: 'mastra:read_file', when: ['workspace'] },
        { name: 'write_file', symbol: 'mastra:write_file', when: ['workspace'] },
        { name: 'execute_command', symbol: 'mastra:execute_command', when: ['workspace'] },
      ],
    },
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
