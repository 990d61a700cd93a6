import type { TextFile } from '../_shared/analyzer.ts';
import { type ConfigFile, parseConfig } from '../_shared/config-file.ts';

/** What a file says about a coding agent. */
export type FileRole = 'settings' | 'agent' | 'command' | 'skill' | 'rules';

/** A file of a coding agent, the client it belongs to and the workspace folder it speaks for. */
export interface HostFile {
  readonly client: string;
  readonly role: FileRole;
  /** `''` for the root. */
  readonly dir: string;
  readonly config: ConfigFile;
  readonly text: string;
}

interface Place {
  readonly pattern: RegExp;
  readonly client: string;
  readonly role: FileRole;
}

const place = (client: string, role: FileRole, pattern: RegExp): Place => ({ client, role, pattern });

/** Where coding agents keep their files, as documented by their vendors; the first group is the workspace folder. */
const places: readonly Place[] = [
  place('claude-code', 'settings', /^(.*\/)?\.claude\/settings(?:\.local)?\.json$/),
  place('claude-code', 'agent', /^(.*\/)?\.claude\/agents\/(?:.+\/)?[^/]+\.md$/),
  place('claude-code', 'command', /^(.*\/)?\.claude\/commands\/(?:.+\/)?[^/]+\.md$/),
  place('claude-code', 'skill', /^(.*\/)?\.claude\/skills\/(?:.+\/)?SKILL\.md$/),
  place('claude-code', 'rules', /^(.*\/)?CLAUDE(?:\.local)?\.md$/),
  place('codex', 'rules', /^(.*\/)?AGENTS\.md$/),
  place('codex', 'settings', /^(.*\/)?\.codex\/config\.toml$/),
  place('gemini-cli', 'settings', /^(.*\/)?\.gemini\/settings\.json$/),
  place('gemini-cli', 'rules', /^(.*\/)?GEMINI\.md$/),
  place('opencode', 'settings', /^(.*\/)?(?:\.opencode\/)?opencode\.jsonc?$/),
  place('opencode', 'agent', /^(.*\/)?\.opencode\/agents?\/[^/]+\.md$/),
  place('copilot', 'agent', /^(.*\/)?\.github\/(?:agents|chatmodes)\/[^/]+\.md$/),
  place('copilot', 'rules', /^(.*\/)?\.github\/copilot-instructions\.md$/),
  place('vscode', 'settings', /^(.*\/)?\.vscode\/settings\.json$/),
  place('cursor', 'settings', /^(.*\/)?\.cursor\/(?:cli|permissions)\.json$/),
  place('cursor', 'rules', /^(.*\/)?(?:\.cursorrules|\.cursor\/rules\/(?:.+\/)?[^/]+\.mdc)$/),
  place('kiro', 'agent', /^(.*\/)?\.kiro\/agents\/[^/]+\.json$/),
];

/** Patterns of every file this analyzer reads. */
export const hostFilePatterns: readonly RegExp[] = places.map(({ pattern }) => pattern);

/** Reads a file of a coding agent; undefined when it is none. */
export function readHostFile(file: TextFile): HostFile | undefined {
  for (const { pattern, client, role } of places) {
    const match = pattern.exec(file.path);
    if (!match) continue;
    return {
      client,
      role,
      dir: (match[1] ?? '').replace(/\/$/, ''),
      config: parseConfig(file),
      text: file.content,
    };
  }
  return undefined;
}
