/** Which built-in tools an agent in CI has, and who asks before they run (nobody does, in CI). */
export interface AgentAction {
  /** Prefix of `uses:`, without a version. */
  readonly uses: string;
  readonly title: string;
  /** Client whose built-in tools it has: prefix of catalog symbols. */
  readonly client: 'claude-code' | 'codex' | 'gemini-cli' | 'none';
  /** The action itself refuses people without write access unless an input says otherwise. */
  readonly checksActor: boolean;
  /** Inputs that hold the prompt. */
  readonly prompts: readonly string[];
  /** Inputs that let people without write access in. */
  readonly opens: readonly string[];
  /** Reads the event (issue, comment, pull request) by itself. */
  readonly readsEvent: boolean;
  /** Answers in a comment by itself. */
  readonly comments: boolean;
  readonly reference: string;
}

/** Actions that run an agent, as documented by their vendors. */
export const agentActions: readonly AgentAction[] = [
  {
    uses: 'anthropics/claude-code-action',
    title: 'Claude Code Action',
    client: 'claude-code',
    checksActor: true,
    prompts: ['prompt', 'direct_prompt', 'override_prompt', 'custom_instructions'],
    opens: ['allowed_non_write_users', 'allowed_bots'],
    readsEvent: true,
    comments: true,
    reference: 'https://github.com/anthropics/claude-code-action/blob/main/docs/security.md',
  },
  {
    uses: 'anthropics/claude-code-base-action',
    title: 'Claude Code base action',
    client: 'claude-code',
    checksActor: false,
    prompts: ['prompt', 'prompt_file', 'system_prompt'],
    opens: [],
    readsEvent: false,
    comments: false,
    reference: 'https://github.com/anthropics/claude-code-base-action',
  },
  {
    uses: 'google-github-actions/run-gemini-cli',
    title: 'Gemini CLI action',
    client: 'gemini-cli',
    checksActor: false,
    prompts: ['prompt'],
    opens: [],
    readsEvent: false,
    comments: false,
    reference: 'https://github.com/google-github-actions/run-gemini-cli',
  },
  {
    uses: 'google-gemini/gemini-cli-action',
    title: 'Gemini CLI action',
    client: 'gemini-cli',
    checksActor: false,
    prompts: ['prompt'],
    opens: [],
    readsEvent: false,
    comments: false,
    reference: 'https://github.com/google-gemini/gemini-cli-action',
  },
  {
    uses: 'openai/codex-action',
    title: 'Codex action',
    client: 'codex',
    checksActor: true,
    prompts: ['prompt', 'prompt-file'],
    opens: ['allow-users', 'allow-bots'],
    readsEvent: false,
    comments: false,
    reference: 'https://github.com/openai/codex-action',
  },
  {
    uses: 'actions/ai-inference',
    title: 'AI inference action',
    client: 'none',
    checksActor: false,
    prompts: ['prompt', 'prompt-file', 'system-prompt', 'input'],
    opens: [],
    readsEvent: false,
    comments: false,
    reference: 'https://github.com/actions/ai-inference',
  },
];

/** A coding agent started by a command of a `run:` step. */
export interface AgentCommand {
  readonly pattern: RegExp;
  readonly title: string;
  readonly client: AgentAction['client'];
  /** Flags that switch every question off. */
  readonly open: RegExp;
}

/** Commands that start an agent without a person. */
export const agentCommands: readonly AgentCommand[] = [
  {
    pattern: /(?:^|[\s;&|(])claude\s+(?:[^\n]*\s)?(?:-p|--print)\b/,
    title: 'Claude Code',
    client: 'claude-code',
    open: /--dangerously-skip-permissions|--permission-mode[ =]bypassPermissions/,
  },
  {
    pattern: /(?:^|[\s;&|(])codex\s+(?:[^\n]*\s)?exec\b/,
    title: 'Codex',
    client: 'codex',
    open: /--dangerously-bypass-approvals-and-sandbox|--yolo|danger-full-access/,
  },
  {
    pattern: /(?:^|[\s;&|(])gemini\s+(?:[^\n]*\s)?(?:--yolo|-y|-p|--prompt)\b/,
    title: 'Gemini CLI',
    client: 'gemini-cli',
    open: /--yolo|\s-y\b/,
  },
];

/** The action a `uses:` text names, version and sub-path aside. */
export function actionOf(uses: string): AgentAction | undefined {
  const name = uses.split('@')[0]?.toLowerCase() ?? '';
  return agentActions.find(action => name === action.uses);
}

/** Built-in tools of the clients in CI: those that run without being listed, and those that must be allowed. */
export const builtIns: {
  readonly [client in AgentAction['client']]: {
    readonly always: readonly string[];
    readonly listed: readonly string[];
    readonly shell?: string;
  };
} = {
  'claude-code': {
    always: ['Read', 'Glob', 'Grep', 'Edit', 'Write'],
    listed: ['Bash', 'WebFetch', 'WebSearch'],
    shell: 'Bash',
  },
  'gemini-cli': {
    always: [],
    listed: [
      'run_shell_command',
      'read_file',
      'read_many_files',
      'glob',
      'grep_search',
      'list_directory',
      'write_file',
      'replace',
      'web_fetch',
      'google_web_search',
    ],
    shell: 'run_shell_command',
  },
  codex: { always: ['shell', 'apply_patch'], listed: ['web_search'], shell: 'shell' },
  none: { always: [], listed: [] },
};
