import { openai } from '@ai-sdk/openai';
import { convertToModelMessages, stepCountIs, streamText, tool } from 'ai';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const readPage = tool({
  description: 'Fetch a web page',
  inputSchema: z.object({ url: z.string().url() }),
  execute: async ({ url }) => (await fetch(url)).text(),
});

const readDocument = tool({
  description: 'Read an internal document by path',
  inputSchema: z.object({ path: z.string() }),
  execute: async ({ path }) => readFile(path, 'utf8'),
});

export async function POST(request: Request) {
  const { messages } = await request.json();
  const result = streamText({
    model: openai('gpt-5'),
    messages: await convertToModelMessages(messages),
    tools: { readPage, readDocument },
    stopWhen: stepCountIs(8),
  });
  return result.toUIMessageStreamResponse();
}
