import type { CodeFramework } from '../_shared/code/index.ts';

const approval = {
  places: ['requires_confirmation', 'requires_user_input'],
  mechanism: 'requires_confirmation',
};
const places = {
  name: ['name'],
  description: ['description', 'role'],
  tools: ['tools'],
  knowledge: ['knowledge'],
  memory: [
    'memory',
    'memory_manager',
    'enable_agentic_memory',
    'enable_user_memories',
    'update_memory_on_run',
  ],
} as const;

/** Agno, and phidata before it. */
export const framework: CodeFramework = {
  id: 'agno',
  agents: [
    {
      symbols: [
        'agno.agent.Agent',
        'agno.Agent',
        'agno.agent.agent.Agent',
        'phi.agent.Agent',
        'phi.assistant.Assistant',
      ],
      ...places,
      members: ['team'],
    },
    { symbols: ['agno.team.Team', 'agno.team.team.Team'], shape: 'team', ...places, members: ['members'] },
    {
      symbols: [
        'agno.workflow.Workflow',
        'agno.workflow.v2.workflow.Workflow',
        'agno.workflow.workflow.Workflow',
      ],
      shape: 'sequence',
      name: ['name'],
      members: ['steps'],
      memberAgent: ['agent', 'team'],
    },
  ],
  interceptors: [{ mechanism: 'tool_hooks', in: ['tool_hooks'] }],
  makers: [
    {
      symbols: ['agno.tools.Function', 'agno.tools.function.Function', 'phi.tools.Function'],
      name: ['name'],
      description: ['description'],
      handler: ['entrypoint'],
      approval,
    },
  ],
  decorators: [
    {
      symbols: ['agno.tools.tool', 'agno.tools.decorator.tool', 'phi.tools.tool'],
      name: ['name'],
      description: ['description'],
      approval,
    },
  ],
  classes: [
    {
      bases: [
        'agno.tools.Toolkit',
        'agno.tools.toolkit.Toolkit',
        'phi.tools.Toolkit',
        'phi.tools.toolkit.Toolkit',
      ],
      name: 'name',
      description: 'description',
      methods: [],
      offers: {},
    },
  ],
  servers: [
    {
      symbols: ['agno.tools.mcp.MCPTools', 'agno.tools.mcp.mcp.MCPTools'],
      name: ['name'],
      line: ['command', 0],
      url: ['url'],
      keeps: ['include_tools'],
      drops: ['exclude_tools'],
    },
    {
      symbols: ['agno.tools.mcp.MultiMCPTools', 'agno.tools.mcp.multi_mcp.MultiMCPTools'],
      params: ['commands', 'urls', 0],
      line: [0],
      url: [0],
    },
  ],
  passes: [],
  functions: true,
  runs: ['run', 'arun', 'print_response', 'aprint_response'],
};
