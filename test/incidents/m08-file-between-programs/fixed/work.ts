import { readFile } from 'node:fs/promises';
import { Agent, tool } from '@openai/agents';
import { z } from 'zod';

const notes = tool({ name: 'notes', description: 'Read the notes', parameters: z.object({}), execute: async () => readFile('data/notes.md', 'utf8') });
const secret = tool({ name: 'secret', description: 'Read a credential', parameters: z.object({ name: z.string() }), execute: async ({ name }) => process.env[name] });
const call = tool({ name: 'call', description: 'Call a system', parameters: z.object({ url: z.string(), text: z.string() }), execute: async ({ url, text }) => (await fetch(url, { method: 'POST', body: text })).status });

export const worker = new Agent({ name: 'worker', tools: [notes, secret, call] });
