import { Agent } from '@mastra/core/agent';
import { createTool } from '@mastra/core/tools';
import { createStep, createWorkflow } from '@mastra/core/workflows';
import { openai } from '@ai-sdk/openai';
import { z } from 'zod';

const readTicket = createTool({ id: 'read-ticket', description: 'Read a ticket', inputSchema: z.object({ number: z.number() }), execute: async ({ context }) => (await fetch(`https://acme.zendesk.com/api/v2/tickets/${context.number}.json`)).text() });
const readSecret = createTool({ id: 'read-secret', description: 'Read a credential', inputSchema: z.object({ name: z.string() }), execute: async ({ context }) => process.env[context.name] });
const callSystem = createTool({ id: 'call-system', description: 'Call a system', inputSchema: z.object({ url: z.string(), text: z.string() }), execute: async ({ context }) => (await fetch(context.url, { method: 'POST', body: context.text })).status });
const clerk = new Agent({ name: 'clerk', instructions: 'Read', model: openai('gpt-5'), tools: { readTicket } });
const engineer = new Agent({ name: 'engineer', instructions: 'Work', model: openai('gpt-5'), tools: { readSecret, callSystem } });

const read = createStep({ id: 'read', inputSchema: z.object({ number: z.number() }), outputSchema: z.object({ text: z.string() }), execute: async ({ inputData }) => ({ text: (await clerk.generate(`Read ticket ${inputData.number}`)).text }) });
const work = createStep({ id: 'work', inputSchema: z.object({ text: z.string() }), outputSchema: z.object({ text: z.string() }), execute: async ({ inputData }) => ({ text: (await engineer.generate('Rotate the logs')).text }) });
export const desk = createWorkflow({ id: 'desk', inputSchema: z.object({ number: z.number() }), outputSchema: z.object({ text: z.string() }) }).then(work).commit();
