import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { severities } from '../../model/vocabulary.ts';
import { clean } from '../../report/clean.ts';
import type { Window } from './answers.ts';
import type { Desk } from './desk.ts';

/** True of every tool: files are read and nothing is written, started or fetched. */
const annotations = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
};

const path = z.string().max(4000).default('.').describe('Folder, relative to the first allowed folder');
const window = {
  limit: z.number().int().min(1).max(50).default(10).describe('Most chains and findings to show'),
  offset: z
    .number()
    .int()
    .min(0)
    .max(1_000_000)
    .default(0)
    .describe('Chains and findings to leave out first'),
  severity: z.enum(severities).default('info').describe('Least severity to show'),
};

/** Trefoil as an MCP server. Texts here say what a tool gives; they ask nothing of the model. */
export function createServer(desk: Desk, version: string): McpServer {
  const server = new McpServer({ name: 'trefoil', title: 'Trefoil', version });

  server.registerTool(
    'scan',
    {
      title: 'Scan a folder',
      description:
        'Static analysis of the AI agents in a folder: chains of untrusted input, sensitive data and external sink, other findings, gaps. JSON.',
      inputSchema: { path, ...window },
      annotations,
    },
    ({ path: folder, ...rest }) => answer(desk.scan(folder, windowOf(rest))),
  );
  server.registerTool(
    'audit_servers',
    {
      title: 'Audit MCP servers',
      description:
        'The MCP servers configured in a folder: what each can do by label, and what they do together in one client. JSON.',
      inputSchema: { path, ...window },
      annotations,
    },
    ({ path: folder, ...rest }) => answer(desk.auditServers(folder, windowOf(rest))),
  );
  server.registerTool(
    'explain',
    {
      title: 'Explain a chain, finding or rule',
      description:
        'A chain or finding of the last report in words, with its path and the cheapest fix; or the page of a rule.',
      inputSchema: { path, id: z.string().min(1).max(200).describe('Id of a chain, finding or rule') },
      annotations,
    },
    ({ path: folder, id }) => answer(desk.explain(folder, id)),
  );
  server.registerTool(
    'what_if',
    {
      title: 'What if',
      description:
        'Which chains a change would close: a tool behind approval (gate:NAME) or gone (remove:NAME). JSON.',
      inputSchema: {
        path,
        changes: z.array(z.string().min(1).max(300)).min(1).max(20).describe('gate:NAME or remove:NAME'),
      },
      annotations,
    },
    ({ path: folder, changes }) => answer(desk.whatIf(folder, changes)),
  );
  return server;
}

function windowOf({ limit, offset, severity }: Window): Window {
  return { limit, offset, severity };
}

/** What went wrong is an answer too; a stack or a path of this machine is none. */
async function answer(work: Promise<string>) {
  try {
    return { content: [{ type: 'text' as const, text: await work }] };
  } catch (error) {
    const expected = error instanceof Error && (error.name === 'RefusedError' || error.name === 'UserError');
    const text = expected ? clean(error.message, 300) : 'The request could not be answered.';
    return { content: [{ type: 'text' as const, text }], isError: true };
  }
}
