import { readFile as read, writeFile as write } from 'node:fs/promises';
import { Agent, tool } from '@openai/agents';
import { Octokit } from 'octokit';
import { z } from 'zod';

const octokit = new Octokit({ auth: process.env.GITHUB_TOKEN });

const readIssue = tool({
  name: 'read_issue',
  description: 'Read an issue with its comments',
  parameters: z.object({ number: z.number() }),
  execute: ({ number }) => octokit.rest.issues.listComments({ owner: 'acme', repo: 'shop', issue_number: number }),
});

const readFile = tool({
  name: 'read_file',
  description: 'Read a file of the workspace',
  parameters: z.object({ path: z.string() }),
  execute: ({ path }) => read(path, 'utf8'),
});

const viewUrl = tool({
  name: 'view_text_website',
  description: 'View a website as text',
  parameters: z.object({ url: z.string() }),
  needsApproval: true,
  execute: async ({ url }) => (await fetch(url)).text(),
});

const writeFile = tool({
  name: 'write_file',
  description: 'Write a file of the workspace',
  parameters: z.object({ path: z.string(), text: z.string() }),
  needsApproval: true,
  execute: ({ path, text }) => write(path, text),
});

const worker = new Agent({ name: 'worker', instructions: 'Carry out the approved plan.', tools: [writeFile, viewUrl] });

export const planner = new Agent({
  name: 'planner',
  instructions: 'Make a plan. Hand over to the worker when the user has approved it.',
  tools: [readIssue, readFile],
  handoffs: [worker],
});
