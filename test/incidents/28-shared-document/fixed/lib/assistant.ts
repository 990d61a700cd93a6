import { Agent, tool } from '@openai/agents';
import { google } from 'googleapis';
import { z } from 'zod';

const drive = google.drive({ version: 'v3', auth: process.env.GOOGLE_TOKEN });

const findDocuments = tool({
  name: 'find_documents',
  description: 'Search the shared drive and read what is found',
  parameters: z.object({ words: z.string() }),
  execute: async ({ words }) => {
    const found = await drive.files.list({ q: `fullText contains '${words.replaceAll("'", '')}'` });
    return Promise.all(
      (found.data.files ?? []).map(({ id }) => drive.files.export({ fileId: id ?? '', mimeType: 'text/plain' })),
    );
  },
});

export const assistant = new Agent({ name: 'assistant', instructions: 'Answer from the drive.', tools: [findDocuments] });
