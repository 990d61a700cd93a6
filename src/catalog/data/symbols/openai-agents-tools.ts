import { symbolRows } from '../../build-rows.ts';

/** Hosted and local tools of the OpenAI Agents SDK, and OpenAI tool types. */
export const openaiAgentsTools = symbolRows(
  {
    kind: 'tool',
    why: 'A built-in tool of OpenAI.',
    reference: 'https://openai.github.io/openai-agents-python/tools/',
  },
  [
    {
      symbols: [
        'agents.WebSearchTool',
        '@openai/agents#webSearchTool',
        'openai:web_search',
        'openai:web_search_preview',
      ],
      capabilities: ['web.search'],
      settings: [
        { setting: 'allowed_domains', means: 'domains', why: 'Results come from the listed hosts.' },
        {
          setting: 'external_web_access',
          is: false,
          drops: ['web.search'],
          why: 'Only an offline index is searched.',
        },
      ],
      why: 'The provider searches and opens result pages; the query is free text.',
    },
    {
      symbols: [
        'agents.FileSearchTool',
        '@openai/agents#fileSearchTool',
        'openai:file_search',
        'openai:retrieval',
      ],
      capabilities: ['vector.read'],
      settings: [
        { setting: 'vector_store_ids', means: 'scope', why: 'Only the listed stores are searched.' },
      ],
      why: 'Passages of uploaded files.',
    },
    {
      symbols: [
        'agents.CodeInterpreterTool',
        '@openai/agents#codeInterpreterTool',
        'openai:code_interpreter',
      ],
      capabilities: ['code.sandboxed'],
      why: 'Code in a container of the provider; no network unless a policy opens it.',
    },
    {
      symbols: [
        'agents.ComputerTool',
        '@openai/agents#computerTool',
        'openai:computer_use_preview',
        'openai:computer',
        'openai:computer_use',
      ],
      capabilities: ['gui.control'],
      why: 'Mouse, keyboard and screen.',
    },
    {
      symbols: [
        'agents.LocalShellTool',
        '@openai/agents#localShellTool',
        'openai:local_shell',
        'agents.ShellTool',
        '@openai/agents#shellTool',
        'openai:shell',
      ],
      capabilities: ['shell.run'],
      why: "Commands of the model's choice, on this machine unless a container of the provider is chosen.",
    },
    {
      symbols: ['agents.ApplyPatchTool', '@openai/agents#applyPatchTool', 'openai:apply_patch'],
      capabilities: ['workspace.write'],
      why: 'Edits project files.',
    },
    {
      symbols: [
        'agents.ImageGenerationTool',
        '@openai/agents#imageGenerationTool',
        'openai:image_generation',
      ],
      capabilities: ['image.generate'],
      why: 'A picture from a prompt.',
    },
    {
      symbols: [
        'agents.ToolSearchTool',
        '@openai/agents#toolSearchTool',
        'openai:tool_search',
        'agents.ProgrammaticToolCallingTool',
        '@openai/agents#programmaticToolCallingTool',
        'openai:programmatic_tool_calling',
        'openai:custom_tool',
        'openai:custom',
      ],
      capabilities: ['config.read'],
      why: 'Finds or calls tools of the same agent.',
    },
    {
      symbols: [
        'agents.codex_tool',
        '@openai/agents#codexTool',
        '@openai/agents-extensions#codexTool',
        'agents.extensions.experimental.codex.codex_tool',
      ],
      capabilities: ['shell.run', 'workspace.read', 'workspace.write'],
      why: 'A coding agent with shell and files behind one tool.',
    },
    {
      symbols: ['openai:mcp'],
      capabilities: ['third-party.any'],
      why: 'Tools of a server the provider connects to.',
    },
    {
      symbols: ['openai:memory'],
      capabilities: ['memory.read', 'memory.write'],
      why: 'What one session stores, later sessions read.',
    },
  ],
);
