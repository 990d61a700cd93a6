import { Client as ModernClient } from '@modelcontextprotocol/client';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { SSEClientTransport } from '@modelcontextprotocol/sdk/client/sse.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { z } from 'zod';
import { defaultLimits, type LiveLimits } from './limits.ts';
import { type Launch, ProcessTransport } from './process-transport.ts';

/** A server to connect to: a program to start or an address. */
export type Target =
  | { readonly kind: 'process'; readonly launch: Launch }
  | {
      readonly kind: 'http' | 'sse';
      readonly url: string;
      readonly headers: { readonly [name: string]: string };
    };

/** What a server answered, as far as it did. Items are as sent. */
export interface Listing {
  readonly server?: { readonly name: string; readonly version: string };
  readonly instructions?: string;
  readonly tools: readonly unknown[];
  readonly resources: readonly unknown[];
  readonly resourceTemplates: readonly unknown[];
  readonly prompts: readonly unknown[];
  /** A sentence per thing that went wrong; empty means that the listing is complete. */
  readonly problems: readonly string[];
  /** The tools of a second listing in the same connection differ from the first. */
  readonly unstable: boolean;
}

const page = z.looseObject({ nextCursor: z.unknown().optional() });
type Page = z.infer<typeof page>;
const info = { name: 'trefoil', version: '1' };

/** Connects, lists, disconnects. Never throws, never outlasts the deadline by more than the time to end a process. */
export async function listServer(target: Target, limits: LiveLimits = defaultLimits): Promise<Listing> {
  const end = Date.now() + limits.deadline;
  const problems: string[] = [];
  for (const era of ['v1', 'v2'] as const) {
    const left = end - Date.now();
    if (left <= 0) break;
    const transport = open(target, limits);
    const result = await session(era, transport, limits, left);
    if (typeof result !== 'string') return { ...result, problems: [...problems, ...result.problems] };
    const reason = transport instanceof ProcessTransport ? (transport.ended ?? result) : result;
    if (!problems.includes(reason)) problems.push(reason);
    if (era === 'v1' && !/version|protocol|unsupported|method not found|initialize/i.test(result)) break;
  }
  return { tools: [], resources: [], resourceTemplates: [], prompts: [], problems, unstable: false };
}

/** The part of both client generations that a listing needs. */
interface Connection {
  connect(transport: Transport): Promise<void>;
  close(): Promise<void>;
  ask(method: string, params: object, timeout: number): Promise<Page>;
  details(): {
    readonly server?: { name: string; version: string };
    readonly instructions?: string;
    readonly can: object;
  };
}

async function session(
  era: 'v1' | 'v2',
  transport: Transport,
  limits: LiveLimits,
  time: number,
): Promise<Listing | string> {
  const connection = era === 'v1' ? first() : second();
  const end = Date.now() + time;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>(resolve => {
    timer = setTimeout(
      () => resolve(`The server did not answer within ${Math.round(limits.deadline / 1000)} s.`),
      time,
    );
  });
  const partial: { listing?: Listing } = {};
  try {
    const outcome = await Promise.race([conversation(connection, transport, limits, end, partial), late]);
    if (typeof outcome !== 'string') return outcome;
    return partial.listing
      ? { ...partial.listing, problems: [...partial.listing.problems, outcome] }
      : outcome;
  } catch (error) {
    const reason = transport instanceof ProcessTransport ? transport.ended : undefined;
    const sentence = `${reason ?? `The server could not be listed: ${message(error)}`}`;
    return partial.listing
      ? { ...partial.listing, problems: [...partial.listing.problems, sentence] }
      : sentence;
  } finally {
    clearTimeout(timer);
    await Promise.race([connection.close().catch(() => undefined), pause(3000)]);
    await transport.close().catch(() => undefined);
  }
}

