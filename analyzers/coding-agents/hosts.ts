/** What happens when the model wants to use a built-in tool and nothing is configured. */
export type Standing = 'asks' | 'runs';

/** A built-in tool of a coding agent; other spellings mean the same tool. */
export interface BuiltIn {
  readonly name: string;
  readonly standing: Standing;
  readonly spellings?: readonly string[];
  /** Runs shell commands: rules may name single commands. */
  readonly shell?: boolean;
}

/** A coding agent: its built-in tools and the files that show a repository is set up for it. */
export interface HostSpec {
  readonly client: string;
  readonly title: string;
  /** Prefix of catalog symbols. */
  readonly prefix: string;
  readonly tools: readonly BuiltIn[];
}

const asks = (name: string, ...spellings: readonly string[]): BuiltIn => ({
  name,
  standing: 'asks',
  spellings,
});
const runs = (name: string, ...spellings: readonly string[]): BuiltIn => ({
  name,
  standing: 'runs',
  spellings,
});
const shell = (tool: BuiltIn): BuiltIn => ({ ...tool, shell: true });

/** Coding agents with their tools as documented by the vendors in 2026; standings are those of an interactive run. */
export const hostSpecs: readonly HostSpec[] = [
  {
    client: 'claude-code',
    title: 'Claude Code',
    prefix: 'claude-code',
    tools: [
      shell(asks('Bash')),
      runs('Read'),
      runs('Glob'),
      runs('Grep', 'LS'),
      asks('Edit', 'MultiEdit'),
      asks('Write'),
      asks('NotebookEdit'),
      asks('WebFetch'),
      asks('WebSearch'),
    ],
  },
  {
    client: 'codex',
    title: 'Codex',
    prefix: 'codex',
    tools: [shell(asks('shell', 'exec_command')), runs('apply_patch'), runs('web_search')],
  },
  {
    client: 'copilot',
    title: 'GitHub Copilot',
    prefix: 'copilot',
    tools: [
      shell(
        runs(
          'execute',
          'shell',
          'Bash',
          'runCommands',
          'runInTerminal',
          'terminal',
          'powershell',
          'runTasks',
          'runTests',
        ),
      ),
      runs('read', 'Read', 'view', 'readFile', 'codebase', 'problems', 'usages'),
      runs('edit', 'Edit', 'Write', 'MultiEdit', 'editFiles', 'create', 'new'),
      runs('search', 'Grep', 'Glob', 'findTestFiles', 'searchResults', 'changes'),
      runs('web', 'WebSearch', 'WebFetch', 'fetch', 'openSimpleBrowser', 'githubRepo'),
    ],
  },
  {
    client: 'cursor',
    title: 'Cursor',
    prefix: 'cursor',
    tools: [
      shell(asks('Shell', 'run_terminal_cmd')),
      runs('Read', 'read_file'),
      runs('Write', 'edit_file'),
      asks('WebFetch'),
      runs('WebSearch', 'web_search'),
    ],
  },
  {
    client: 'gemini-cli',
    title: 'Gemini CLI',
    prefix: 'gemini-cli',
    tools: [
      shell(asks('run_shell_command', 'ShellTool')),
      runs('read_file', 'ReadFileTool'),
      runs('read_many_files', 'ReadManyFilesTool'),
      runs('glob', 'GlobTool'),
      runs('grep_search', 'search_file_content', 'GrepTool', 'SearchText'),
      runs('list_directory', 'LSTool', 'ReadFolder'),
      asks('write_file', 'WriteFileTool'),
      asks('replace', 'EditTool', 'Edit'),
      asks('web_fetch', 'WebFetchTool'),
      runs('google_web_search', 'WebSearchTool'),
      asks('save_memory', 'MemoryTool'),
    ],
  },
  {
    client: 'kiro',
    title: 'Kiro',
    prefix: 'kiro',
    tools: [
      shell(asks('shell', 'execute_bash', 'executeBash')),
      runs('read', 'fs_read', 'fsRead'),
      asks('write', 'fs_write', 'fsWrite'),
      asks('aws', 'use_aws'),
      runs('web_search', 'web'),
      asks('web_fetch'),
    ],
  },
  {
    client: 'opencode',
    title: 'opencode',
    prefix: 'opencode',
    tools: [
      shell(runs('bash')),
      runs('read'),
      runs('glob'),
      runs('grep'),
      runs('list'),
      runs('edit', 'patch', 'multiedit'),
      runs('write'),
      runs('webfetch'),
      runs('websearch'),
    ],
  },
  {
    client: 'vscode',
    title: 'VS Code',
    prefix: 'copilot',
    tools: [
      shell(asks('execute', 'runCommands', 'runInTerminal')),
      runs('read'),
      runs('edit'),
      runs('search'),
      asks('web', 'fetch'),
    ],
  },
];

/** The specification of a client, undefined for clients whose built-in tools are not known. */
export function specOf(client: string): HostSpec | undefined {
  return hostSpecs.find(spec => spec.client === client);
}

/** The built-in tool a spelling means, case ignored. */
export function toolNamed(spec: HostSpec, spelling: string): BuiltIn | undefined {
  const word = spelling.toLowerCase();
  return spec.tools.find(
    tool => tool.name.toLowerCase() === word || tool.spellings?.some(other => other.toLowerCase() === word),
  );
}

/** Ref of a host in a workspace folder (`''` for the root); the analyzer of client configurations uses the same. */
export function hostRef(client: string, dir: string): string {
  return `host:${client}:${dir}`;
}
