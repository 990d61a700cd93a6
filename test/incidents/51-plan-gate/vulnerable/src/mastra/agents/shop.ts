import { Agent } from '@mastra/core/agent';
import { createTool } from '@mastra/core/tools';
import { Memory } from '@mastra/memory';
import { LibSQLStore } from '@mastra/libsql';
import nodemailer from 'nodemailer';
import pg from 'pg';
import { z } from 'zod';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });

export const readPage = createTool({
  id: 'read_page',
  description: 'Read a web page',
  inputSchema: z.object({ url: z.string() }),
  execute: async ({ url }) => (await fetch(url)).text(),
});

export const findOrders = createTool({
  id: 'find_orders',
  description: 'Find orders of customers',
  inputSchema: z.object({ name: z.string() }),
  execute: async ({ name }) => (await pool.query('select * from orders where customer ilike $1', [name])).rows,
});

export const sendMail = createTool({
  id: 'send_mail',
  description: 'Send an e-mail',
  inputSchema: z.object({ to: z.string(), text: z.string() }),
  execute: async ({ to, text }) => nodemailer.createTransport(process.env.SMTP_URL).sendMail({ to, text }),
});

export const shop = new Agent({
  id: 'shop',
  name: 'shop',
  instructions: 'Help with orders.',
  model: 'openai/gpt-5',
  tools: { readPage, findOrders, sendMail },
});
