import type { CodeFramework } from '../_shared/code/index.ts';

const made = {
  name: ['name'],
  description: ['description'],
  parameters: ['parameters'],
  handler: ['function', 0],
} as const;

/** Haystack agents. */
export const framework: CodeFramework = {
  id: 'haystack',
  agents: [
    {
      symbols: [
        'haystack.components.agents.Agent',
        'haystack.components.agents.agent.Agent',
        'haystack_experimental.components.agents.Agent',
      ],
      name: ['name'],
      tools: ['tools'],
    },
    {
      symbols: [
        'haystack.components.tools.ToolInvoker',
        'haystack.components.tools.tool_invoker.ToolInvoker',
      ],
      tools: ['tools', 0],
    },
  ],
  makers: [
    {
      symbols: [
        'haystack.tools.Tool',
        'haystack.tools.tool.Tool',
        'haystack.dataclasses.Tool',
        'haystack.tools.create_tool_from_function',
        'haystack.tools.from_function.create_tool_from_function',
      ],
      ...made,
    },
    { symbols: ['haystack.tools.AgentTool'], wraps: ['agent', 0] },
  ],
  decorators: [
    {
      symbols: ['haystack.tools.tool', 'haystack.tools.from_function.tool'],
      name: ['name'],
      description: ['description'],
    },
  ],
  classes: [],
  servers: [
    {
      symbols: ['haystack_integrations.tools.mcp.MCPTool', 'haystack_integrations.tools.mcp.MCPToolset'],
      name: ['name'],
      params: ['server_info', 0],
      command: ['command'],
      args: ['args'],
      url: ['url'],
      keeps: ['tool_names'],
    },
  ],
  passes: [
    {
      symbols: [
        'haystack.tools.Toolset',
        'haystack.tools.toolset.Toolset',
        'haystack.tools.SearchableToolset',
      ],
      from: ['tools', 'catalog', 0],
    },
    {
      symbols: ['haystack.tools.ComponentTool', 'haystack.tools.component_tool.ComponentTool'],
      from: ['component', 0],
    },
  ],
  functions: false,
  runs: ['run', 'run_async'],
};
