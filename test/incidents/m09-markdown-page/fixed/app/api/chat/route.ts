import { openai } from '@ai-sdk/openai';
import { convertToModelMessages, stepCountIs, streamText, tool } from 'ai';
import pg from 'pg';
import { z } from 'zod';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
const readTicket = tool({ description: 'Read a ticket', inputSchema: z.object({ number: z.number() }), execute: async ({ number }) => (await fetch(`https://acme.zendesk.com/api/v2/tickets/${number}.json`)).text() });
const findCustomer = tool({ description: 'Find customers', inputSchema: z.object({ name: z.string() }), execute: async ({ name }) => (await pool.query('select name, card from customers where name = $1', [name])).rows });

export async function POST(request: Request) {
  const { messages } = await request.json();
  return streamText({ model: openai('gpt-5'), messages: convertToModelMessages(messages), tools: { readTicket, findCustomer }, stopWhen: stepCountIs(5) }).toUIMessageStreamResponse();
}
