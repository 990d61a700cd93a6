import { openai } from '@ai-sdk/openai';
import { ToolLoopAgent, tool } from 'ai';
import { defineHook } from 'workflow';
import { z } from 'zod';

const approval = defineHook({ schema: z.object({ approved: z.boolean() }) });

const readTicket = tool({
  description: 'Reads a support ticket.',
  inputSchema: z.object({ number: z.number() }),
  execute: async ({ number }) => (await fetch(`https://acme.zendesk.com/api/v2/tickets/${number}.json`)).text(),
});

const readSecret = tool({
  description: 'Reads a credential of the house.',
  inputSchema: z.object({ name: z.string() }),
  execute: async ({ name }) => process.env[name] ?? '',
});

const notify = tool({
  description: 'Sends a text to an address.',
  inputSchema: z.object({ url: z.string(), text: z.string() }),
  execute: async ({ url, text }, { toolCallId }) => {
    const hook = approval.create({ token: toolCallId });
    const { approved } = await hook;
    if (!approved) return 'refused';
    await fetch(url, { method: 'POST', body: text });
    return 'sent';
  },
});

export const desk = new ToolLoopAgent({ model: openai('gpt-5'), tools: { readTicket, readSecret, notify } });
