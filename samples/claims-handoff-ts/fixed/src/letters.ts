import { Agent, tool } from '@openai/agents';
import { createTransport } from 'nodemailer';
import { z } from 'zod';

const transport = createTransport(process.env.SMTP_URL ?? { jsonTransport: true });

export const sendLetter = tool({
  name: 'send_letter',
  description: 'Sends a letter by email.',
  needsApproval: true,
  parameters: z.object({ to: z.string(), text: z.string() }),
  execute: async ({ to, text }) => {
    await transport.sendMail({ from: 'claims@example.com', to, subject: 'Your claim', text });
    return 'sent';
  },
});

/** Writes to the outside world. */
export const letterAgent = new Agent({
  name: 'Letter desk',
  instructions: 'Write to the person who made the claim.',
  tools: [sendLetter],
});
