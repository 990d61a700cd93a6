/** A coding agent that pipelines start, as the prefix of its tools in the catalog; `none` has no tools of its own. */
export type CiClient = 'claude-code' | 'codex' | 'gemini-cli' | 'copilot' | 'opencode' | 'cursor' | 'none';

/** A coding agent started by a command of a script. */
export interface AgentCommand {
  readonly pattern: RegExp;
  readonly title: string;
  readonly client: CiClient;
  /** Flags that switch every question off. */
  readonly open: RegExp;
  /** Fetches the issue or request that started the pipeline by itself. */
  readonly readsEvent?: true;
}

/** A program name at the start of a command, also behind `npx`, `timeout 60`, an assignment or a substitution. */
const program = (name: string, rest: string): RegExp =>
  new RegExp(`(?:^|[\\s;&|("'\`/])${name}\\s+(?:[^\\n]{0,4000}?\\s)?${rest}`);

const never = /(?!)/;

/** Commands that start an agent, or ask a model, without a person; flags as documented by their vendors. */
export const agentCommands: readonly AgentCommand[] = [
  {
    pattern: program('(?:claude|@anthropic-ai/claude-code(?:@[\\w.-]+)?)', '(?:-p|--print)(?=[\\s"\'=$]|$)'),
    title: 'Claude Code',
    client: 'claude-code',
    open: /--dangerously-skip-permissions|--permission-mode[ =]"?bypassPermissions/,
  },
  {
    pattern: program('(?:codex|@openai/codex(?:@[\\w.-]+)?)', '(?:exec|e)\\b'),
    title: 'Codex',
    client: 'codex',
    open: /--dangerously-bypass-approvals-and-sandbox|--yolo|danger-full-access/,
  },
  {
    pattern: program(
      '(?:gemini|qwen|@google/gemini-cli(?:@[\\w.-]+)?)',
      '(?:--yolo|-y|-p|--prompt|--approval-mode)\\b',
    ),
    title: 'Gemini CLI',
    client: 'gemini-cli',
    open: /--yolo|\s-y\b|--approval-mode[ =]yolo/,
  },
  {
    pattern: program('(?:copilot|@github/copilot(?:@[\\w.-]+)?)', '(?:-p|--prompt)(?=[\\s"\'=$]|$)'),
    title: 'GitHub Copilot',
    client: 'copilot',
    open: /--allow-all-tools|--allow-all\b|--yolo/,
  },
  {
    pattern: program('opencode', 'run\\b'),
    title: 'opencode',
    client: 'opencode',
    open: /./,
  },
  {
    pattern: program('(?:cursor-agent|agent)', '(?:-p|--print)(?=[\\s"\'=$]|$)'),
    title: 'Cursor',
    client: 'cursor',
    open: /(?:^|\s)(?:-f|--force|--yolo)\b/,
  },
  {
    pattern: /\bbun run (?:[^\s]{0,200}\/)?entrypoints\/(?:gitlab_entrypoint|prepare)\.ts\b/,
    title: 'Claude Code for GitLab',
    client: 'claude-code',
    open: never,
    readsEvent: true,
  },
  {
    pattern: /(?:^|[\s;&|(])gh\s+models\s+run\b/,
    title: 'GitHub Models',
    client: 'none',
    open: never,
  },
];

/** The agent a script starts; undefined when it starts none. Comments of the script do not count. */
export function commandIn(script: string): AgentCommand | undefined {
  const text = joined(script);
  return agentCommands.find(({ pattern }) => pattern.test(text));
}

/** A script without comment lines, with continued lines joined. */
export function joined(script: string): string {
  return script
    .slice(0, 100_000)
    .split('\n')
    .filter(line => !/^\s*#/.test(line))
    .join('\n')
    .replace(/\\\r?\n/g, ' ');
}
