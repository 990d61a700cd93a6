/**
 * Where a client keeps its configuration outside a project. `home` is the user's folder; `appdata` the platform's folder
 * for application data (macOS `Library/Application Support`, Linux `.config`, Windows `AppData/Roaming`); `config` is
 * `.config` everywhere; `system` the folders an administrator writes.
 */
export type Base = 'home' | 'appdata' | 'config' | 'system';

export type Platform = 'darwin' | 'linux' | 'win32';

export type PlaceScope = 'user' | 'profile' | 'plugin' | 'extension' | 'managed';

/** One file, or a pattern of files (`*` one name, `**` any depth), that a client reads. */
export interface Place {
  readonly client: string;
  readonly scope: PlaceScope;
  readonly base: Base;
  readonly path: string;
  /** Absent: every platform. */
  readonly on?: readonly Platform[];
}

const at =
  (base: Base, scope: PlaceScope = 'user') =>
  (client: string, paths: string, on?: readonly Platform[]): readonly Place[] =>
    paths
      .trim()
      .split(/\s*\n\s*/)
      .map(path => ({ client, scope, base, path, ...(on && { on }) }));

const home = at('home');
const appdata = at('appdata');
const config = at('config');
const system = at('system', 'managed');
const windows = ['win32'] as const;

const editors: readonly (readonly [client: string, folder: string, extensions: string])[] = [
  ['vscode', 'Code', '.vscode'],
  ['vscode-insiders', 'Code - Insiders', '.vscode-insiders'],
  ['vscodium', 'VSCodium', '.vscode-oss'],
];

/** Folders of editors whose extensions keep their own settings under `globalStorage`. */
const storages = ['Code', 'Code - Insiders', 'VSCodium', 'Cursor', 'Windsurf', 'Trae'];

const stored = (client: string, path: string): readonly Place[] =>
  storages.flatMap(folder => appdata(client, `${folder}/User/globalStorage/${path}`));

