import type { CodeFramework } from '../_shared/code/index.ts';

const agents = [
  'FunctionAgent',
  'ReActAgent',
  'CodeActAgent',
  'AgentWorkflow',
  'FunctionCallingAgent',
  'OpenAIAgent',
  'AnthropicAgent',
  'GeminiAgent',
  'LLMAgent',
];

const objectIndexes = [
  'llama_index.core.objects.ObjectIndex.from_objects',
  'llama_index.core.objects.base.ObjectIndex.from_objects',
];

/** LlamaIndex for Python and TypeScript. */
export const framework: CodeFramework = {
  id: 'llamaindex',
  agents: [
    {
      symbols: ['FunctionAgent', 'ReActAgent', 'CodeActAgent'].flatMap(name => [
        `llama_index.core.agent.workflow.${name}`,
        `llama_index.core.agent.${name}`,
      ]),
      name: ['name'],
      description: ['description'],
      tools: ['tools', 'tool_retriever'],
      handoffs: ['can_handoff_to'],
      memory: ['memory'],
    },
    {
      symbols: [
        'llama_index.core.agent.ReActAgent.from_tools',
        'llama_index.core.agent.FunctionCallingAgent.from_tools',
        'llama_index.core.agent.FunctionCallingAgentWorker.from_tools',
        'llama_index.agent.openai.OpenAIAgent.from_tools',
        'llama_index.core.agent.workflow.AgentWorkflow.from_tools_or_functions',
        'llama_index.core.agent.AgentWorkflow.from_tools_or_functions',
      ],
      tools: ['tools', 'tools_or_functions', 'tool_retriever', 0],
      memory: ['memory'],
    },
    {
      symbols: ['llama_index.core.agent.workflow.AgentWorkflow', 'llama_index.core.agent.AgentWorkflow'],
      shape: 'team',
      members: ['agents'],
    },
    {
      symbols: [
        '@llamaindex/workflow#agent',
        'llamaindex#agent',
        ...agents.flatMap(name => [
          `llamaindex#${name}`,
          `@llamaindex/openai#${name}`,
          `@llamaindex/anthropic#${name}`,
        ]),
      ],
      name: ['name'],
      description: ['description'],
      tools: ['tools'],
      handoffs: ['canHandoffTo'],
    },
    {
      symbols: ['@llamaindex/workflow#multiAgent', 'llamaindex#multiAgent'],
      shape: 'team',
      members: ['agents'],
    },
  ],
  makers: [
    {
      symbols: ['llama_index.core.tools.FunctionTool.from_defaults', 'llama_index.core.tools.FunctionTool'],
      name: ['name'],
      description: ['description'],
      handler: ['fn', 'async_fn', 0],
      returnDirect: ['return_direct'],
    },
    {
      symbols: ['llamaindex#tool', 'llamaindex#FunctionTool.from', '@llamaindex/core/tools#tool'],
      name: ['name'],
      description: ['description'],
      parameters: ['parameters'],
      handler: ['execute', 0],
    },
    {
      symbols: [
        'llama_index.core.tools.tool_spec.load_and_search.LoadAndSearchToolSpec.from_defaults',
        'llama_index.core.tools.ondemand_loader_tool.OnDemandLoaderTool.from_defaults',
      ],
      wraps: [0, 'tool'],
    },
  ],
  decorators: [],
  classes: [
    {
      bases: ['llama_index.core.tools.tool_spec.base.BaseToolSpec', 'llama_index.core.tools.BaseToolSpec'],
      name: 'name',
      description: 'description',
      methods: [],
      offers: { listedIn: 'spec_functions' },
    },
  ],
  servers: [
    { symbols: ['llama_index.tools.mcp.BasicMCPClient'], command: [0], args: ['args'], url: [0] },
    { symbols: ['@llamaindex/tools#mcp'], command: ['command'], args: ['args'], url: ['url'] },
    {
      symbols: [
        'llama_index.tools.mcp.aget_tools_from_mcp_url',
        'llama_index.tools.mcp.get_tools_from_mcp_url',
      ],
      url: [0, 'command_or_url'],
      keeps: ['allowed_tools'],
    },
  ],
  passes: [
    {
      symbols: [
        'llama_index.tools.mcp.McpToolSpec().to_tool_list',
        'llama_index.tools.mcp.McpToolSpec().to_tool_list_async',
      ],
      from: 'receiver',
    },
    { symbols: ['llama_index.tools.mcp.McpToolSpec'], from: ['client', 0] },
    { symbols: ['@llamaindex/tools#mcp().tools'], from: 'receiver' },
    {
      symbols: ['llama_index.tools.*'],
      from: 'receiver',
      picks: { setting: 'spec_functions', places: ['spec_functions', 0] },
    },
    { symbols: objectIndexes, from: [0, 'objects'] },
    // Of the tools in an index the model gets those that fit the question: each of them may be one.
    { symbols: objectIndexes.map(index => `${index}().as_retriever`), from: 'receiver' },
  ],
  flows: [
    {
      bases: [
        'llama_index.core.workflow.Workflow',
        'llama_index.core.workflow.workflow.Workflow',
        'workflows.Workflow',
      ],
      by: 'events',
      steps: [
        {
          symbols: [
            'llama_index.core.workflow.step',
            'llama_index.core.workflow.decorators.step',
            'workflows.step',
            'workflows.decorators.step',
          ],
        },
      ],
    },
  ],
  functions: true,
  runs: ['run', 'chat', 'achat', 'query', 'aquery', 'stream_chat'],
};
