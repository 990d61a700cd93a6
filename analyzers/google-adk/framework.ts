import type { CodeFramework } from '../_shared/code/index.ts';

const modules = ['google.adk.agents', 'google.adk', 'google.adk.agents.llm_agent'];
const agent = (name: string): readonly string[] => [
  ...modules.map(module => `${module}.${name}`),
  `google.adk.agents.${name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase()}.${name}`,
  `@google/adk#${name}`,
];
const places = { name: ['name'], description: ['description'] } as const;
const approval = {
  places: ['require_confirmation', 'requireConfirmation'],
  mechanism: 'require_confirmation',
};

/** Google Agent Development Kit for Python and JavaScript. */
export const framework: CodeFramework = {
  id: 'google-adk',
  agents: [
    {
      symbols: [...agent('Agent'), ...agent('LlmAgent')],
      ...places,
      tools: ['tools'],
      members: ['sub_agents', 'subAgents'],
      forgets: ['include_contents', 'includeContents'],
      implicit: [
        {
          name: 'code_executor',
          symbol: 'google.adk.code_executors.BuiltInCodeExecutor',
          when: ['code_executor', 'codeExecutor'],
        },
      ],
    },
    { symbols: agent('SequentialAgent'), shape: 'sequence', ...places, members: ['sub_agents', 'subAgents'] },
    { symbols: agent('ParallelAgent'), shape: 'parallel', ...places, members: ['sub_agents', 'subAgents'] },
    { symbols: agent('LoopAgent'), shape: 'loop', ...places, members: ['sub_agents', 'subAgents'] },
    {
      symbols: ['google.adk.agents.remote_a2a_agent.RemoteA2aAgent', 'google.adk.agents.RemoteA2aAgent'],
      ...places,
    },
  ],
  interceptors: [{ mechanism: 'before_tool_callback', in: ['before_tool_callback', 'beforeToolCallback'] }],
  makers: [
    {
      symbols: [
        'google.adk.tools.FunctionTool',
        'google.adk.tools.function_tool.FunctionTool',
        'google.adk.tools.LongRunningFunctionTool',
        'google.adk.tools.long_running_tool.LongRunningFunctionTool',
      ],
      handler: ['func', 0],
      approval,
    },
    {
      symbols: ['@google/adk#FunctionTool', '@google/adk#LongRunningFunctionTool'],
      name: ['name'],
      description: ['description'],
      parameters: ['parameters'],
      handler: ['execute'],
      approval,
    },
    {
      symbols: [
        'google.adk.tools.agent_tool.AgentTool',
        'google.adk.tools.AgentTool',
        '@google/adk#AgentTool',
      ],
      wraps: ['agent', 0],
    },
    {
      symbols: ['google.adk.tools.langchain_tool.LangchainTool', 'google.adk.tools.crewai_tool.CrewaiTool'],
      wraps: ['tool', 0],
    },
  ],
  decorators: [],
  classes: [
    {
      bases: ['google.adk.tools.BaseTool', 'google.adk.tools.base_tool.BaseTool', '@google/adk#BaseTool'],
      name: 'name',
      description: 'description',
      methods: ['run_async', 'runAsync'],
    },
  ],
  servers: [
    {
      symbols: ['MCPToolset', 'McpToolset'].flatMap(name => [
        `google.adk.tools.mcp_tool.${name}`,
        `google.adk.tools.mcp_tool.mcp_toolset.${name}`,
        `google.adk.tools.${name}`,
        `@google/adk#${name}`,
      ]),
      params: ['connection_params', 'connectionParams', 0],
      command: ['command'],
      args: ['args'],
      url: ['url'],
      keeps: ['tool_filter', 'toolFilter'],
      approval,
    },
  ],
  passes: [],
  functions: true,
  runs: ['run_async', 'runAsync', 'run'],
};
