import { type Place, placeOf, placePatterns } from './places.ts';

/** A program that reads MCP server configurations and runs an agent with them. */
export interface Client {
  /** Stable word used in refs: `host:<id>:<folder>`. */
  readonly id: string;
  readonly title: string;
}

/** Every client known by name. */
export const clients: { readonly [id: string]: string } = {
  'claude-code': 'Claude Code',
  'claude-desktop': 'Claude Desktop',
  cursor: 'Cursor',
  vscode: 'VS Code',
  'vscode-insiders': 'VS Code Insiders',
  vscodium: 'VSCodium',
  'vscode-server': 'VS Code Server',
  'visual-studio': 'Visual Studio',
  copilot: 'GitHub Copilot',
  windsurf: 'Windsurf',
  'gemini-cli': 'Gemini CLI',
  antigravity: 'Antigravity',
  codex: 'Codex',
  kiro: 'Kiro',
  zed: 'Zed',
  cline: 'Cline',
  roo: 'Roo Code',
  kilo: 'Kilo Code',
  continue: 'Continue',
  goose: 'Goose',
  opencode: 'opencode',
  amp: 'Amp',
  'amazon-q': 'Amazon Q',
  'jetbrains-ai': 'JetBrains AI Assistant',
  junie: 'Junie',
  'lm-studio': 'LM Studio',
  trae: 'Trae',
  warp: 'Warp',
  augment: 'Augment',
  droid: 'Factory Droid',
  vibe: 'Mistral Vibe',
  kimi: 'Kimi CLI',
  qoder: 'Qoder',
  qwen: 'Qwen Code',
  crush: 'Crush',
  openhands: 'OpenHands',
  openclaw: 'OpenClaw',
  cortex: 'Snowflake Cortex Code',
  tabnine: 'Tabnine',
  cody: 'Cody',
  aider: 'Aider',
  void: 'Void',
  aide: 'Aide',
  pieces: 'Pieces',
  'mcp-cli': 'mcp-cli',
  'firebase-studio': 'Firebase Studio',
  firebender: 'Firebender',
  mcporter: 'mcporter',
  librechat: 'LibreChat',
  witsy: 'Witsy',
  enconvo: 'Enconvo',
  boltai: 'BoltAI',
  tome: 'Tome',
  'bedrock-client': 'Amazon Bedrock Client',
  hermes: 'Hermes',
  omnigent: 'OmniGent',
  zeptoclaw: 'ZeptoClaw',
  plandex: 'Plandex',
  'chatgpt-desktop': 'ChatGPT Desktop',
  'docker-mcp': 'Docker MCP Toolkit',
  replit: 'Replit',
  'mcp-client': 'MCP client',
};

/** A project file name, relative to the workspace folder that holds it, and the client that reads it. */
const projectFiles: readonly (readonly [file: string, client: string])[] = [
  ['.agents/mcp_config.json', 'antigravity'],
  ['.aider.conf.yml', 'aider'],
  ['.amazonq/agents/*.json', 'amazon-q'],
  ['.amazonq/mcp.json', 'amazon-q'],
  ['.amp/settings.json', 'amp'],
  ['.amp/settings.jsonc', 'amp'],
  ['.claude-plugin/plugin.json', 'claude-code'],
  ['.claude/agents/*.md', 'claude-code'],
  ['.claude/skills/*/SKILL.md', 'claude-code'],
  ['.claude.json', 'claude-code'],
  ['.claude/mcp.json', 'claude-code'],
  ['.claude/mcp_servers.json', 'claude-code'],
  ['.claude/settings.json', 'claude-code'],
  ['.claude/settings.local.json', 'claude-code'],
  ['.codeium/mcp_config.json', 'windsurf'],
  ['.codeium/windsurf/mcp_config.json', 'windsurf'],
  ['.codex-plugin/plugin.json', 'codex'],
  ['.codex/*.config.toml', 'codex'],
  ['.codex/config.toml', 'codex'],
  ['.continue/config.json', 'continue'],
  ['.continue/config.yaml', 'continue'],
  ['.continue/mcpServers/*.yaml', 'continue'],
  ['.continue/mcpServers/*.yml', 'continue'],
  ['.continue/mcpServers/*.json', 'continue'],
  ['.copilot/config.json', 'copilot'],
  ['.copilot/mcp-config.json', 'copilot'],
  ['.crush.json', 'crush'],
  ['crush.json', 'crush'],
  ['.cursor/agents/*.md', 'cursor'],
  ['.cursor/mcp.json', 'cursor'],
  ['.cursor/rules/mcp.json', 'cursor'],
  ['.devcontainer.json', 'vscode'],
  ['.devcontainer/*/devcontainer.json', 'vscode'],
  ['.devcontainer/devcontainer.json', 'vscode'],
  ['.factory/mcp.json', 'droid'],
  ['.gemini/mcp_config.json', 'antigravity'],
  ['.gemini/settings.json', 'gemini-cli'],
  ['.github/agents/*.md', 'copilot'],
  ['.github/copilot.json', 'copilot'],
  ['.github/mcp.json', 'copilot'],
  ['.goose/config.json', 'goose'],
  ['.goose/config.yaml', 'goose'],
  ['.hermes/config.yaml', 'hermes'],
  ['.idx/mcp.json', 'firebase-studio'],
  ['.junie/mcp/mcp.json', 'junie'],
  ['.kilocode/mcp.json', 'kilo'],
  ['.kiro/agents/*.json', 'kiro'],
  ['.kiro/agents/*.md', 'kiro'],
  ['.kiro/mcp.json', 'kiro'],
  ['.kiro/settings/mcp.json', 'kiro'],
  ['.mcp.json', 'claude-code'],
  ['.openclaw/openclaw.json', 'openclaw'],
  ['.qwen/settings.json', 'qwen'],
  ['.roo/mcp.json', 'roo'],
  ['.trae/mcp.json', 'trae'],
  ['.vs/mcp.json', 'visual-studio'],
  ['.vscode/mcp.json', 'vscode'],
  ['.vscode/settings.json', 'vscode'],
  ['.windsurf/mcp.json', 'windsurf'],
  ['.windsurf/mcp_config.json', 'windsurf'],
  ['.zed/settings.json', 'zed'],
  ['cline_mcp_settings.json', 'cline'],
  ['config/mcporter.json', 'mcporter'],
  ['continue_config.json', 'continue'],
  ['firebender.json', 'firebender'],
  ['gemini-extension.json', 'gemini-cli'],
  ['librechat.yaml', 'librechat'],
  ['opencode.json', 'opencode'],
  ['opencode.jsonc', 'opencode'],
  ['.opencode/opencode.json', 'opencode'],
  ['.opencode/opencode.jsonc', 'opencode'],
];

