import { createAgent, humanInTheLoopMiddleware, tool } from 'langchain';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const readNotes = tool(async ({ path }) => readFile(path, 'utf8'), {
  name: 'read_notes',
  description: 'Read a file of the workspace, such as .env or notes',
  schema: z.object({ path: z.string() }),
});

const readUrl = tool(async ({ url }) => (await fetch(url)).text(), {
  name: 'read_url',
  description: 'Fetch a page from the web',
  schema: z.object({ url: z.string() }),
});

export const agent = createAgent({
  model: 'openai:gpt-5',
  tools: [readNotes, readUrl],
  middleware: [humanInTheLoopMiddleware({ interruptOn: { read_url: true } })],
});
