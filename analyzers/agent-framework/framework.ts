import type { CodeFramework } from '../_shared/code/index.ts';

const approval = { places: ['approval_mode'], mechanism: 'approval_mode', asks: ['always_require'] } as const;
/** The package itself and those that bring a client or a service of their own. */
export const packages = [
  'agent_framework',
  ...[
    'a2a',
    'ag_ui',
    'anthropic',
    'azure_ai',
    'bedrock',
    'claude',
    'copilotstudio',
    'declarative',
    'devui',
    'foundry',
    'foundry_hosting',
    'foundry_local',
    'gemini',
    'github_copilot',
    'hosting',
    'mistral',
    'ollama',
    'openai',
    'orchestrations',
  ].map(name => `agent_framework_${name}`),
];
const clients = [
  'openai.OpenAIChatClient',
  'openai.OpenAIResponsesClient',
  'openai.OpenAIChatCompletionClient',
  'azure.AzureOpenAIChatClient',
  'azure.AzureOpenAIResponsesClient',
  'azure.AzureAIAgentClient',
  'foundry.FoundryChatClient',
  'anthropic.AnthropicClient',
  'ollama.OllamaChatClient',
];

/** Microsoft Agent Framework for Python. */
export const framework: CodeFramework = {
  id: 'agent-framework',
  policies: [
    {
      mechanism: 'SecureAgentConfig',
      symbols: ['agent_framework.security.SecureAgentConfig', 'agent_framework.SecureAgentConfig'],
      in: ['context_providers', 'context_provider'],
      enforced: ['enable_policy_enforcement'],
      blocks: ['block_on_violation'],
      asks: ['approval_on_violation'],
      frees: ['allow_untrusted_tools'],
    },
  ],
  agents: [
    {
      symbols: [
        'agent_framework.Agent',
        'agent_framework.ChatAgent',
        'agent_framework.RawAgent',
        'agent_framework.create_harness_agent',
        'agent_framework.github.GitHubCopilotAgent',
        'agent_framework_github_copilot.GitHubCopilotAgent',
        'agent_framework.anthropic.ClaudeAgent',
        'agent_framework_claude.ClaudeAgent',
        'agent_framework.microsoft.CopilotStudioAgent',
        'agent_framework.a2a.A2AAgent',
        ...clients.flatMap(client =>
          ['as_agent', 'create_agent'].map(method => `agent_framework.${client}().${method}`),
        ),
      ],
      methods: { names: ['as_agent', 'create_agent'], packages },
      name: ['name'],
      description: ['description'],
      tools: ['tools'],
      knowledge: ['context_providers', 'context_provider'],
    },
    {
      symbols: ['agent_framework.SequentialBuilder', 'agent_framework.orchestrations.SequentialBuilder'],
      shape: 'sequence',
      members: ['participants'],
    },
    {
      symbols: ['agent_framework.ConcurrentBuilder', 'agent_framework.orchestrations.ConcurrentBuilder'],
      shape: 'parallel',
      members: ['participants'],
    },
    {
      symbols: [],
      methods: { names: ['get_response', 'get_streaming_response'], packages },
      tools: ['tools'],
      needsTools: true,
    },
    {
      symbols: ['agent_framework.WorkflowBuilder'],
      shape: 'parallel',
      name: ['name'],
      members: ['participants'],
      graph: {
        nodes: {
          methods: ['set_start_executor', 'add_agent'],
          member: [0, 'agent', 'executor'],
        },
        edges: {
          methods: ['add_edge', 'add_fan_out_edges', 'add_fan_in_edges', 'add_multi_selection_edge_group'],
          from: [0, 'source', 'sources'],
          to: [1, 'target', 'targets'],
        },
        chains: ['add_chain'],
        start: ['start_executor'],
        steps: {
          bases: ['agent_framework.Executor'],
          handlers: ['agent_framework.handler'],
          functions: ['agent_framework.executor'],
        },
      },
    },
    {
      symbols: [
        'agent_framework.HandoffBuilder',
        'agent_framework.GroupChatBuilder',
        'agent_framework.MagenticBuilder',
        'agent_framework.orchestrations.HandoffBuilder',
        'agent_framework.orchestrations.GroupChatBuilder',
        'agent_framework.orchestrations.MagenticBuilder',
      ],
      shape: 'loop',
      members: ['participants'],
    },
  ],
  makers: [
    {
      symbols: ['agent_framework.FunctionTool', 'agent_framework.AIFunction'],
      name: ['name'],
      description: ['description'],
      handler: ['func'],
      approval,
    },
  ],
  decorators: [
    {
      symbols: ['agent_framework.tool', 'agent_framework.ai_function'],
      name: ['name'],
      description: ['description'],
      approval,
    },
  ],
  classes: [],
  servers: [
    {
      symbols: [
        'agent_framework.MCPStdioTool',
        'agent_framework.MCPStreamableHTTPTool',
        'agent_framework.MCPWebsocketTool',
        'agent_framework.HostedMCPTool',
      ],
      name: ['name', 0],
      command: ['command'],
      args: ['args'],
      url: ['url'],
      keeps: ['allowed_tools'],
      approval,
    },
  ],
  passes: [
    { symbols: ['agent_framework.Agent().as_tool', 'agent_framework.ChatAgent().as_tool'], from: 'receiver' },
  ],
  functions: true,
  // Built-in tools of Claude Code by name.
  named: name => (/^[A-Z][A-Za-z]{2,20}$/.test(name) ? `claude-code:${name}` : undefined),
  runs: ['run', 'run_stream', 'run_streaming'],
};
