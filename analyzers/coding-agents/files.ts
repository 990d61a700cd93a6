import type { TextFile } from '../_shared/analyzer.ts';
import { type ConfigFile, parseConfig } from '../_shared/config-file.ts';

/** What a file says about a coding agent. */
export type FileRole =
  | 'settings'
  | 'agent'
  | 'command'
  | 'skill'
  | 'rules'
  | 'policy'
  | 'plugin'
  | 'script'
  | 'hook';

/** A file of a coding agent, the client it belongs to and the workspace folder it speaks for. */
export interface HostFile {
  readonly client: string;
  readonly role: FileRole;
  /** `''` for the root. */
  readonly dir: string;
  readonly config: ConfigFile;
  readonly text: string;
}

/** Files that every coding agent of a folder reads. */
export const anyClient = '*';

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
  place('claude-code', 'plugin', /^(.*\/)?\.claude-plugin\/plugin\.json$/),
  place('claude-code', 'script', /^(.*\/)?\.claude\/skills\/(?:.+\/)?[^/]+\.(?:sh|bash|py|js|mjs|ts)$/),
  // Skills keep their own scripts; every other program of the folder can be a hook.
  place('claude-code', 'hook', /^(.*\/)?\.claude\/(?:.+\/)?[^/]+\.(?:sh|bash|py|js|mjs|cjs|ts)$/),
  place('codex', 'settings', /^(.*\/)?\.codex\/config\.toml$/),
  place('codex', 'agent', /^(.*\/)?\.codex\/agents\/[^/]+\.toml$/),
  place('codex', 'policy', /^(.*\/)?\.codex\/rules\/[^/]+\.rules$/),
  place('codex', 'command', /^(.*\/)?\.codex\/prompts\/[^/]+\.md$/),
  place('codex', 'skill', /^(.*\/)?\.codex\/skills\/(?:.+\/)?SKILL\.md$/),
  place('gemini-cli', 'settings', /^(.*\/)?\.gemini\/settings\.json$/),
  place('gemini-cli', 'agent', /^(.*\/)?\.gemini\/agents\/[^/]+\.md$/),
  place('gemini-cli', 'command', /^(.*\/)?\.gemini\/commands\/(?:.+\/)?[^/]+\.toml$/),
  place('gemini-cli', 'skill', /^(.*\/)?\.gemini\/skills\/(?:.+\/)?SKILL\.md$/),
  place('gemini-cli', 'rules', /^(.*\/)?GEMINI\.md$/),
  place('opencode', 'settings', /^(.*\/)?(?:\.opencode\/)?opencode\.jsonc?$/),
  place('opencode', 'agent', /^(.*\/)?\.opencode\/agents?\/[^/]+\.md$/),
  place('opencode', 'command', /^(.*\/)?\.opencode\/commands?\/[^/]+\.md$/),
  place('opencode', 'skill', /^(.*\/)?\.opencode\/skills?\/(?:.+\/)?SKILL\.md$/),
  place('copilot', 'agent', /^(.*\/)?\.github\/(?:agents|chatmodes)\/[^/]+\.md$/),
  place('copilot', 'command', /^(.*\/)?\.github\/prompts\/(?:.+\/)?[^/]+\.prompt\.md$/),
  place('copilot', 'skill', /^(.*\/)?\.github\/skills\/(?:.+\/)?SKILL\.md$/),
  place('copilot', 'rules', /^(.*\/)?\.github\/copilot-instructions\.md$/),
  place('copilot', 'rules', /^(.*\/)?\.github\/instructions\/(?:.+\/)?[^/]+\.instructions\.md$/),
  place('vscode', 'settings', /^(.*\/)?\.vscode\/settings\.json$/),
  place('cursor', 'settings', /^(.*\/)?\.cursor\/(?:cli|permissions|cli-config)\.json$/),
  place('cursor', 'agent', /^(.*\/)?\.cursor\/agents\/[^/]+\.md$/),
  place('cursor', 'command', /^(.*\/)?\.cursor\/commands\/[^/]+\.md$/),
  place('cursor', 'rules', /^(.*\/)?(?:\.cursorrules|\.cursor\/rules\/(?:.+\/)?[^/]+\.mdc)$/),
  place('kiro', 'agent', /^(.*\/)?\.kiro\/agents\/[^/]+\.json$/),
  place('kiro', 'rules', /^(.*\/)?\.kiro\/steering\/[^/]+\.md$/),
  place(anyClient, 'rules', /^(.*\/)?AGENTS(?:\.override)?\.md$/),
  place(anyClient, 'skill', /^(.*\/)?\.agents\/skills\/(?:.+\/)?SKILL\.md$/),
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
      config: configOf(file, role),
      text: file.content,
    };
  }
  return undefined;
}

/** Scripts and policies are programs: only their text counts. */
function configOf(file: TextFile, role: FileRole): ConfigFile {
  const isProgram = role === 'script' || role === 'policy' || role === 'hook';
  return parseConfig(isProgram ? { path: file.path, content: '' } : file, isProgram ? 'markdown' : undefined);
}

/** Files of a plugin lie beside the folder of its manifest, without a client's name in front. */
const pluginPlaces: readonly (readonly [FileRole, RegExp])[] = [
  ['agent', /^agents\/(?:.+\/)?[^/]+\.md$/],
  ['command', /^commands\/(?:.+\/)?[^/]+\.md$/],
  ['skill', /^skills\/(?:.+\/)?SKILL\.md$/],
  ['script', /^skills\/(?:.+\/)?[^/]+\.(?:sh|bash|py|js|mjs|ts)$/],
];

/** Where files of plugins can be; which of them are is known once the manifest is there. */
export const pluginPatterns: readonly RegExp[] = [
  /(^|\/)(?:agents|commands)\/(?:.+\/)?[^/]+\.md$/,
  /(^|\/)skills\/(?:.+\/)?(?:SKILL\.md|[^/]+\.(?:sh|bash|py|js|mjs|ts))$/,
];

/** Reads a file of a plugin whose folder is known; undefined when it is none. */
export function readPluginFile(file: TextFile, plugins: readonly string[]): HostFile | undefined {
  const dir = plugins.find(folder => file.path.startsWith(folder === '' ? '' : `${folder}/`));
  if (dir === undefined) return undefined;
  const inside = dir === '' ? file.path : file.path.slice(dir.length + 1);
  const role = pluginPlaces.find(([, pattern]) => pattern.test(inside))?.[0];
  return role && { client: 'claude-code', role, dir, config: configOf(file, role), text: file.content };
}
