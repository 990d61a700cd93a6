import type { Fact } from '../../src/model/fact.ts';
import type { Analyzer, TextFile } from '../_shared/analyzer.ts';
import { configFiles, readerOf } from './clients.ts';
import { factsOf } from './facts.ts';
import { parse } from './parse.ts';

/** Files that exist only to configure servers: broken content there is worth a gap, and a flat map is accepted. */
const dedicated = /mcp|claude_desktop_config|servers?[_-]config|config[_-]servers?/i;

function file(input: TextFile): readonly Fact[] | null {
  if (/(^|\/)plugins\/marketplaces\//.test(input.path)) return null;
  return factsOf(
    input,
    parse(input),
    readerOf(input.path),
    dedicated.test(input.path.split('/').slice(-2).join('/')),
  );
}

/** MCP client configuration of a repository: who uses which server, how it is started, what is switched off. */
export const mcpConfig: Analyzer = {
  id: 'mcp-config',
  title: 'MCP client configuration',
  reads: [
    'mcpServers as object or list, servers with inputs, mcp.servers, mcp, context_servers, extensions, amp.mcpServers',
    'TOML mcp_servers, projects.<path>.mcpServers, powers.mcpServers, dev container customizations, front matter',
    'flat maps in which every value has a command or an address',
    'packages behind npx, bunx, pnpm dlx, uvx, pipx, uv run, python -m, docker run, node and remote addresses',
    'switched-off entries, tool lists, automatic approval, flags and names of environment variables and headers',
  ],
  notRead: [
    'servers that a client gets from an account or an extension store',
    'pointers to another file ("mcpServers": "./servers.json"); that file is read on its own',
  ],
  packages: {},
  imports: [],
  files: configFiles,
  file,
};
