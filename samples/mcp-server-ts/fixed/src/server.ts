import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { registerIssueTools } from './issues.ts';
import { registerNoteTools } from './notes.ts';

/** One server with the team's private notes and its public issue tracker. */
export function createServer(): McpServer {
  const server = new McpServer({ name: 'project-desk', version: '1.0.0' });
  registerNoteTools(server);
  registerIssueTools(server);
  return server;
}