/** Every place known, one client after the other. */
export const places: readonly Place[] = [
  ...appdata('claude-desktop', 'Claude/claude_desktop_config.json\nClaude/mcp.json'),
  ...home(
    'claude-code',
    '.claude.json\n.claude/.claude.json\n.claude/settings.json\n.claude/settings.local.json\n.claude/mcp.json\n.claude/mcp_servers.json\n.claude/agents/*.md\n.claude/skills/**/SKILL.md',
  ),
  ...at('home', 'plugin')(
    'claude-code',
    '.claude/plugins/cache/**/.mcp.json\n.claude/plugins/repos/**/.mcp.json\n.claude/plugins/cache/**/plugin.json\n.claude/plugins/repos/**/plugin.json',
  ),
  ...system(
    'claude-code',
    'ClaudeCode/managed-mcp.json\nClaudeCode/managed-settings.json\nclaude-code/managed-mcp.json\nclaude-code/managed-settings.json',
  ),
  ...home('cursor', '.cursor/mcp.json'),
  ...appdata(
    'cursor',
    'Cursor/User/mcp.json\nCursor/User/settings.json\nCursor/User/globalStorage/cursor.mcp/mcp.json\nCursor/mcp.json',
  ),
  ...at('home', 'extension')(
    'cursor',
    '.cursor/extensions/**/mcp.json\n.cursor/plugins/**/mcp.json\n.cursor/plugins/**/.mcp.json',
  ),
  ...editors.flatMap(([client, folder, extensions]) => [
    ...appdata(client, `${folder}/User/mcp.json\n${folder}/User/settings.json`),
    ...at('appdata', 'profile')(
      client,
      `${folder}/User/profiles/*/mcp.json\n${folder}/User/profiles/*/settings.json`,
    ),
    ...at('home', 'extension')(
      client,
      `${extensions}/extensions/*/mcp.json\n${extensions}/extensions/*/.mcp.json`,
    ),
  ]),
  ...home('vscode', '.vscode/mcp.json'),
  ...home('vscode-server', '.vscode-server/data/User/mcp.json\n.vscode-server/data/Machine/mcp.json'),
  ...home('copilot', '.copilot/mcp-config.json\n.copilot/config.json'),
  ...config('copilot', 'github-copilot/intellij/mcp.json\ngithub-copilot/apps.json\nmcp-config.json'),
  ...home(
    'windsurf',
    '.codeium/windsurf/mcp_config.json\n.codeium/windsurf-next/mcp_config.json\n.codeium/mcp_config.json\n.windsurf/mcp.json',
  ),
  ...appdata('windsurf', 'Windsurf/User/settings.json\nWindsurf/User/mcp.json\nWindsurf/mcp.json'),
  ...at('home', 'extension')('windsurf', '.windsurf/extensions/*/mcp.json'),
  ...home('gemini-cli', '.gemini/settings.json'),
  ...at('home', 'extension')('gemini-cli', '.gemini/extensions/*/gemini-extension.json'),
  ...home(
    'antigravity',
    '.gemini/antigravity/mcp_config.json\n.gemini/config/mcp_config.json\n.gemini/antigravity-cli/mcp_config.json',
  ),
  ...at('home', 'plugin')('antigravity', '.gemini/config/plugins/*/mcp_config.json'),
  ...home('codex', '.codex/config.toml'),
  ...at('home', 'profile')('codex', '.codex/*.config.toml'),
  ...at('home', 'plugin')('codex', '.codex/plugins/**/plugin.json\n.codex/plugins/**/.mcp.json'),
  ...system('codex', 'codex/config.toml\nOpenAI/Codex/config.toml'),
  ...home('kiro', '.kiro/settings/mcp.json\n.kiro/agents/*.json'),
  ...at('home', 'plugin')('kiro', '.kiro/powers/installed/*/mcp.json'),
  ...appdata('kiro', 'Kiro/User/mcp.json'),
  ...config('zed', 'zed/settings.json'),
  ...appdata('zed', 'Zed/settings.json', ['darwin', 'win32']),
  ...stored('cline', 'saoudrizwan.claude-dev/settings/cline_mcp_settings.json'),
  ...home('cline', '.cline/data/settings/cline_mcp_settings.json'),
  ...stored('roo', 'rooveterinaryinc.roo-cline/settings/mcp_settings.json'),
  ...stored('roo', 'rooveterinaryinc.roo-cline/settings/cline_mcp_settings.json'),
  ...stored('kilo', 'kilocode.kilo-code/settings/mcp_settings.json'),
  ...home(
    'continue',
    '.continue/config.yaml\n.continue/config.json\n.continue/mcpServers/*.yaml\n.continue/mcpServers/*.json',
  ),
  ...stored('continue', 'continue.continue/config.json'),
  ...config('goose', 'goose/config.yaml'),
  ...appdata('goose', 'Block/goose/config/config.yaml', windows),
  ...home('goose', 'AppData/Block/goose/config.yaml', windows),
  ...config('opencode', 'opencode/opencode.json\nopencode/opencode.jsonc\nopencode/config.json'),
  ...home('opencode', '.opencode/opencode.json\n.opencode/opencode.jsonc'),
  ...system('opencode', 'opencode/opencode.json\nopencode/opencode.jsonc'),
  ...config('amp', 'amp/settings.json\namp/settings.jsonc'),
  ...appdata('amp', 'amp/settings.json', windows),
  ...home('amp', '.amp/config.json'),
  ...system('amp', 'ampcode/managed-settings.json'),
  ...home(
    'amazon-q',
    '.aws/amazonq/mcp.json\n.aws/amazonq/default.json\n.aws/amazonq/agents/*.json\n.aws/amazonq/cli-agents/*.json',
  ),
  ...stored('amazon-q', 'amazonwebservices.amazon-q-vscode/mcp.json'),
  ...appdata('jetbrains-ai', 'JetBrains/*/mcp.json'),
  ...home('junie', '.junie/mcp/mcp.json'),
  ...home('lm-studio', '.lmstudio/mcp.json\n.cache/lm-studio/mcp.json'),
  ...appdata('trae', 'Trae/User/mcp.json'),
  ...home('trae', '.trae/mcp.json'),
  ...home('warp', '.warp/mcp.json'),
  ...home('augment', '.augment/settings.json'),
  ...home('droid', '.factory/mcp.json'),
  ...home('vibe', '.vibe/config.toml'),
  ...home('kimi', '.kimi/mcp.json'),
  ...home('qoder', '.qoder/mcp.json'),
  ...appdata('qoder', 'Qoder/SharedClientCache/mcp.json'),
  ...home('qwen', '.qwen/settings.json'),
  ...config('crush', 'crush/crush.json'),
  ...home('openhands', '.openhands/mcp.json\n.openhands/config.toml'),
  ...home('openclaw', '.openclaw/openclaw.json\n.clawdbot/clawdbot.json\n.clawdbot/openclaw.json'),
  ...home('cortex', '.snowflake/cortex/mcp.json\n.snowflake/cortex/settings.json'),
  ...home('tabnine', '.tabnine/mcp_servers.json'),
  ...home('cody', '.cody/mcp.json'),
  ...stored('cody', 'sourcegraph.cody-ai/mcp.json'),
  ...home('aider', '.aider/mcp.json\n.aider.conf.yml'),
  ...home('void', '.void/mcp.json'),
  ...home('aide', '.aide/mcp.json'),
  ...home('pieces', '.pieces/mcp.json'),
  ...home('mcp-cli', '.mcp/config.json'),
  ...home('mcporter', '.mcporter/mcporter.json\n.mcporter/mcporter.jsonc'),
  ...config('librechat', 'LibreChat/librechat.yaml'),
  ...appdata('witsy', 'Witsy/settings.json'),
  ...config('enconvo', 'enconvo/mcp_config.json'),
  ...home('boltai', '.boltai/mcp.json'),
  ...home('tome', '.tome/mcp_config.json'),
  ...home('bedrock-client', 'Amazon Bedrock Client/mcp_config.json'),
  ...home('hermes', '.hermes/config.yaml'),
  ...home('omnigent', '.omnigent/config.yaml'),
  ...home('zeptoclaw', '.zeptoclaw/config.json'),
  ...home('plandex', '.plandex/mcp.json'),
  ...appdata('chatgpt-desktop', 'ChatGPT/mcp.json\nOpenAI/ChatGPT/mcp.json'),
  ...home('docker-mcp', '.docker/mcp/registry.yaml\n.docker/mcp/config.yaml'),
  ...config('mcp-client', '*/mcp*.json'),
  ...home('mcp-client', '.*/mcp.json'),
];