async function conversation(
  connection: Connection,
  transport: Transport,
  limits: LiveLimits,
  end: number,
  partial: { listing?: Listing },
): Promise<Listing> {
  await connection.connect(transport);
  const { server, instructions, can } = connection.details();
  const problems: string[] = [];
  const tools: unknown[] = [];
  const note = (more: Partial<Listing>): Listing => {
    const before = partial.listing ?? {
      tools,
      resources: [],
      resourceTemplates: [],
      prompts: [],
      problems,
      unstable: false,
    };
    partial.listing = {
      ...before,
      ...(server && { server }),
      ...(instructions !== undefined && { instructions }),
      ...more,
    };
    return partial.listing;
  };
  note({});
  const all = (method: string, key: string, into: unknown[] = []) =>
    pages(connection, method, key, limits, end, problems, into);
  await all('tools/list', 'tools', tools);
  if ('resources' in can) {
    note({ resources: await all('resources/list', 'resources') });
    note({ resourceTemplates: await all('resources/templates/list', 'resourceTemplates') });
  }
  if ('prompts' in can) note({ prompts: await all('prompts/list', 'prompts') });
  const again = problems.length === 0 && tools.length < 500 ? await all('tools/list', 'tools') : tools;
  return note({ problems, unstable: JSON.stringify(again) !== JSON.stringify(tools) });
}

/** Follows cursors; stops at a repeated cursor, at the page limit and at the item limit. */
async function pages(
  connection: Connection,
  method: string,
  key: string,
  limits: LiveLimits,
  end: number,
  problems: string[],
  into: unknown[],
): Promise<readonly unknown[]> {
  const seen = new Set<string>();
  let cursor: string | undefined;
  for (let count = 0; count < limits.pages; count++) {
    let answer: Page;
    try {
      answer = await connection.ask(
        method,
        cursor === undefined ? {} : { cursor },
        Math.max(1, end - Date.now()),
      );
    } catch (error) {
      if (!/method not found|-32601/i.test(message(error)))
        problems.push(`${method} failed: ${message(error)}`);
      return into;
    }
    const items = answer[key];
    if (Array.isArray(items)) into.push(...items.slice(0, limits.items - into.length));
    if (into.length >= limits.items) {
      problems.push(`${method} gives more than ${limits.items} items.`);
      return into;
    }
    cursor =
      typeof answer.nextCursor === 'string' && answer.nextCursor !== '' ? answer.nextCursor : undefined;
    if (cursor === undefined) return into;
    if (seen.has(cursor)) {
      problems.push(`${method} repeats a cursor.`);
      return into;
    }
    seen.add(cursor);
  }
  problems.push(`${method} gives more than ${limits.pages} pages.`);
  return into;
}

function open(target: Target, limits: LiveLimits): Transport {
  if (target.kind === 'process') return new ProcessTransport(target.launch, limits);
  const url = new URL(target.url);
  const options = { requestInit: { headers: { ...target.headers } } };
  return target.kind === 'sse'
    ? new SSEClientTransport(url, options)
    : (new StreamableHTTPClientTransport(url, options) as Transport);
}

function first(): Connection {
  const client = new Client(info, { capabilities: {} });
  return {
    connect: transport => client.connect(transport),
    close: () => client.close(),
    ask: (method, params, timeout) =>
      client.request({ method, params } as never, page as never, { timeout }) as Promise<Page>,
    details: () => describe(client),
  };
}

function second(): Connection {
  const client = new ModernClient(info, { capabilities: {}, versionNegotiation: { mode: 'auto' } });
  return {
    connect: transport => client.connect(transport as never),
    close: () => client.close(),
    ask: (method, params, timeout) =>
      client.request({ method, params } as never, page as never, { timeout }) as Promise<Page>,
    details: () => describe(client),
  };
}

function describe(client: {
  getServerVersion(): { name: string; version: string } | undefined;
  getInstructions(): string | undefined;
  getServerCapabilities(): object | undefined;
}): ReturnType<Connection['details']> {
  const server = client.getServerVersion();
  const instructions = client.getInstructions();
  return {
    ...(server && { server: { name: String(server.name), version: String(server.version) } }),
    ...(typeof instructions === 'string' && { instructions }),
    can: client.getServerCapabilities() ?? {},
  };
}

function message(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 300);
}

function pause(time: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, time).unref());
}
