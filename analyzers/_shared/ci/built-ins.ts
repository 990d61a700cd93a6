import type { CiClient } from './commands.ts';

/** Built-in tools of a client in a pipeline, where nobody can be asked. */
export interface CiBuiltIns {
  /** Run without being listed. */
  readonly always: readonly string[];
  /** Run when listed or when nothing is held back. */
  readonly listed: readonly string[];
  readonly shell?: string;
  /** Spellings in tool lists that mean a tool of another name. */
  readonly spellings?: { readonly [spelling: string]: string };
}

/** As documented by the vendors; names are those of catalog symbols. */
export const builtIns: { readonly [client in CiClient]: CiBuiltIns } = {
  'claude-code': {
    always: ['Read', 'Glob', 'Grep'],
    listed: ['Edit', 'Write', 'Bash', 'WebFetch', 'WebSearch'],
    shell: 'Bash',
    spellings: { multiedit: 'Edit', notebookedit: 'Edit' },
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
    spellings: { shelltool: 'run_shell_command', readfiletool: 'read_file', webfetchtool: 'web_fetch' },
  },
  codex: { always: ['shell', 'apply_patch'], listed: ['web_search'], shell: 'shell' },
  copilot: {
    always: ['read', 'search'],
    listed: ['execute', 'edit', 'web'],
    shell: 'execute',
    spellings: { shell: 'execute', write: 'edit', fetch: 'web' },
  },
  opencode: {
    always: ['bash', 'read', 'glob', 'grep', 'edit', 'write', 'webfetch'],
    listed: [],
    shell: 'bash',
  },
  cursor: {
    always: ['Read'],
    listed: ['Shell', 'Write', 'WebFetch', 'WebSearch'],
    shell: 'Shell',
  },
  none: { always: [], listed: [] },
};
