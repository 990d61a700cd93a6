import type { PatchRow } from './patches.ts';

const python = 'python';
const javascript = 'javascript';

/** Code frameworks in which tools are functions that a fix can be written into. */
const coded = [
  'agent-framework',
  'agno',
  'ai-sdk',
  'autogen',
  'browser-use',
  'claude-agent-sdk',
  'crewai',
  'deepagents',
  'dspy',
  'google-adk',
  'haystack',
  'langchain',
  'langgraph',
  'llamaindex',
  'mastra',
  'openai-agents',
  'provider-loops',
  'pydantic-ai',
  'semantic-kernel',
  'smolagents',
  'strands',
];

/** Frameworks without a construct for approvals: the tool itself asks. */
const asksItself = ['browser-use', 'dspy', 'provider-loops', 'smolagents'];

/** Further fixes: taking away, binding, splitting, typing, isolating, and frameworks with ways of their own. */
export const morePatchRows: readonly PatchRow[] = [
  {
    action: 'add-approval',
    frameworks: ['strands'],
    language: python,
    text: 'def ask(event: BeforeToolCallEvent) -> None:\n    if event.tool_use["name"] == "{{tool}}" and event.interrupt("approve", reason=event.tool_use["input"]) != "yes":\n        event.cancel_tool = "refused"',
  },
  {
    action: 'add-approval',
    frameworks: ['semantic-kernel'],
    language: python,
    text: '@kernel.filter(FilterTypes.AUTO_FUNCTION_INVOCATION)\nasync def ask(context, next):\n    if context.function.name != "{{tool}}" or await person_agrees(context.arguments):\n        await next(context)',
  },
  {
    action: 'add-approval',
    frameworks: asksItself,
    language: python,
    text: '# first lines of "{{tool}}", with every argument in the question\nif input(f"Run {{tool}} with {arguments}? ") != "yes":\n    return "refused"',
  },
  {
    action: 'add-approval',
    frameworks: asksItself,
    language: javascript,
    text: '// first lines of "{{tool}}", with every argument in the question\nif (!(await confirm({ message: `Run {{tool}} with these values? ` + JSON.stringify(input) }))) return "refused";',
  },
  {
    action: 'add-approval',
    frameworks: ['llamaindex', 'llama-index'],
    language: javascript,
    text: '// inside "{{tool}}", before it acts\nconst answer = await context.waitForEvent(humanResponseEvent);\nif (answer.data.response !== "yes") return "refused";',
  },
  {
    action: 'add-approval',
    frameworks: ['dify'],
    text: '- data:\n    type: human-input\n    title: "Approve {{tool}}"',
  },
  {
    action: 'add-approval',
    frameworks: ['langflow'],
    text: '# the component "{{tool}}" is run by the flow after a person has answered, not given to the agent\ntool_mode: false',
  },
  {
    action: 'add-approval',
    frameworks: ['github-actions', 'gh-aw'],
    text: '# the job of "{{agent}}" waits for a reviewer (settings of the environment: required reviewers)\nenvironment: agent-approval',
  },
  {
    action: 'add-approval',
    frameworks: ['gitlab-ci'],
    text: '# the job of "{{agent}}" waits for a person\nwhen: manual\nallow_failure: false',
  },
  {
    action: 'deny',
    frameworks: ['github-actions'],
    clients: ['claude-code'],
    text: 'with:\n  claude_args: --disallowedTools "{{mcpTool}}"',
  },
  {
    action: 'deny',
    frameworks: ['github-actions'],
    clients: ['gemini-cli'],
    text: 'with:\n  settings: |\n    { "excludeTools": ["{{tool}}"] }',
  },
  {
    action: 'restrict-tool',
    change: 'isolate',
    frameworks: ['github-actions'],
    clients: ['codex'],
    text: 'with:\n  sandbox: workspace-write',
  },
  {
    action: 'deny',
    clients: ['vscode', 'copilot'],
    text: '// tools of the chat mode or custom agent: leave out "{{tool}}"\ntools: ["read", "search"]',
  },
  {
    action: 'deny',
    clients: ['cursor'],
    text: '// .cursor/cli.json\n{ "permissions": { "deny": ["{{tool}}"] } }',
  },
  {
    action: 'restrict-tool',
    change: 'isolate',
    clients: ['gemini-cli'],
    text: '// .gemini/settings.json\n{ "tools": { "sandbox": "docker" } }',
  },
  {
    action: 'restrict-tool',
    change: 'protect',
    clients: ['vscode', 'copilot'],
    text: '// .vscode/settings.json\n{ "chat.tools.edits.autoApprove": { "**/.vscode/*.json": false } }',
  },

  // Less of a tool
  {
    action: 'remove-tool',
    frameworks: coded,
    language: python,
    text: '# {{agent}}: leave "{{tool}}" out of the list\ntools=[tool for tool in tools if tool.name != "{{tool}}"]',
  },
  {
    action: 'remove-tool',
    frameworks: ['ai-sdk', 'mastra'],
    language: javascript,
    text: '// {{agent}}: leave "{{tool}}" out\nconst { "{{tool}}": _removed, ...rest } = tools;',
  },
  {
    action: 'remove-tool',
    frameworks: coded,
    language: javascript,
    text: '// {{agent}}: leave "{{tool}}" out of the list\ntools: tools.filter(tool => tool.name !== "{{tool}}")',
  },
  {
    action: 'remove-tool',
    frameworks: ['n8n', 'flowise', 'langflow', 'dify'],
    text: '// cut the connection from "{{tool}}" to "{{agent}}"',
  },
  {
    action: 'remove-server',
    frameworks: [
      'openai-agents',
      'pydantic-ai',
      'strands',
      'langchain',
      'google-adk',
      'agno',
      'mastra',
      'ai-sdk',
    ],
    text: '# {{agent}}: leave the server "{{server}}" out of its servers and toolsets',
  },
  {
    action: 'bind-destination',
    frameworks: coded,
    language: python,
    text: '# "{{tool}}" takes no address from the model\nDESTINATION = os.environ["REPORT_DESTINATION"]',
  },
  {
    action: 'bind-destination',
    frameworks: coded,
    language: javascript,
    text: '// "{{tool}}" takes no address from the model\nconst destination = process.env.REPORT_DESTINATION;',
  },
  {
    action: 'bind-destination',
    frameworks: ['n8n'],
    text: '// parameter of "{{tool}}": a written value in place of $fromAI\n{ "sendTo": "team@example.com" }',
  },
  {
    action: 'restrict-tool',
    change: 'isolate',
    frameworks: ['smolagents'],
    text: 'CodeAgent(..., executor_type="docker")  # in a network without a way out',
  },
  {
    action: 'restrict-tool',
    change: 'isolate',
    frameworks: ['autogen'],
    text: 'DockerCommandLineCodeExecutor(...)  # in a container network without a way out, in place of the local executor',
  },
  {
    action: 'restrict-tool',
    change: 'isolate',
    frameworks: coded,
    language: python,
    text: '# inside "{{tool}}"\ndocker.from_env().containers.run("python:3.13-slim", command, network_mode="none", read_only=True)',
  },
  {
    action: 'restrict-tool',
    change: 'isolate',
    frameworks: coded,
    language: javascript,
    text: '// inside "{{tool}}"\nexecFile("docker", ["run", "--rm", "--network", "none", "--read-only", "node:22-slim", ...command]);',
  },

  // Two agents, checked values between them
  {
    action: 'split-agent',
    frameworks: ['langchain', 'langgraph', 'deepagents'],
    language: python,
    text: 'class Verdict(BaseModel):\n    kind: Literal["question", "complaint", "other"]\n\nreader = create_agent(model, tools=[...], response_format=Verdict)',
  },
  {
    action: 'split-agent',
    frameworks: ['langchain', 'langgraph', 'deepagents'],
    language: javascript,
    text: 'const reader = createAgent({ model, tools: [...], responseFormat: z.object({ kind: z.enum(["question", "complaint", "other"]) }) });',
  },
  {
    action: 'split-agent',
    frameworks: ['openai-agents'],
    language: python,
    text: 'reader = Agent(name="reader", tools=[...], output_type=Verdict)  # Verdict holds enums and numbers only\ndesk_tools = [reader.as_tool(tool_name="read", tool_description="Reads and sorts")]',
  },
  {
    action: 'split-agent',
    frameworks: ['openai-agents'],
    language: javascript,
    text: 'const reader = new Agent({ name: "reader", tools: [...], outputType: z.object({ kind: z.enum(["question", "complaint"]) }) });',
  },
  {
    action: 'split-agent',
    frameworks: ['ai-sdk'],
    text: 'const { output } = await generateText({ model, tools: readers, output: Output.object({ schema: z.object({ kind: z.enum(["question", "complaint"]) }) }) });',
  },
  {
    action: 'split-agent',
    frameworks: ['pydantic-ai'],
    text: 'reader = Agent(model, output_type=Literal["question", "complaint", "other"])',
  },
  {
    action: 'split-agent',
    frameworks: ['google-adk'],
    text: 'reader = LlmAgent(name="reader", tools=[...], output_schema=Verdict)  # Verdict holds enums and numbers only',
  },
  {
    action: 'split-agent',
    frameworks: ['crewai'],
    text: 'Task(..., agent=reader, output_pydantic=Verdict)  # Verdict holds enums and numbers only',
  },
  {
    action: 'restrict-tool',
    change: 'type',
    language: python,
    text: 'class Verdict(BaseModel):\n    kind: Literal["question", "complaint", "other"]\n    number: int',
  },
  {
    action: 'restrict-tool',
    change: 'type',
    language: javascript,
    text: 'z.object({ kind: z.enum(["question", "complaint", "other"]), number: z.number() })',
  },

  // Pages
  {
    action: 'disable-renderer',
    frameworks: ['chat-ui'],
    text: '<Markdown disallowedElements={["img"]}>{text}</Markdown>\n// or, for the whole page: Content-Security-Policy: img-src \'self\'',
  },
  {
    action: 'disable-renderer',
    frameworks: coded,
    language: javascript,
    text: '// in "{{tool}}"\nunfurl_links: false, unfurl_media: false',
  },
  {
    action: 'disable-renderer',
    frameworks: coded,
    language: python,
    text: '# in "{{tool}}"\nunfurl_links=False, unfurl_media=False',
  },
];
