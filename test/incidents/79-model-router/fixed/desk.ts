import { createOpenAI } from '@ai-sdk/openai';
import { ToolLoopAgent, tool } from 'ai';
import { z } from 'zod';

const models = createOpenAI({ apiKey: process.env.LLM_KEY, baseURL: 'https://api.openai.com/v1' });

export const desk = new ToolLoopAgent({
  model: models('gpt-5'),
  instructions: 'Convert units.',
  tools: {
    convert: tool({
      description: 'Convert miles to kilometres',
      inputSchema: z.object({ miles: z.number() }),
      execute: async ({ miles }) => miles * 1.609,
    }),
  },
});
