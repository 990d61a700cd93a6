import type { CodeFramework } from '../_shared/code/index.ts';

/** Strands Agents for Python and TypeScript. */
export const framework: CodeFramework = {
  id: 'strands',
  agents: [
    {
      symbols: [
        'strands.Agent',
        'strands.agent.Agent',
        'strands.agent.agent.Agent',
        '@strands-agents/sdk#Agent',
        'strands.experimental.bidi.BidiAgent',
        'strands.experimental.bidi.agent.BidiAgent',
      ],
      name: ['name', 'agent_id', 'agentId'],
      description: ['description'],
      tools: ['tools'],
      memory: ['session_manager'],
    },
    {
      symbols: [
        'strands.multiagent.GraphBuilder',
        'strands.multiagent.graph.GraphBuilder',
        '@strands-agents/sdk#Graph',
      ],
      shape: 'parallel',
      graph: {
        nodes: { methods: ['add_node'], member: [0, 'executor'], name: [1, 'node_id'] },
        edges: { methods: ['add_edge'], from: [0, 'from_node'], to: [1, 'to_node'] },
      },
    },
    {
      symbols: ['strands.multiagent.Swarm', '@strands-agents/sdk#Swarm'],
      shape: 'loop',
      members: [0, 'nodes'],
    },
  ],
  interceptors: [
    {
      mechanism: 'BeforeToolCallEvent hook',
      in: ['hooks'],
      registered: {
        methods: ['add_callback', 'addCallback'],
        packages: ['strands', '@strands-agents/sdk'],
        decorators: [],
        events: /(?:^|[.#])(?:BeforeToolCallEvent|BeforeToolInvocationEvent)$/,
      },
    },
  ],
  makers: [
    {
      symbols: ['@strands-agents/sdk#tool'],
      name: ['name'],
      description: ['description'],
      parameters: ['inputSchema'],
      handler: ['callback'],
    },
    { symbols: ['strands.tools.PythonAgentTool'], name: [0], handler: [2] },
  ],
  decorators: [
    {
      symbols: ['strands.tool', 'strands.tools.tool', 'strands.tools.decorator.tool'],
      name: ['name'],
      description: ['description'],
    },
  ],
  classes: [],
  servers: [
    {
      symbols: [
        'strands.tools.mcp.MCPClient',
        'strands.tools.mcp.mcp_client.MCPClient',
        '@strands-agents/sdk#McpClient',
      ],
      params: [0, 'transport'],
      command: ['command'],
      args: ['args'],
      url: ['url', 0],
    },
  ],
  passes: [
    {
      symbols: [
        'strands.tools.mcp.MCPClient().list_tools_sync',
        'strands.tools.mcp.mcp_client.MCPClient().list_tools_sync',
      ],
      from: 'receiver',
    },
  ],
  functions: false,
  modules: true,
  runs: ['invoke_async', 'stream_async', 'invoke', 'Agent()'],
  named: name => (/^[\w.]+$/.test(name) ? (name.includes('.') ? name : `strands_tools.${name}`) : undefined),
};
