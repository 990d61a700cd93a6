import type { CodeFramework } from '../_shared/code/index.ts';

const approval = { places: ['requires_approval'], mechanism: 'requires_approval' };
const toolsets = [
  'FunctionToolset',
  'CombinedToolset',
  'FilteredToolset',
  'PrefixedToolset',
  'RenamedToolset',
  'WrapperToolset',
  'ApprovalRequiredToolset',
];
/** Both ways to an agent: the class, and the function of pydantic-deep that makes one. */
const made = [
  'pydantic_ai.Agent()',
  'pydantic_ai.agent.Agent()',
  'pydantic_deep.create_deep_agent()',
  'pydantic_deep.agent.create_deep_agent()',
];
const servers = ['MCPServerStdio', 'MCPServerSSE', 'MCPServerStreamableHTTP', 'MCPServerHTTP', 'MCPToolset'];

/** PydanticAI, versions 0 to 2. */
export const framework: CodeFramework = {
  id: 'pydantic-ai',
  agents: [
    {
      symbols: ['pydantic_ai.Agent', 'pydantic_ai.agent.Agent'],
      name: ['name'],
      tools: ['tools', 'builtin_tools', 'native_tools'],
      servers: ['toolsets', 'mcp_servers', 'capabilities'],
    },
    {
      symbols: ['pydantic_deep.create_deep_agent', 'pydantic_deep.agent.create_deep_agent'],
      name: ['name'],
      tools: ['tools'],
      servers: ['toolsets', 'extra_toolsets', 'mcp_servers'],
      carriers: ['capabilities'],
      implicit: [
        { name: 'web_search', symbol: 'pydantic_ai.WebSearchTool', when: ['web_search'], byDefault: true },
        { name: 'web_fetch', symbol: 'pydantic_ai.WebFetchTool', when: ['web_fetch'], byDefault: true },
        { name: 'read_file', symbol: 'pydantic_deep:read_file', when: ['workspace', 'backend'] },
        { name: 'write_file', symbol: 'pydantic_deep:write_file', when: ['workspace', 'backend'] },
        { name: 'execute', symbol: 'pydantic_deep:execute', when: ['include_execute'] },
      ],
      approvals: { places: ['interrupt_on'], mechanism: 'interrupt_on' },
    },
  ],
  makers: [
    {
      symbols: ['pydantic_ai.Tool', 'pydantic_ai.tools.Tool', 'pydantic_ai.Tool.from_schema'],
      name: ['name'],
      description: ['description'],
      handler: ['function', 0],
      approval,
    },
  ],
  decorators: [
    {
      symbols: made.flatMap(agent => [`${agent}.tool`, `${agent}.tool_plain`]),
      name: ['name'],
      description: ['description'],
      approval,
      ofAgent: true,
    },
    {
      symbols: ['pydantic_ai.FunctionToolset().tool', 'pydantic_ai.toolsets.FunctionToolset().tool'],
      name: ['name'],
      description: ['description'],
      approval,
    },
  ],
  registers: [
    {
      symbols: made.flatMap(agent => [`${agent}.tool()`, `${agent}.tool_plain()`]),
      agent: 'maker',
      tool: [0],
    },
    {
      symbols: made.flatMap(agent => [`${agent}.tool`, `${agent}.tool_plain`]),
      agent: 'receiver',
      tool: [0],
    },
  ],
  classes: [],
  servers: [
    {
      symbols: servers.map(name => `pydantic_ai.mcp.${name}`),
      name: ['id'],
      command: ['command', 0],
      args: ['args', 1],
      url: ['url', 0],
    },
    {
      symbols: [
        'pydantic_ai.builtin_tools.MCPServerTool',
        'pydantic_ai.MCPServerTool',
        'pydantic_ai.native_tools.MCPServerTool',
        'pydantic_ai.toolsets.fastmcp.FastMCPToolset',
      ],
      name: ['id'],
      url: ['url', 0],
      keeps: ['allowed_tools'],
    },
  ],
  passes: [
    ...servers.flatMap(name =>
      ['filtered', 'prefixed', 'renamed', 'approval_required'].map(method => ({
        symbols: [`pydantic_ai.mcp.${name}().${method}`],
        from: 'receiver' as const,
      })),
    ),
    {
      symbols: toolsets.flatMap(name => [`pydantic_ai.toolsets.${name}`, `pydantic_ai.${name}`]),
      from: ['tools', 'toolsets', 'wrapped', 0],
    },
  ],
  functions: true,
  runs: ['run', 'run_sync', 'run_stream', 'iter'],
};
