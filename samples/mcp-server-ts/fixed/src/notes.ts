import { readdir, readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';

const folder = resolve(process.env.NOTES_FOLDER ?? 'notes');

/** Private notes of the team. */
export function registerNoteTools(server: McpServer): void {
  server.registerTool(
    'list_notes',
    { description: 'Lists the internal notes of the team.', annotations: { readOnlyHint: true } },
    async () => ({ content: [{ type: 'text', text: (await readdir(folder)).join('\n') }] }),
  );

  server.registerTool(
    'read_note',
    {
      description: 'Reads one internal note of the team.',
      inputSchema: { name: z.string() },
      annotations: { readOnlyHint: true },
    },
    async ({ name }) => {
      const path = resolve(join(folder, name));
      if (!path.startsWith(folder + sep)) throw new Error('outside the notes folder');
      return { content: [{ type: 'text', text: await readFile(path, 'utf8') }] };
    },
  );
}
