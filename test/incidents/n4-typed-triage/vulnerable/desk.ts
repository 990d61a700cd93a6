import { Agent, tool } from '@openai/agents';
import nodemailer from 'nodemailer';
import { z } from 'zod';


const readTicket = tool({
  name: 'read_ticket',
  description: 'Read a ticket that a customer wrote',
  parameters: z.object({ number: z.number() }),
  execute: async ({ number }) => (await fetch(`https://corp.zendesk.com/api/v2/tickets/${number}.json`)).text(),
});


const sendMail = tool({
  name: 'send_mail',
  description: 'Send a mail',
  parameters: z.object({ to: z.string(), text: z.string() }),
  execute: async ({ to, text }) => nodemailer.createTransport(process.env.SMTP).sendMail({ to, text }),
});

const reader = new Agent({
  name: 'Reader',
  instructions: 'Grade the ticket.',
  tools: [readTicket],
});

export const desk = new Agent({
  name: 'Desk',
  instructions: 'Inform the owner of the account.',
  tools: [reader.asTool({ toolName: 'grade', toolDescription: 'Grade a ticket' }), sendMail],
});
