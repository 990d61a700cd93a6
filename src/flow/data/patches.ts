import type { Fix } from '../../model/chain.ts';
import type { Change } from '../changes.ts';

/** A snippet and where it is in place. Every condition that is given must hold; the first fitting row counts. */
export interface PatchRow {
  readonly action: Fix['action'];
  readonly change?: Change['change'];
  /** Framework ids of the agent or of the changed node. */
  readonly frameworks?: readonly string[];
  /** `properties.client` of the agent. */
  readonly clients?: readonly string[];
  readonly language?: 'python' | 'javascript';
  /** The changed node is or belongs to an MCP server, or it is the framework's own tool. */
  readonly of?: 'server' | 'own';
  /** Catalog key of the changed node. */
  readonly symbol?: RegExp;
  /** `{{tool}}`, `{{agent}}`, `{{server}}`, `{{setting}}`, `{{mcpTool}}` are filled in, always inside double quotes. */
  readonly text: string;
}

const python = 'python';
const javascript = 'javascript';

/** How each framework and client says what a fix means (constructs as documented in 2026). */
export const patchRows: readonly PatchRow[] = [
  // Claude Code and other hosts of coding agents
  {
    action: 'add-approval',
    clients: ['claude-code'],
    text: '// .claude/settings.json\n{ "permissions": { "ask": ["{{mcpTool}}"] } }',
  },
  {
    action: 'deny',
    clients: ['claude-code'],
    text: '// .claude/settings.json\n{ "permissions": { "deny": ["{{mcpTool}}"] } }',
  },
  {
    action: 'restrict-tool',
    change: 'isolate',
    clients: ['claude-code'],
    text: '// .claude/settings.json\n{ "sandbox": { "enabled": true, "network": { "allowedDomains": [] } } }',
  },
  {
    action: 'restrict-tool',
    change: 'protect',
    clients: ['claude-code'],
    text: '// .claude/settings.json\n{ "permissions": { "deny": ["Edit(.claude/**)", "Write(.claude/**)", "Edit(.mcp.json)", "Write(.mcp.json)"] } }',
  },
  {
    action: 'restrict-tool',
    change: 'isolate',
    clients: ['codex'],
    text: '# .codex/config.toml\nsandbox_mode = "workspace-write"\n[sandbox_workspace_write]\nnetwork_access = false',
  },
  {
    action: 'add-approval',
    clients: ['codex'],
    of: 'own',
    text: '# .codex/config.toml\napproval_policy = "untrusted"',
  },
  {
    action: 'deny',
    clients: ['codex'],
    of: 'server',
    text: '# .codex/config.toml\n[mcp_servers."{{server}}"]\ndisabled_tools = ["{{tool}}"]',
  },
  {
    action: 'deny',
    clients: ['gemini-cli'],
    of: 'server',
    text: '// .gemini/settings.json\n{ "mcpServers": { "{{server}}": { "excludeTools": ["{{tool}}"] } } }',
  },
  {
    action: 'add-approval',
    clients: ['gemini-cli'],
    of: 'server',
    text: '// .gemini/settings.json\n{ "mcpServers": { "{{server}}": { "trust": false } } }',
  },
  {
    action: 'deny',
    clients: ['gemini-cli'],
    of: 'own',
    text: '// .gemini/settings.json\n{ "excludeTools": ["{{tool}}"] }',
  },
  {
    action: 'add-approval',
    clients: ['opencode'],
    text: '// opencode.json\n{ "permission": { "{{tool}}": "ask" } }',
  },
  {
    action: 'deny',
    clients: ['opencode'],
    text: '// opencode.json\n{ "permission": { "{{tool}}": "deny" } }',
  },
  {
    action: 'add-approval',
    clients: ['vscode', 'copilot'],
    text: '// .vscode/settings.json: leave auto-approval off\n{ "chat.tools.autoApprove": false }',
  },
  {
    action: 'add-approval',
    clients: ['cline', 'roo-code', 'windsurf', 'cursor', 'kiro'],
    of: 'server',
    text: '// in the MCP settings: take "{{tool}}" out of the approved tools\n{ "mcpServers": { "{{server}}": { "autoApprove": [] } } }',
  },
  {
    action: 'remove-server',
    frameworks: ['mcp-client', 'coding-agents'],
    text: '// take the entry "{{server}}" out of the list of servers\n{ "mcpServers": {} }',
  },
  {
    action: 'restrict-tool',
    change: 'restrict-server',
    text: '// start the server "{{server}}" with\n"args": ["{{setting}}"]',
  },

  // LangChain, LangGraph, deepagents
  {
    action: 'add-approval',
    frameworks: ['langchain', 'langgraph'],
    language: python,
    text: 'from langchain.agents.middleware import HumanInTheLoopMiddleware\n\ncreate_agent(..., checkpointer=checkpointer, middleware=[\n    HumanInTheLoopMiddleware(interrupt_on={"{{tool}}": True}),\n])',
  },
  {
    action: 'add-approval',
    frameworks: ['langchain', 'langgraph'],
    language: javascript,
    text: 'import { humanInTheLoopMiddleware } from \'langchain\';\n\ncreateAgent({ ..., checkpointer, middleware: [\n  humanInTheLoopMiddleware({ interruptOn: { "{{tool}}": true } }),\n] });',
  },
  {
    action: 'add-approval',
    frameworks: ['deepagents'],
    language: python,
    text: 'create_deep_agent(..., checkpointer=checkpointer, interrupt_on={"{{tool}}": True})',
  },
  {
    action: 'add-approval',
    frameworks: ['deepagents'],
    language: javascript,
    text: 'createDeepAgent({ ..., checkpointer, interruptOn: { "{{tool}}": true } });',
  },

  // OpenAI Agents SDK
  {
    action: 'add-approval',
    frameworks: ['openai-agents'],
    language: python,
    of: 'server',
    text: 'MCPServerStdio(name="{{server}}", params=..., require_approval="always")',
  },
  {
    action: 'add-approval',
    frameworks: ['openai-agents'],
    language: python,
    text: '@function_tool(name_override="{{tool}}", needs_approval=True)',
  },
  {
    action: 'add-approval',
    frameworks: ['openai-agents'],
    language: javascript,
    of: 'server',
    text: 'hostedMcpTool({ serverLabel: "{{server}}", ..., requireApproval: "always" })',
  },
  {
    action: 'add-approval',
    frameworks: ['openai-agents'],
    language: javascript,
    text: 'tool({ name: "{{tool}}", ..., needsApproval: true })',
  },

  // Other frameworks
  {
    action: 'add-approval',
    frameworks: ['ai-sdk', 'vercel-ai', 'vercel-ai-sdk'],
    text: '// AI SDK 6: on the tool; AI SDK 7: toolApproval: { "{{tool}}": "user-approval" }\n"{{tool}}": tool({ ..., needsApproval: true })',
  },
  {
    action: 'add-approval',
    frameworks: ['mastra'],
    text: 'createTool({ id: "{{tool}}", ..., requireApproval: true })',
  },
  {
    action: 'add-approval',
    frameworks: ['crewai'],
    text: '# the task whose agent calls "{{tool}}"\nTask(..., human_input=True)',
  },
  {
    action: 'add-approval',
    frameworks: ['agent-framework', 'microsoft-agent-framework'],
    of: 'server',
    text: 'MCPStdioTool(name="{{server}}", ..., approval_mode="always_require")',
  },
  {
    action: 'add-approval',
    frameworks: ['agent-framework', 'microsoft-agent-framework'],
    text: '@tool(name="{{tool}}", approval_mode="always_require")',
  },
  {
    action: 'add-approval',
    frameworks: ['pydantic-ai'],
    text: '# and let the agent return DeferredToolRequests\n@agent.tool(name="{{tool}}", requires_approval=True)',
  },
  {
    action: 'add-approval',
    frameworks: ['google-adk', 'adk'],
    language: python,
    text: 'FunctionTool(func=..., require_confirmation=True)  # "{{tool}}"',
  },
  {
    action: 'add-approval',
    frameworks: ['google-adk', 'adk'],
    language: javascript,
    text: 'new FunctionTool({ name: "{{tool}}", ..., requireConfirmation: true })',
  },
  {
    action: 'add-approval',
    frameworks: ['agno'],
    symbol: /Tools$/,
    text: 'requires_confirmation_tools=["{{tool}}"]  # argument of the toolkit',
  },
  {
    action: 'add-approval',
    frameworks: ['agno'],
    text: '@tool(name="{{tool}}", requires_confirmation=True)',
  },
  {
    action: 'add-approval',
    frameworks: ['llamaindex', 'llama-index'],
    text: '# inside "{{tool}}", before it acts\nanswer = await ctx.wait_for_event(HumanResponseEvent, waiter_event=InputRequiredEvent(prefix="Run {{tool}}?"))',
  },
  {
    action: 'add-approval',
    frameworks: ['haystack'],
    text: 'ConfirmationHook({"{{tool}}": BlockingConfirmationStrategy(policy=AlwaysAskPolicy(), ui=...)})',
  },
  {
    action: 'add-approval',
    frameworks: ['claude-agent-sdk'],
    language: python,
    text: '# leave "{{mcpTool}}" out of allowed_tools and decide in a callback\nClaudeAgentOptions(..., permission_mode="default", can_use_tool=ask_person)',
  },
  {
    action: 'add-approval',
    frameworks: ['claude-agent-sdk'],
    language: javascript,
    text: '// leave "{{mcpTool}}" out of allowedTools and decide in a callback\noptions: { ..., permissionMode: "default", canUseTool: askPerson }',
  },
  {
    action: 'remove-tool',
    frameworks: ['claude-agent-sdk'],
    language: python,
    text: 'ClaudeAgentOptions(..., disallowed_tools=["{{mcpTool}}"])',
  },
  {
    action: 'remove-tool',
    frameworks: ['claude-agent-sdk'],
    language: javascript,
    text: 'options: { ..., disallowedTools: ["{{mcpTool}}"] }',
  },
  {
    action: 'add-approval',
    frameworks: ['autogen'],
    text: '# a team member that a person speaks for, before "{{tool}}" runs\nUserProxyAgent(name="approver", input_func=input)',
  },

  // Low-code
  {
    action: 'add-approval',
    frameworks: ['n8n'],
    text: '{ "type": "n8n-nodes-base.slack", "parameters": { "operation": "sendAndWait" }, "name": "Approve {{tool}}" }',
  },
  {
    action: 'add-approval',
    frameworks: ['flowise'],
    text: '{ "agentSelectedTool": "{{tool}}", "agentSelectedToolRequiresHumanInput": true }',
  },

  // Renderers and constant destinations
  {
    action: 'disable-renderer',
    symbol: /slack/i,
    text: 'unfurl_links=False, unfurl_media=False',
  },
];
