import type { CodeFramework } from '../_shared/code/index.ts';

const name = ['name', 0];
const modules = [
  'autogen',
  'autogen.agentchat',
  'pyautogen',
  'ag2',
  'autogen.agentchat.conversable_agent',
  'autogen.agentchat.contrib.gpt_assistant_agent',
  'autogen.agentchat.contrib.captainagent',
];
const classic = (...names: readonly string[]): readonly string[] =>
  names.flatMap(item => modules.map(module => `${module}.${item}`));
const tools = ['autogen_core.tools.FunctionTool', 'autogen_core.components.tools.FunctionTool'];
const members = ['participants', 'agents', 0];

/** AutoGen 0.4 and later, and the 0.2 line that AG2 continues. */
export const framework: CodeFramework = {
  id: 'autogen',
  agents: [
    {
      symbols: ['autogen_agentchat.agents.AssistantAgent'],
      name,
      description: ['description'],
      tools: ['tools'],
      servers: ['workbench'],
      handoffs: ['handoffs'],
      memory: ['memory'],
    },
    {
      symbols: ['autogen_agentchat.agents.CodeExecutorAgent'],
      name,
      implicit: [{ name: 'code_executor', symbol: 'autogen_agentchat.agents.CodeExecutorAgent' }],
      approval: { places: ['approval_func'], mechanism: 'approval_func', approves: true },
    },
    {
      symbols: ['autogen_ext.agents.web_surfer.MultimodalWebSurfer'],
      name,
      implicit: [{ name: 'web_surfer', symbol: 'autogen_ext.agents.web_surfer.MultimodalWebSurfer' }],
    },
    {
      symbols: ['autogen_ext.agents.file_surfer.FileSurfer'],
      name,
      implicit: [{ name: 'file_surfer', symbol: 'autogen_ext.agents.file_surfer.FileSurfer' }],
    },
    {
      symbols: [
        'autogen_agentchat.teams.RoundRobinGroupChat',
        'autogen_agentchat.teams.SelectorGroupChat',
        'autogen_agentchat.teams.MagenticOneGroupChat',
        'autogen_agentchat.teams.Swarm',
        'autogen_ext.teams.magentic_one.MagenticOne',
      ],
      shape: 'loop',
      name: ['name'],
      members,
    },
    {
      symbols: [
        'deep_research.DeepResearchAgent',
        'websurfer.WebSurferAgent',
        'DeepResearchAgent',
        'WebSurferAgent',
      ].map(item => `autogen.agents.experimental.${item}`),
      name,
      tools: ['tools'],
      implicit: [{ name: 'web_surfer', symbol: 'autogen_ext.agents.web_surfer.MultimodalWebSurfer' }],
    },
    {
      symbols: ['DiscordAgent', 'SlackAgent', 'TelegramAgent'].map(
        item => `autogen.agents.experimental.${item}`,
      ),
      name,
      tools: ['tools'],
      implicit: [{ name: 'send', symbol: 'ag2:messaging' }],
    },
    {
      symbols: [
        'autogen.agents.experimental.ReasoningAgent',
        'autogen.agentchat.realtime_agent.RealtimeAgent',
        'autogen.agentchat.realtime.experimental.RealtimeAgent',
      ],
      name,
      tools: ['tools'],
    },
    {
      symbols: ['autogen.beta.Agent', 'autogen.beta.agent.Agent', 'ag2.beta.Agent'],
      name,
      tools: ['tools'],
    },
    // A person of the chat: no tools, but members of a team are told by it.
    {
      symbols: ['autogen_agentchat.agents.UserProxyAgent', 'autogen_agentchat.agents.SocietyOfMindAgent'],
      name,
    },
    // Classes on the core run time; `ToolAgent` only carries out what others ask for.
    {
      symbols: [
        'autogen_core.RoutedAgent',
        'autogen_core.components.RoutedAgent',
        'autogen_core.BaseAgent',
        'autogen_agentchat.agents.BaseChatAgent',
      ],
      name: ['name', 'description'],
      description: ['description'],
      ownClass: {
        models:
          /(?:^|\.)\w*(?:ChatCompletionClient|ModelClient)(?:\.load_component|\.create)?$|^autogen_ext\.models\./,
      },
    },
    { symbols: classic('GroupChatManager'), shape: 'loop', name: ['name'], members: ['groupchat'] },
    { symbols: ['autogen_agentchat.teams.GraphFlow'], shape: 'sequence', name: ['name'], members },
    {
      symbols: classic('AssistantAgent', 'ConversableAgent', 'GPTAssistantAgent', 'CaptainAgent', 'LLMAgent'),
      name,
      tools: ['functions', 'tools', 'function_map'],
    },
    {
      symbols: classic('UserProxyAgent'),
      name,
      tools: ['function_map'],
      implicit: [
        { name: 'code_execution', symbol: 'autogen.UserProxyAgent', when: ['code_execution_config'] },
      ],
    },
    {
      symbols: classic('GroupChat'),
      shape: 'loop',
      members,
    },
  ],
  makers: [
    {
      symbols: tools,
      name: ['name'],
      description: ['description', 1],
      handler: ['func', 0],
    },
    {
      symbols: ['autogen_agentchat.tools.AgentTool', 'autogen_agentchat.tools.TeamTool'],
      wraps: ['agent', 'team', 0],
    },
    { symbols: ['autogen_ext.tools.langchain.LangChainToolAdapter'], wraps: [0, 'langchain_tool'] },
  ],
  decorators: [
    {
      symbols: ['AssistantAgent', 'ConversableAgent'].flatMap(agent =>
        ['autogen', 'autogen.agentchat', 'ag2'].map(module => `${module}.${agent}().register_for_llm`),
      ),
      name: ['name'],
      description: ['description'],
      ofAgent: true,
    },
    {
      symbols: ['autogen.tools.tool', 'ag2.tools.tool', 'autogen.beta.tool', 'autogen.beta.tools.tool'],
      name: ['name'],
      description: ['description'],
    },
  ],
  classes: [
    { bases: ['autogen_core.tools.BaseTool'], name: 'name', description: 'description', methods: ['run'] },
  ],
  servers: [
    {
      symbols: [
        'autogen_ext.tools.mcp.McpWorkbench',
        'autogen_ext.tools.mcp.mcp_server_tools',
        'autogen_ext.tools.mcp.StdioMcpToolAdapter.from_server_params',
        'autogen_ext.tools.mcp.SseMcpToolAdapter.from_server_params',
      ],
      params: ['server_params', 0],
      command: ['command'],
      args: ['args'],
      url: ['url'],
    },
  ],
  passes: [{ symbols: tools.map(item => `${item}().schema`), from: 'receiver' }],
  registers: [
    {
      symbols: classic('register_function'),
      agent: ['caller', 1],
      tool: ['f', 0],
    },
    {
      symbols: classic('ConversableAgent().register_for_llm()', 'AssistantAgent().register_for_llm()'),
      agent: 'maker',
      tool: [0],
    },
  ],
  functions: true,
  runs: ['run', 'run_stream', 'on_messages', 'initiate_chat', 'a_initiate_chat', 'generate_reply'],
};
