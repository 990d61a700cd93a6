import type { CodeFramework } from '../_shared/code/index.ts';

const made = {
  name: ['name', 0],
  description: ['description', 2],
  parameters: ['args_schema'],
  handler: ['func', 1],
} as const;
const worker = {
  name: 'name',
  description: 'description',
  schema: 'args_schema',
  methods: ['_run', 'run', '_arun'],
} as const;

const flow = (name: string): readonly string[] => [
  `crewai.flow.flow.${name}`,
  `crewai.flow.${name}`,
  `crewai.${name}`,
];

/** What makes an agent. */
export const agentSymbols = [
  'crewai.Agent',
  'crewai.agent.Agent',
  'crewai.lite_agent.LiteAgent',
  'crewai.agents.agent.Agent',
];

/** CrewAI agents and crews in code. */
export const framework: CodeFramework = {
  id: 'crewai',
  agents: [
    {
      symbols: agentSymbols,
      name: ['role', 'name'],
      description: ['goal'],
      tools: ['tools'],
      servers: ['mcps'],
      knowledge: ['knowledge_sources'],
      implicit: [
        {
          name: 'Code Interpreter',
          symbol: 'crewai_tools.CodeInterpreterTool',
          when: ['allow_code_execution'],
        },
      ],
    },
    {
      symbols: ['crewai.Crew', 'crewai.crew.Crew'],
      shape: 'sequence',
      name: ['name'],
      members: ['tasks', 'agents'],
      memberAgent: ['agent'],
    },
  ],
  interceptors: [
    {
      mechanism: 'before_tool_call',
      everywhere: ['crewai.hooks.before_tool_call', 'crewai.hooks.decorators.before_tool_call'],
    },
  ],
  makers: [
    {
      symbols: ['crewai.tools.structured_tool.CrewStructuredTool.from_function', 'crewai.tools.Tool'],
      ...made,
    },
    {
      symbols: ['langchain.tools.Tool', 'langchain_core.tools.Tool', 'langchain.agents.Tool'],
      ...made,
      borrowed: true,
    },
    {
      symbols: [
        'crewai.tools.Tool.from_langchain',
        'crewai.tools.BaseTool.from_langchain',
        'crewai_tools.LlamaIndexTool.from_tool',
      ],
      wraps: [0, 'tool'],
    },
  ],
  decorators: [
    {
      symbols: [
        'crewai.tools.tool',
        'crewai_tools.tool',
        'crewai.tools.base_tool.tool',
        'crewai_tools.tools.tool',
      ],
      name: [0],
    },
    {
      symbols: [
        'langchain.tools.tool',
        'langchain_core.tools.tool',
        'langchain.agents.tool',
        'langchain_community.tools.tool',
      ],
      name: [0],
      borrowed: true,
    },
  ],
  classes: [
    {
      bases: [
        'crewai.tools.BaseTool',
        'crewai_tools.BaseTool',
        'crewai.tools.base_tool.BaseTool',
        'crewai_tools.tools.base_tool.BaseTool',
      ],
      ...worker,
    },
    { bases: ['langchain.tools.BaseTool', 'langchain_core.tools.BaseTool'], ...worker, borrowed: true },
  ],
  servers: [
    {
      symbols: ['crewai_tools.MCPServerAdapter', 'crewai_tools.adapters.mcp_adapter.MCPServerAdapter'],
      params: [0, 'serverparams'],
      command: ['command'],
      args: ['args'],
      url: ['url'],
    },
    {
      symbols: ['crewai.mcp.MCPServerStdio', 'crewai.mcp.MCPServerHTTP', 'crewai.mcp.MCPServerSSE'],
      command: ['command'],
      args: ['args'],
      url: ['url'],
      keeps: ['tool_filter'],
    },
  ],
  passes: [{ symbols: ['crewai_tools.MCPServerAdapter().tools'], from: 'receiver' }],
  flows: [
    {
      bases: ['crewai.flow.flow.Flow', 'crewai.flow.Flow', 'crewai.Flow'],
      by: 'names',
      steps: [
        { symbols: flow('start'), after: [0, 'condition'], first: true },
        { symbols: flow('listen'), after: [0, 'condition'] },
        { symbols: flow('router'), after: [0, 'condition'], decides: true },
      ],
    },
  ],
  functions: false,
  runs: ['kickoff', 'kickoff_async', 'kickoff_for_each', 'execute_task'],
};
