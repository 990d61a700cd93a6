import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export type Platform = 'darwin' | 'linux' | 'win32';

/** Writes files below a fresh folder and returns it. */
export function folderWith(files: { readonly [path: string]: string }): string {
  const root = mkdtempSync(join(tmpdir(), 'trefoil-home-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** One server in the spelling of each family of clients. */
export const spellings = {
  mcpServers: (name: string) =>
    JSON.stringify({ mcpServers: { [name]: { command: 'npx', args: ['-y', `@acme/${name}`] } } }),
  servers: (name: string) =>
    `{ // comment\n "servers": { "${name}": { "type": "stdio", "command": "npx", "args": ["-y", "@acme/${name}"], } }, "inputs": [] }`,
  nested: (name: string) =>
    JSON.stringify({
      'editor.fontSize': 12,
      mcp: { servers: { [name]: { command: 'npx', args: ['-y', `@acme/${name}`] } } },
    }),
  toml: (name: string) =>
    `model = "m"\n[mcp_servers.${name}]\ncommand = "npx"\nargs = ["-y", "@acme/${name}"]\n`,
  zed: (name: string) =>
    `{ "theme": "x", "context_servers": { "${name}": { "source": "custom", "command": { "path": "npx", "args": ["-y", "@acme/${name}"] } } } }`,
  goose: (name: string) =>
    `extensions:\n  ${name}:\n    type: stdio\n    enabled: true\n    cmd: npx\n    args: ["-y", "@acme/${name}"]\n`,
  opencode: (name: string) =>
    JSON.stringify({
      mcp: { [name]: { type: 'local', command: ['npx', '-y', `@acme/${name}`], enabled: true } },
    }),
  amp: (name: string) =>
    JSON.stringify({ 'amp.mcpServers': { [name]: { command: 'npx', args: ['-y', `@acme/${name}`] } } }),
  list: (name: string) =>
    `mcpServers:\n  - name: ${name}\n    command: npx\n    args: ["-y", "@acme/${name}"]\n`,
  yaml: (name: string) => `mcpServers:\n  ${name}:\n    command: npx\n    args: ["-y", "@acme/${name}"]\n`,
  powers: (name: string) =>
    JSON.stringify({ powers: { mcpServers: { [name]: { command: 'npx', args: ['-y', `@acme/${name}`] } } } }),
  flat: (name: string) => JSON.stringify({ [name]: { command: 'npx', args: ['-y', `@acme/${name}`] } }),
  list_mcp: (name: string) =>
    `mcp_servers:\n  ${name}:\n    command: npx\n    args: ["-y", "@acme/${name}"]\n`,
} as const;

const data: { readonly [platform in Platform]: string } = {
  darwin: 'Library/Application Support',
  linux: '.config',
  win32: 'AppData/Roaming',
};

/** `client | path | spelling`, after the documentation of the clients; `{A}` is the folder for application data. */
export const userFiles = `
Claude Desktop | {A}/Claude/claude_desktop_config.json | mcpServers
Claude Code | .claude.json | mcpServers
Claude Code | .claude/settings.json | mcpServers
Claude Code | .claude/plugins/cache/market/tool/1.0/.mcp.json | flat
Cursor | .cursor/mcp.json | mcpServers
Cursor | {A}/Cursor/User/settings.json | nested
Cursor | .cursor/extensions/some.ext-1/mcp.json | mcpServers
VS Code | {A}/Code/User/mcp.json | servers
VS Code | {A}/Code/User/settings.json | nested
VS Code (profile a1b2) | {A}/Code/User/profiles/a1b2/mcp.json | servers
VS Code Insiders | {A}/Code - Insiders/User/mcp.json | servers
VSCodium | {A}/VSCodium/User/mcp.json | servers
VS Code Server | .vscode-server/data/User/mcp.json | servers
GitHub Copilot | .copilot/mcp-config.json | mcpServers
GitHub Copilot | .config/github-copilot/intellij/mcp.json | servers
Windsurf | .codeium/windsurf/mcp_config.json | mcpServers
Windsurf | .codeium/mcp_config.json | mcpServers
Gemini CLI | .gemini/settings.json | mcpServers
Gemini CLI | .gemini/extensions/ext/gemini-extension.json | mcpServers
Antigravity | .gemini/antigravity/mcp_config.json | mcpServers
Codex | .codex/config.toml | toml
Codex (profile work) | .codex/work.config.toml | toml
Kiro | .kiro/settings/mcp.json | mcpServers
Kiro | .kiro/powers/installed/stripe/mcp.json | mcpServers
Zed | .config/zed/settings.json | zed
Cline | {A}/Code/User/globalStorage/saoudrizwan.claude-dev/settings/cline_mcp_settings.json | mcpServers
Cline | {A}/Cursor/User/globalStorage/saoudrizwan.claude-dev/settings/cline_mcp_settings.json | mcpServers
Roo Code | {A}/Code/User/globalStorage/rooveterinaryinc.roo-cline/settings/mcp_settings.json | mcpServers
Continue | .continue/config.yaml | list
Goose | .config/goose/config.yaml | goose
opencode | .config/opencode/opencode.json | opencode
opencode | .opencode/opencode.jsonc | opencode
Amp | .config/amp/settings.json | amp
Amazon Q | .aws/amazonq/mcp.json | mcpServers
JetBrains AI Assistant | {A}/JetBrains/IntelliJIdea2026.1/mcp.json | mcpServers
Junie | .junie/mcp/mcp.json | mcpServers
LM Studio | .lmstudio/mcp.json | mcpServers
Trae | {A}/Trae/User/mcp.json | mcpServers
Warp | .warp/mcp.json | mcpServers
Augment | .augment/settings.json | mcpServers
Factory Droid | .factory/mcp.json | mcpServers
Mistral Vibe | .vibe/config.toml | toml
Kimi CLI | .kimi/mcp.json | mcpServers
Qoder | .qoder/mcp.json | mcpServers
Qwen Code | .qwen/settings.json | mcpServers
OpenHands | .openhands/mcp.json | mcpServers
OpenClaw | .openclaw/openclaw.json | mcpServers
Snowflake Cortex Code | .snowflake/cortex/mcp.json | mcpServers
Tabnine | .tabnine/mcp_servers.json | mcpServers
Cody | .cody/mcp.json | mcpServers
Aider | .aider/mcp.json | mcpServers
Void | .void/mcp.json | mcpServers
Aide | .aide/mcp.json | mcpServers
Pieces | .pieces/mcp.json | mcpServers
mcp-cli | .mcp/config.json | mcpServers
mcporter | .mcporter/mcporter.json | mcpServers
LibreChat | .config/LibreChat/librechat.yaml | yaml
Witsy | {A}/Witsy/settings.json | mcpServers
Enconvo | .config/enconvo/mcp_config.json | mcpServers
BoltAI | .boltai/mcp.json | mcpServers
Tome | .tome/mcp_config.json | mcpServers
Amazon Bedrock Client | Amazon Bedrock Client/mcp_config.json | mcpServers
Hermes | .hermes/config.yaml | list_mcp
OmniGent | .omnigent/config.yaml | yaml
ZeptoClaw | .zeptoclaw/config.json | mcpServers
MCP client | .config/sometool/mcp.json | mcpServers
`
  .trim()
  .split('\n')
  .map(line => line.split('|').map(word => word.trim()))
  .map(([client = '', path = '', spelling = '']) => ({
    client,
    path,
    spelling: spelling as keyof typeof spellings,
  }));

/** A home folder of one platform with every client, one server each, named `s0`, `s1`, ... */
export function wholeHome(platform: Platform): string {
  return folderWith(
    Object.fromEntries(
      userFiles.map(({ path, spelling }, index) => [
        path.replace('{A}', data[platform]),
        spellings[spelling](`s${index}`),
      ]),
    ),
  );
}
