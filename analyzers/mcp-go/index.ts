import type { Analyzer } from '../_shared/analyzer.ts';
import { declaredFacts } from '../_shared/syntax/servers.ts';
import { readGo } from './tools.ts';

/** MCP servers written in Go. */
export const analyzer: Analyzer = {
  id: 'mcp-go',
  title: 'MCP servers in Go',
  reads: [
    'mark3labs/mcp-go and the official SDK: NewTool with options, Tool records, wrappers that pass options on',
    'Names from constants, descriptions, annotations, parameters from options, schemas and tagged structs, handlers by name',
  ],
  notRead: ['What handlers do', 'Tools made in loops or from specifications', 'Resources and prompts'],
  packages: {},
  imports: [],
  syntax: {
    language: 'go',
    files: /\.go$/,
    manifests: /(^|\/)go\.mod$/,
    dependencies: /github\.com\/(?:mark3labs\/mcp-go|modelcontextprotocol\/go-sdk)\b/,
    mention: /Tool|mcp/,
    read: (files, manifests) => declaredFacts({ language: 'go', ...readGo(files) }, manifests),
  },
};
