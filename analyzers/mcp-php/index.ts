import type { Analyzer } from '../_shared/analyzer.ts';
import { declaredFacts } from '../_shared/syntax/servers.ts';
import { readPhp } from './tools.ts';

/** MCP servers written in PHP. */
export const analyzer: Analyzer = {
  id: 'mcp-php',
  title: 'MCP servers in PHP',
  reads: [
    'Methods and classes under the McpTool attribute, tools registered on the builder, tools of Laravel MCP',
    'Names, descriptions (also from documentation), annotations, parameters of methods',
  ],
  notRead: ['What methods do', 'Schemas written by hand'],
  packages: {},
  imports: [],
  syntax: {
    language: 'php',
    files: /\.php$/,
    manifests: /(^|\/)composer\.json$/,
    dependencies: /php-mcp\/|"mcp\/sdk"|symfony\/mcp|laravel\/mcp|logiscape\/mcp/,
    mention: /McpTool|withTool|addTool|Laravel\\Mcp|Server::(?:make|builder)/,
    read: (files, manifests) => declaredFacts({ language: 'php', ...readPhp(files), unnamed: [] }, manifests),
  },
};
