import type { CiClient } from '../_shared/ci/commands.ts';

/** Which built-in tools an agent in CI has, and who asks before they run (nobody does, in CI). */
export interface AgentAction {
  /** Prefix of `uses:`, without a version. */
  readonly uses: string;
  readonly title: string;
  /** Client whose built-in tools it has: prefix of catalog symbols. */
  readonly client: CiClient;
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
const agentActions: readonly AgentAction[] = [
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
  {
    uses: 'anthropics/claude-code-security-review',
    title: 'Claude Code security review',
    client: 'claude-code',
    checksActor: false,
    prompts: ['custom-security-scan-instructions'],
    opens: [],
    readsEvent: true,
    comments: true,
    reference: 'https://github.com/anthropics/claude-code-security-review',
  },
  {
    uses: 'qwenlm/qwen-code-action',
    title: 'Qwen Code action',
    client: 'gemini-cli',
    checksActor: false,
    prompts: ['prompt'],
    opens: [],
    readsEvent: false,
    comments: false,
    reference: 'https://github.com/QwenLM/qwen-code-action',
  },
  {
    uses: 'sst/opencode/github',
    title: 'opencode action',
    client: 'opencode',
    checksActor: true,
    prompts: ['prompt'],
    opens: [],
    readsEvent: true,
    comments: true,
    reference: 'https://opencode.ai/docs/github/',
  },
  {
    uses: 'anomalyco/opencode/github',
    title: 'opencode action',
    client: 'opencode',
    checksActor: true,
    prompts: ['prompt'],
    opens: [],
    readsEvent: true,
    comments: true,
    reference: 'https://opencode.ai/docs/github/',
  },
  {
    uses: 'qodo-ai/pr-agent',
    title: 'PR-Agent',
    client: 'none',
    checksActor: false,
    prompts: [],
    opens: [],
    readsEvent: true,
    comments: true,
    reference: 'https://github.com/qodo-ai/pr-agent',
  },
  {
    uses: 'coderabbitai/ai-pr-reviewer',
    title: 'AI pull request reviewer',
    client: 'none',
    checksActor: false,
    prompts: ['system_message'],
    opens: [],
    readsEvent: true,
    comments: true,
    reference: 'https://github.com/coderabbitai/ai-pr-reviewer',
  },
  {
    uses: 'github/ai-moderator',
    title: 'AI moderator',
    client: 'none',
    checksActor: false,
    prompts: ['custom-prompt-path'],
    opens: [],
    readsEvent: true,
    comments: false,
    reference: 'https://github.com/github/ai-moderator',
  },
  {
    uses: 'github/ai-assessment-comment-labeler',
    title: 'AI assessment of issues',
    client: 'none',
    checksActor: false,
    prompts: [],
    opens: [],
    readsEvent: true,
    comments: true,
    reference: 'https://github.com/github/ai-assessment-comment-labeler',
  },
];

/** Parts of an action's repository that are actions of their own. */
const partOf: { readonly [uses: string]: string } = {
  'anthropics/claude-code-action/base-action': 'anthropics/claude-code-base-action',
  'openai/codex/.github/actions/codex': 'openai/codex-action',
  'codium-ai/pr-agent': 'qodo-ai/pr-agent',
};

/** The action a `uses:` text names, version aside. */
export function actionOf(uses: string): AgentAction | undefined {
  const name = uses.split('@')[0]?.toLowerCase() ?? '';
  const whole = partOf[name] ?? name;
  return agentActions.find(action => whole === action.uses);
}
