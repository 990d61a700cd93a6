import type { Analyzer } from '../_shared/analyzer.ts';
import { declaredFacts } from '../_shared/syntax/servers.ts';
import { readRust } from './tools.ts';

/** MCP servers written in Rust. */
export const analyzer: Analyzer = {
  id: 'mcp-rust',
  title: 'MCP servers in Rust',
  reads: [
    'Functions under the tool attribute of rmcp',
    'Names, descriptions (also from documentation), annotations, parameters from structs',
  ],
  notRead: ['What functions do', 'Handlers of list_tools written by hand'],
  packages: {},
  imports: [],
  syntax: {
    language: 'rust',
    files: /\.rs$/,
    manifests: /(^|\/)Cargo\.toml$/,
    dependencies: /\brmcp\b/,
    mention: /#\[\s*(?:rmcp::)?tool|ServerHandler|JsonSchema/,
    read: (files, manifests) =>
      declaredFacts({ language: 'rust', ...readRust(files), unnamed: [] }, manifests),
  },
};