/** Names of project files below a workspace folder, `*` for one name. */
export const projectFileNames: readonly string[] = projectFiles.map(([file]) => file);

/** Names that carry the client wherever they lie. */
const anywhere: readonly (readonly [pattern: RegExp, client: string])[] = [
  [/(^|\/)[\w.-]*claude[_-]desktop[_-]config[\w.-]*\.json$/i, 'claude-desktop'],
  [/\.code-workspace$/, 'vscode'],
  [/(^|\/)plugin\.json$/, 'claude-code'],
];

const patterns = projectFiles.map(([file, client]) => {
  const source = file.replace(/[.\\]/g, '\\$&').replace(/\*/g, '[^/]+');
  return { pattern: new RegExp(`^(?:(.*)/)?${source}$`), client };
});

/** Who reads a repository file, and the workspace folder it belongs to (`''` for the root). */
export interface Reader extends Client {
  readonly folder: string;
  /** A named profile of the client: a context of its own. */
  readonly profile?: string;
}

/**
 * The client of a root-relative path. Files with no client of their own (`mcp.json`, `config/servers.json`) belong to
 * the generic client `mcp-client` of their folder.
 */
export function readerOf(path: string): Reader {
  const place = placeOf(path);
  if (place && place.client !== generic) return placed(place, path);
  for (const { pattern, client } of patterns) {
    const match = pattern.exec(path);
    if (match) return reader(client, match[1] ?? '');
  }
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
  for (const [pattern, client] of anywhere) if (pattern.test(path)) return reader(client, folder);
  const stripped = /^(?:(.*)\/)?\.mcp$/.exec(folder);
  return reader(generic, stripped ? (stripped[1] ?? '') : folder);
}

const generic = 'mcp-client';

/** A file of the user or the machine: one context per client, and one per profile of it. */
function placed(place: Place, path: string): Reader {
  const named = /\/profiles\/([^/]+)\/|(?:^|\/)\.codex\/([^/]+)\.config\.toml$/.exec(path);
  const profile = place.scope === 'profile' ? (named?.[1] ?? named?.[2]) : undefined;
  return { ...reader(place.client, ''), ...(profile !== undefined && { profile }) };
}

function reader(id: string, folder: string): Reader {
  return { id, title: clients[id] ?? id, folder };
}

/** Files worth opening: every named file above, and anything that calls itself an MCP configuration. */
export const configFiles: readonly RegExp[] = [
  ...patterns.map(item => item.pattern),
  ...anywhere.map(([pattern]) => pattern),
  ...placePatterns,
  /(^|\/)[\w.-]{0,60}mcp[\w.-]{0,60}\.(json|jsonc|json5|toml|ya?ml)$/i,
  /(^|\/)\.mcp\/[\w.-]{1,60}\.json$/,
  /(^|\/)(servers?[_-]config|config[_-]servers?|extensions[_-]config)[\w.-]{0,40}\.(json|ya?ml)$/,
  /(^|\/)config\.(toml|json|ya?ml)$/,
];
