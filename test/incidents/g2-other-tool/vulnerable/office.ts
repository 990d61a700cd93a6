import { anthropic } from '@ai-sdk/anthropic';
import { ToolLoopAgent, tool } from 'ai';
import { ImapFlow } from 'imapflow';
import nodemailer from 'nodemailer';
import { z } from 'zod';

const mailbox = new ImapFlow({ host: 'imap.corp.example', port: 993, secure: true });

const readInbox = tool({
  description: 'Read the latest mails',
  inputSchema: z.object({ count: z.number() }),
  execute: async ({ count }) => mailbox.fetchAll(`1:${count}`, { source: true }),
});

const sendMail = tool({
  description: 'Send a mail',
  inputSchema: z.object({ to: z.string(), text: z.string() }),
  execute: async ({ to, text }) => nodemailer.createTransport(process.env.SMTP_URL).sendMail({ to, text }),
});

const archive = tool({
  description: 'Note that a mail was answered',
  inputSchema: z.object({ id: z.number() }),
  needsApproval: true,
  execute: async ({ id }) => `noted ${id}`,
});

export const office = new ToolLoopAgent({
  model: anthropic('claude-sonnet-4-5'),
  tools: { readInbox, sendMail, archive },
});
