/** Framework id of the nodes. */
export const framework = 'dotnet-agents';

/** Namespaces that make a file one of agents. */
export const namespaces =
  /\bMicrosoft\.(?:Agents\.AI|SemanticKernel|Extensions\.AI)\b(?!\.(?:Evaluation|Abstractions)\b)/;

/** Packages that open the files of a project. */
export const packages = /\b(?:Microsoft\.Agents\.AI|SemanticKernel|Microsoft\.Extensions\.AI)\b/;

/** Methods of clients and builders that make an agent. */
export const agentMethods: ReadonlySet<string> = new Set([
  'CreateAIAgent',
  'CreateAIAgentAsync',
  'AsAIAgent',
  'BuildAIAgent',
  'GetAIAgent',
  'GetAIAgentAsync',
  'AsHarnessAgent',
  'AddAIAgent',
]);

/** Classes of agents. */
export const agentClasses: ReadonlySet<string> = new Set([
  'ChatClientAgent',
  'HarnessAgent',
  'FoundryAgent',
  'GitHubCopilotAgent',
  'A2AAgent',
  'CopilotStudioAgent',
  'ChatCompletionAgent',
  'OpenAIAssistantAgent',
  'OpenAIResponseAgent',
  'AzureAIAgent',
  'BedrockAgent',
]);

/** Agents that are answered for elsewhere: what they can do is not in this code. */
export const remoteAgents: ReadonlySet<string> = new Set(['A2AAgent', 'CopilotStudioAgent']);

/** Ready-made tools of the providers: the catalog has a row for each. */
export const hosted: ReadonlySet<string> = new Set([
  'HostedCodeInterpreterTool',
  'HostedWebSearchTool',
  'HostedFileSearchTool',
  'HostedImageGenerationTool',
]);

/** Calls that pass on what they are called on: a list in another form, an agent with something around it. */
export const passing: ReadonlySet<string> = new Set([
  'ToList',
  'ToArray',
  'Cast',
  'OfType',
  'AsReadOnly',
  'AsEnumerable',
  'Where',
  'ConfigureAwait',
  'AsBuilder',
  'Use',
  'Build',
  'UseLogging',
  'UseOpenTelemetry',
  'Clone',
  'WithAITool',
  'WithAITools',
  'AsKernelFunction',
  'AsOpenAIResponseTool',
  'GetAwaiter',
  'GetResult',
]);

/** Wrappers of an agent or a tool; the first argument is what is wrapped. */
export const wrappers: ReadonlySet<string> = new Set([
  'LoggingAgent',
  'OpenTelemetryAgent',
  'DelegatingAIFunction',
]);

/** Classes whose methods make tools of a provider. */
export const providers: ReadonlySet<string> = new Set(['FoundryAITool', 'ResponseTool']);

/** Methods that make a tool of a provider, and what the tool is. */
export const providerTools: ReadonlyMap<string, string> = new Map([
  ['CreateWebSearchTool', 'HostedWebSearchTool'],
  ['CreateWebSearchPreviewTool', 'HostedWebSearchTool'],
  ['CreateBingGroundingTool', 'HostedWebSearchTool'],
  ['CreateBingCustomSearchTool', 'HostedWebSearchTool'],
  ['CreateCodeInterpreterTool', 'HostedCodeInterpreterTool'],
  ['CreateFileSearchTool', 'HostedFileSearchTool'],
  ['CreateAzureAISearchTool', 'HostedFileSearchTool'],
  ['CreateSharepointTool', 'HostedFileSearchTool'],
  ['CreateImageGenerationTool', 'HostedImageGenerationTool'],
  ['CreateComputerTool', 'HostedComputerTool'],
  ['CreateBrowserAutomationTool', 'HostedBrowserAutomationTool'],
]);

/** Shells that can be made a tool. */
export const shells: ReadonlySet<string> = new Set(['LocalShellExecutor', 'DockerShellExecutor']);