/** Folders that stand for a base, relative to the home folder. */
export const basesInHome: {
  readonly [base in 'appdata' | 'config']: { readonly [platform in Platform]: string };
} = {
  appdata: { darwin: 'Library/Application Support', linux: '.config', win32: 'AppData/Roaming' },
  config: { darwin: '.config', linux: '.config', win32: '.config' },
};

/** How files outside the home folder are called in reports. */
export const systemPrefix = '(system)';

interface PlacePattern {
  readonly pattern: RegExp;
  readonly place: Place;
}

const patterns: readonly PlacePattern[] = places.map(place => ({ place, pattern: patternOf(place) }));

function patternOf(place: Place): RegExp {
  const source = place.path
    .split('/')
    .map(part =>
      part === '**' ? '(?:.{1,400})' : part.replace(/[.\\+()[\]{}]/g, '\\$&').replace(/\*/g, '[^/]*'),
    )
    .join('/')
    .replace(/\(\?:\.\{1,400\}\)\//g, '(?:.{1,400}/)?');
  return new RegExp(`^(?:${prefixOf(place.base)})${source}$`);
}

function prefixOf(base: Base): string {
  if (base === 'home') return '';
  if (base === 'system') return `\\(system\\)/`;
  return Object.values(basesInHome[base])
    .map(prefix => `${prefix.replace(/[.\\]/g, '\\$&')}/`)
    .join('|');
}

/** The place a path relative to a home folder (or under `(system)`) belongs to. */
export function placeOf(path: string): Place | undefined {
  return patterns.find(({ pattern }) => pattern.test(path))?.place;
}

/** Patterns of every place, on paths relative to a home folder. */
export const placePatterns: readonly RegExp[] = patterns.map(({ pattern }) => pattern);
