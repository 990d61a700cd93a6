import type { CodeFramework } from '../_shared/code/index.ts';

const agents = [
  'ChatCompletionAgent',
  'OpenAIAssistantAgent',
  'OpenAIResponsesAgent',
  'AzureAIAgent',
  'AzureAssistantAgent',
  'AzureResponsesAgent',
  'BedrockAgent',
  'CopilotStudioAgent',
];
const homes = [
  'chat_completion.chat_completion_agent',
  'open_ai.open_ai_assistant_agent',
  'open_ai.azure_assistant_agent',
  'open_ai.openai_assistant_agent',
  'open_ai.openai_responses_agent',
  'open_ai.azure_responses_agent',
  'azure_ai.azure_ai_agent',
  'bedrock.bedrock_agent',
  'copilot_studio.copilot_studio_agent',
];
const factories = ['create', 'create_and_prepare_agent'];
const orchestrations = (names: readonly string[]): readonly string[] =>
  names.map(name => `semantic_kernel.agents.${name}`);

/** What makes a method a function of the kernel. */
export const functionDecorators = [
  'semantic_kernel.functions.kernel_function',
  'semantic_kernel.functions.kernel_function_decorator.kernel_function',
];
/** What makes an agent that answers by itself. */
export const agentSymbols = agents.flatMap(name => [
  `semantic_kernel.agents.${name}`,
  ...factories.map(method => `semantic_kernel.agents.${name}.${method}`),
  ...homes.map(home => `semantic_kernel.agents.${home}.${name}`),
]);

/** Semantic Kernel for Python. */
export const framework: CodeFramework = {
  id: 'semantic-kernel',
  agents: [
    {
      symbols: agentSymbols,
      name: ['name'],
      description: ['description'],
      tools: ['plugins', 'tools'],
      gains: {
        methods: ['add_plugin', 'add_plugins', 'add_function'],
        on: ['kernel'],
        tools: ['plugin', 'plugins', 'function', 0],
      },
    },
    {
      symbols: ['semantic_kernel.Kernel', 'semantic_kernel.kernel.Kernel'],
      tools: ['plugins'],
      gains: {
        methods: ['add_plugin', 'add_plugins', 'add_function'],
        tools: ['plugin', 'plugins', 'function', 0],
      },
      partOf: ['kernel'],
      chosenBy:
        /(?:FunctionChoiceBehavior|FunctionCallBehavior|ToolCallBehavior|Planner|FunctionChoiceType)$/,
      needsTools: true,
    },
    {
      symbols: orchestrations(['AgentRegistry.create_from_yaml', 'agent.AgentRegistry.create_from_yaml']),
      tools: ['plugins'],
      gains: {
        methods: ['add_plugin', 'add_plugins', 'add_function'],
        on: ['kernel'],
        tools: ['plugin', 'plugins', 'function', 0],
      },
    },
    { symbols: orchestrations(['SequentialOrchestration']), shape: 'sequence', members: ['members'] },
    { symbols: orchestrations(['ConcurrentOrchestration']), shape: 'parallel', members: ['members'] },
    {
      symbols: orchestrations([
        'HandoffOrchestration',
        'GroupChatOrchestration',
        'MagenticOrchestration',
        'AgentGroupChat',
      ]),
      shape: 'loop',
      members: ['members', 'agents'],
    },
  ],
  interceptors: [
    {
      mechanism: 'function filter',
      in: ['kernel'],
      registered: {
        methods: ['add_filter'],
        packages: ['semantic_kernel'],
        decorators: ['semantic_kernel.Kernel().filter', 'semantic_kernel.kernel.Kernel().filter'],
        events: /(?:AUTO_)?FUNCTION_INVOCATION$/,
      },
    },
  ],
  makers: [],
  decorators: [
    {
      symbols: functionDecorators,
      name: ['name'],
      description: ['description'],
      // Steps of a process are run by events; no model chooses them.
      exceptIn: [
        'semantic_kernel.processes.kernel_process.KernelProcessStep',
        'semantic_kernel.processes.kernel_process.kernel_process_step.KernelProcessStep',
      ],
    },
  ],
  classes: [
    {
      bases: [],
      name: 'name',
      description: 'description',
      methods: [],
      offers: {
        decorators: functionDecorators,
      },
    },
  ],
  servers: [
    {
      symbols: ['MCPStdioPlugin', 'MCPSsePlugin', 'MCPStreamableHttpPlugin', 'MCPWebsocketPlugin'].map(
        name => `semantic_kernel.connectors.mcp.${name}`,
      ),
      name: ['name'],
      command: ['command'],
      args: ['args'],
      url: ['url'],
    },
  ],
  passes: [],
  functions: true,
  runs: ['get_response', 'invoke', 'invoke_stream'],
};
