import { of, symbolRows } from '../../build-rows.ts';

/** Tools of strands_tools. */
export const strandsTools = symbolRows(
  {
    kind: 'tool',
    why: 'A ready-made tool of Strands.',
    reference:
      'https://strandsagents.com/latest/documentation/docs/user-guide/concepts/tools/community-tools-package/',
  },
  [
    {
      symbols: of(['strands_tools.'], 'http_request http_request.http_request'),
      capabilities: ['http.send'],
      why: 'Any request with body and headers to any address.',
    },
    {
      symbols: of(
        ['strands_tools.'],
        'browser browser.LocalChromiumBrowser browser.AgentCoreBrowser browser.BedrockAgentCoreBrowser',
      ),
      capabilities: ['browser.act', 'browser.read', 'browser.script', 'web.browse'],
      why: 'A browser that opens any address and acts.',
    },
    {
      symbols: of(['strands_tools.'], 'a2a_client a2a_client.A2AClientToolProvider'),
      capabilities: ['agent.remote'],
      why: "Agents at addresses of the model's choice.",
    },
    {
      symbols: of(['strands_tools.'], 'tavily tavily.tavily_search exa exa.exa_search'),
      capabilities: ['web.search'],
      why: 'Search over one fixed provider.',
    },
    {
      symbols: of(
        ['strands_tools.'],
        'tavily.tavily_extract tavily.tavily_crawl tavily.tavily_map exa.exa_get_contents bright_data bright_data.bright_data rss rss.rss',
      ),
      capabilities: ['web.fetch'],
      why: 'Reads any address.',
    },
    {
      symbols: of(['strands_tools.'], 'shell shell.shell'),
      capabilities: ['shell.run'],
      why: "Commands of the model's choice; asks unless BYPASS_TOOL_CONSENT is set.",
    },
    {
      symbols: of(['strands_tools.'], 'python_repl python_repl.python_repl'),
      capabilities: ['code.run'],
      why: "Code of the model's choice on this machine; asks unless BYPASS_TOOL_CONSENT is set.",
    },
    {
      symbols: of(['strands_tools.'], 'code_interpreter code_interpreter.AgentCoreCodeInterpreter'),
      capabilities: ['code.sandboxed'],
      why: 'Code in a container of the vendor.',
    },
    {
      symbols: of(['strands_tools.'], 'use_computer use_computer.use_computer'),
      capabilities: ['gui.control'],
      why: 'Mouse, keyboard and screen.',
    },
    {
      symbols: of(['strands_tools.'], 'use_aws use_aws.use_aws'),
      capabilities: [
        'cloud.delete',
        'cloud.read',
        'cloud.write',
        'secret.read',
        'storage.read',
        'storage.write',
      ],
      why: 'Any call of the cloud interface with the own credentials.',
    },
    {
      symbols: of(['strands_tools.'], 'file_read file_read.file_read image_reader image_reader.image_reader'),
      capabilities: ['file.read'],
      why: 'Files the process may read.',
    },
    {
      symbols: of(
        ['strands_tools.'],
        'search_video search_video.search_video chat_video chat_video.chat_video speak speak.speak nova_reels nova_reels.create',
      ),
      capabilities: ['media.analyze'],
      why: 'Video and speech.',
    },
    {
      symbols: of(
        ['strands_tools.'],
        'file_write file_write.file_write journal journal.journal diagram diagram.diagram',
      ),
      capabilities: ['file.write'],
      why: 'Writes files.',
    },
    {
      symbols: of(['strands_tools.'], 'editor editor.editor'),
      capabilities: ['file.read', 'file.write'],
      why: 'Reads and edits files.',
    },
    {
      symbols: of(['strands_tools.'], 'retrieve retrieve.retrieve'),
      capabilities: ['vector.read'],
      why: 'Passages of indexed documents.',
    },
    {
      symbols: of(
        ['strands_tools.'],
        'memory memory.memory mem0_memory mem0_memory.mem0_memory mongodb_memory mongodb_memory.mongodb_memory elasticsearch_memory elasticsearch_memory.elasticsearch_memory agent_core_memory agent_core_memory.AgentCoreMemoryToolProvider',
      ),
      capabilities: ['memory.delete', 'memory.read', 'memory.write'],
      why: 'What one session stores, later sessions read.',
    },
    {
      symbols: of(['strands_tools.'], 'slack slack.slack slack.slack_send_message'),
      capabilities: ['chat.read', 'chat.send'],
      why: 'Channels read and posted to.',
    },
    {
      symbols: of(['strands_tools.'], 'environment environment.environment'),
      capabilities: ['env.read', 'system.write'],
      why: 'Environment variables hold keys.',
    },
    {
      symbols: of(['strands_tools.'], 'mcp_client mcp_client.mcp_client load_tool load_tool.load_tool'),
      capabilities: ['mcp.connect'],
      why: "Attaches a server or loads a file of the model's choice.",
    },
    {
      symbols: of(
        ['strands_tools.'],
        'use_agent use_agent.use_agent use_llm use_llm.use_llm graph graph.graph agent_graph agent_graph.agent_graph swarm swarm.swarm workflow workflow.workflow batch batch.batch think think.think',
      ),
      capabilities: ['agent.delegate'],
      why: 'Other agents with the tools of this one.',
    },
    {
      symbols: of(['strands_tools.'], 'handoff_to_user handoff_to_user.handoff_to_user'),
      capabilities: ['human.ask'],
      why: 'The user answers; no approval of a certain call.',
    },
    {
      symbols: of(['strands_tools.'], 'cron cron.cron'),
      capabilities: ['schedule.write', 'shell.run'],
      why: 'Plans commands for later.',
    },
    {
      symbols: of(['strands_tools.'], 'calculator calculator.calculator stop stop.stop'),
      capabilities: ['compute.pure'],
      why: 'Works on its arguments only.',
    },
    {
      symbols: of(['strands_tools.'], 'current_time current_time.current_time sleep sleep.sleep'),
      capabilities: ['time.now'],
      why: 'Clock and waiting.',
    },
    {
      symbols: of(
        ['strands_tools.'],
        'generate_image generate_image.generate_image generate_image_stability generate_image_stability.generate_image_stability',
      ),
      capabilities: ['image.generate'],
      why: 'A picture from a prompt.',
    },
    {
      symbols: ['@strands-agents/sdk/vended-tools/bash#bash', '@strands-agents/sdk/vended_tools/bash#bash'],
      capabilities: ['shell.run'],
      why: "Commands of the model's choice.",
    },
    {
      symbols: [
        '@strands-agents/sdk/vended-tools/file-editor#fileEditor',
        '@strands-agents/sdk/vended_tools/file_editor#fileEditor',
      ],
      capabilities: ['file.read', 'file.write'],
      why: 'Reads and edits files.',
    },
    {
      symbols: [
        '@strands-agents/sdk/vended-tools/http-request#httpRequest',
        '@strands-agents/sdk/vended_tools/http_request#httpRequest',
      ],
      capabilities: ['http.send'],
      why: 'Any request to any address.',
    },
  ],
);
