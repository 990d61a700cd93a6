import type { Analyzer } from '../_shared/analyzer.ts';
import { declaredFacts } from '../_shared/syntax/servers.ts';
import { readCSharp } from './tools.ts';

/** MCP servers written in C#. */
export const analyzer: Analyzer = {
  id: 'mcp-csharp',
  title: 'MCP servers in C#',
  reads: [
    'Methods under McpServerTool and classes under attributes with a name, a description and hints',
    'Names, descriptions, annotations, parameters of methods',
  ],
  notRead: [
    'What methods do',
    'Tools made by McpServerTool.Create',
    'Names put together from groups of commands',
  ],
  packages: {},
  imports: [],
  syntax: {
    language: 'c-sharp',
    files: /\.cs$/,
    manifests: /\.csproj$|(^|\/)Directory\.Packages\.props$|(^|\/)Program\.cs$/,
    dependencies: /ModelContextProtocol/,
    mention: /McpServerTool|AddMcpServer|McpServer\.Create|\bReadOnly\s*=/,
    read: (files, manifests) =>
      declaredFacts({ language: 'c-sharp', ...readCSharp(files), unnamed: [] }, manifests),
  },
};
