import type { CodeFramework } from '../_shared/code/index.ts';

const places = {
  name: ['name'],
  description: ['description'],
  tools: ['tools', 0],
  members: ['managed_agents'],
} as const;
const base = [
  { name: 'web_search', symbol: 'smolagents.DuckDuckGoSearchTool', when: ['add_base_tools'] },
  { name: 'visit_webpage', symbol: 'smolagents.VisitWebpageTool', when: ['add_base_tools'] },
] as const;

/** smolagents. A CodeAgent runs the code its model writes. */
export const framework: CodeFramework = {
  id: 'smolagents',
  agents: [
    {
      symbols: ['smolagents.CodeAgent', 'smolagents.agents.CodeAgent'],
      ...places,
      implicit: [{ name: 'python', symbol: 'smolagents.CodeAgent' }, ...base],
    },
    {
      symbols: [
        'smolagents.ToolCallingAgent',
        'smolagents.agents.ToolCallingAgent',
        'smolagents.MultiStepAgent',
      ],
      ...places,
      implicit: base,
    },
  ],
  makers: [
    { symbols: ['smolagents.Tool.from_langchain', 'smolagents.Tool.from_gradio'], wraps: [0] },
    { symbols: ['smolagents.ManagedAgent'], wraps: ['agent', 0] },
  ],
  decorators: [{ symbols: ['smolagents.tool', 'smolagents.tools.tool'] }],
  classes: [
    {
      bases: ['smolagents.Tool', 'smolagents.tools.Tool', 'smolagents.default_tools.Tool'],
      name: 'name',
      description: 'description',
      schema: 'inputs',
      methods: ['forward'],
    },
  ],
  servers: [
    {
      symbols: [
        'smolagents.ToolCollection.from_mcp',
        'smolagents.MCPClient',
        'smolagents.mcp_client.MCPClient',
      ],
      params: [0, 'server_parameters'],
      command: ['command'],
      args: ['args'],
      url: ['url'],
    },
  ],
  passes: [
    {
      symbols: [
        'smolagents.ToolCollection.from_mcp().tools',
        'smolagents.MCPClient().get_tools',
        'smolagents.mcp_client.MCPClient().get_tools',
      ],
      from: 'receiver',
    },
  ],
  functions: false,
  runs: ['run'],
};
