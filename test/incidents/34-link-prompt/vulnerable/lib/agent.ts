import { anthropic } from '@ai-sdk/anthropic';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { ToolLoopAgent, tool } from 'ai';
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

export const agent = new ToolLoopAgent({
  model: anthropic('claude-sonnet-4-5'),
  instructions: 'Help the team with its keys.',
  tools: { readKey, openPage },
});
