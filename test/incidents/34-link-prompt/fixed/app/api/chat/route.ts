import { anthropic } from '@ai-sdk/anthropic';
import { convertToModelMessages, stepCountIs, streamText, tool } from 'ai';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { z } from 'zod';

const secrets = new SecretsManagerClient({});

const readKey = tool({
  description: 'Read a key of the team',
  inputSchema: z.object({ name: z.string() }),
  execute: async ({ name }) => secrets.send(new GetSecretValueCommand({ SecretId: name })),
});

const openPage = tool({
  description: 'Open a web page',
  inputSchema: z.object({ url: z.string() }),
  execute: async ({ url }) => (await fetch(url)).status,
});

export async function POST(request: Request) {
  const { messages } = await request.json();
  return streamText({
    model: anthropic('claude-sonnet-4-5'),
    messages: await convertToModelMessages(messages),
    tools: { readKey, openPage },
    stopWhen: stepCountIs(5),
  }).toUIMessageStreamResponse();
}
