import { tool } from 'langchain';
import { z } from 'zod';

const desk = process.env.HELPDESK_URL ?? 'http://127.0.0.1:8081';

/** Tickets come in through the public contact form: anyone can write one. */
export const readTickets = tool(
  async ({ status }) => {
    const answer = await fetch(`${desk}/api/tickets?status=${status}`);
    return answer.text();
  },
  {
    name: 'read_tickets',
    description: 'Reads the support tickets customers have sent through the contact form.',
    schema: z.object({ status: z.enum(['open', 'closed']) }),
  },
);
