import { tool } from 'langchain';
import { createTransport } from 'nodemailer';
import { z } from 'zod';

const transport = createTransport(process.env.SMTP_URL ?? 'smtp://127.0.0.1:2525');

export const sendMessage = tool(
  async ({ to, subject, text }) => {
    await transport.sendMail({ from: 'support@example.com', to, subject, text });
    return 'sent';
  },
  {
    name: 'send_message',
    description: 'Sends an email to a customer.',
    schema: z.object({ to: z.string(), subject: z.string(), text: z.string() }),
  },
);
