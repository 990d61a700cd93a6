import { tool } from '@langchain/core/tools';
import { createReactAgent } from '@langchain/langgraph/prebuilt';
import { Annotation, END, MessagesAnnotation, START, StateGraph } from '@langchain/langgraph';
import { ChatOpenAI } from '@langchain/openai';
import { z } from 'zod';

const llm = new ChatOpenAI({ model: 'gpt-5' });
const readTicket = tool(async ({ number }) => (await fetch(`https://acme.zendesk.com/api/v2/tickets/${number}.json`)).text(), { name: 'read_ticket', description: 'Read a ticket', schema: z.object({ number: z.number() }) });
const readSecret = tool(async ({ name }) => process.env[name], { name: 'read_secret', description: 'Read a credential', schema: z.object({ name: z.string() }) });
const callSystem = tool(async ({ url, text }) => String((await fetch(url, { method: 'POST', body: text })).status), { name: 'call_system', description: 'Call a system', schema: z.object({ url: z.string(), text: z.string() }) });
const clerk = createReactAgent({ llm, tools: [readTicket], name: 'clerk' });
const engineer = createReactAgent({ llm, tools: [readSecret, callSystem], name: 'engineer' });
export const a = new StateGraph(MessagesAnnotation).addNode('clerk', clerk).addEdge(START, 'clerk').addEdge('clerk', END).compile();
export const b = new StateGraph(MessagesAnnotation).addNode('engineer', engineer).addEdge(START, 'engineer').addEdge('engineer', END).compile();
