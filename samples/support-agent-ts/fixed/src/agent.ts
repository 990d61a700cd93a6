import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { MemorySaver } from '@langchain/langgraph';
import { createAgent, humanInTheLoopMiddleware } from 'langchain';
import { queryCustomers } from './customers.ts';
import { sendMessage } from './messages.ts';
import { readTickets } from './tickets.ts';

/** Works through open tickets: looks the customer up and answers by mail, after a person has seen the mail. */
export function createSupportAgent(model: BaseChatModel) {
  const supportAgent = createAgent({
    name: 'support_agent',
    model,
    tools: [readTickets, queryCustomers, sendMessage],
    systemPrompt: 'You answer support tickets. Never share data of one customer with another.',
    checkpointer: new MemorySaver(),
    middleware: [humanInTheLoopMiddleware({ interruptOn: { send_message: { allowedDecisions: ['approve', 'reject'] } } })],
  });
  return supportAgent;
}
