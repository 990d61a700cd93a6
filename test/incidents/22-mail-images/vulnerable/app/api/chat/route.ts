import { openai } from '@ai-sdk/openai';
import { convertToModelMessages, stepCountIs, streamText, tool, type UIMessage } from 'ai';
import { google } from 'googleapis';
import { z } from 'zod';

const gmail = google.gmail({ version: 'v1', auth: process.env.GOOGLE_TOKEN });

const searchMail = tool({
  description: 'Search the mailbox',
  inputSchema: z.object({ query: z.string() }),
  execute: async ({ query }) => {
    const found = await gmail.users.messages.list({ userId: 'me', q: query });
    const bodies = (found.data.messages ?? []).map(({ id }) => gmail.users.messages.get({ userId: 'me', id: id ?? '' }));
    return Promise.all(bodies);
  },
});

export async function POST(request: Request) {
  const { messages }: { messages: UIMessage[] } = await request.json();
  const result = streamText({
    model: openai('gpt-5'),
    system: 'Answer questions about the mailbox.',
    messages: await convertToModelMessages(messages),
    tools: { searchMail },
    stopWhen: stepCountIs(8),
  });
  return result.toUIMessageStreamResponse();
}
