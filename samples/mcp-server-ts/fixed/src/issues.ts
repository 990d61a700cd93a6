import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';

const api = 'https://api.github.com/repos/example/project-desk';
const headers = { authorization: `Bearer ${process.env.GITHUB_TOKEN}` };

/** The public issue tracker: anyone can open an issue, anyone can read the comments. */
export function registerIssueTools(server: McpServer): void {
  server.registerTool(
    'read_issue',
    {
      description: 'Reads an issue of the public tracker with its comments.',
      inputSchema: { number: z.number() },
      annotations: { readOnlyHint: true },
    },
    async ({ number }) => {
      const answer = await fetch(`${api}/issues/${number}`, { headers });
      return { content: [{ type: 'text', text: await answer.text() }] };
    },
  );
}
