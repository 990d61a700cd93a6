import {
  Client as ModernClient,
  StreamableHTTPClientTransport as ModernHttpTransport,
} from '@modelcontextprotocol/client';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { SSEClientTransport } from '@modelcontextprotocol/sdk/client/sse.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { z } from 'zod';
import { cappedFetch } from './capped-fetch.ts';
import type { LiveLimits } from './limits.ts';
import { type Launch, ProcessTransport } from './process-transport.ts';

/** A server to connect to: a program to start or an address. */
export type Target =
  | { readonly kind: 'process'; readonly launch: Launch }
  | {
      readonly kind: 'http' | 'sse';
      readonly url: string;
      readonly headers: { readonly [name: string]: string };
    };

/**
 * How a server is spoken to: with a handshake over its streams or HTTP (`session`), over server-sent events, or without
 * one (`stateless`, the protocol of 2026).
 */
export type Way = 'session' | 'sse' | 'stateless';

/** One answer of a listing method, as sent. */
const page = z.looseObject({ nextCursor: z.unknown().optional() });
export type Page = z.infer<typeof page>;

/** What a server says of itself when the connection stands. */
export interface Details {
  readonly server?: { readonly name: string; readonly version: string };
  readonly instructions?: string;
  readonly can: object;
}

/** The part of both client generations that a listing needs. */
export interface Connection {
  connect(): Promise<void>;
  ask(method: string, params: object, timeout: number): Promise<Page>;
  details(): Details;
  /** Why the server's side ended early, in words. */
  ended(): string | undefined;
  /** Ends the connection and, for a started server, everything it started. */
  close(): Promise<void>;
}

/** The ways worth trying, the likeliest first. */
export function waysTo(target: Target): readonly Way[] {
  if (target.kind === 'process') return ['session', 'stateless'];
  return target.kind === 'sse' ? ['sse', 'session'] : ['session', 'stateless', 'sse'];
}

const info = { name: 'trefoil', version: '1' };

/** Makes a connection; nothing starts before `connect`. */
export function open(target: Target, way: Way, limits: LiveLimits): Connection {
  const wire = wireTo(target, way, limits);
  const client = clientFor(way);
  return {
    connect: () => client.connect(wire.transport),
    ask: (method, params, timeout) => client.request({ method, params }, page, { timeout }),
    details: () => detailsOf(client),
    ended: wire.ended,
    close: async () => {
      await Promise.race([client.close().catch(() => undefined), pause(3000)]);
      await wire.stop();
    },
  };
}

/** What both generations of the client have in common; their own types know only their own messages. */
interface AnyClient {
  connect(transport: unknown): Promise<void>;
  request(request: object, schema: typeof page, options: { readonly timeout: number }): Promise<Page>;
  close(): Promise<void>;
  getServerVersion(): { readonly name: string; readonly version: string } | undefined;
  getInstructions(): string | undefined;
  getServerCapabilities(): object | undefined;
}

function clientFor(way: Way): AnyClient {
  const client =
    way === 'stateless'
      ? new ModernClient(info, { capabilities: {}, versionNegotiation: { mode: 'auto' } })
      : new Client(info, { capabilities: {} });
  return client as unknown as AnyClient;
}

interface Wire {
  readonly transport: Transport | ModernHttpTransport;
  ended(): string | undefined;
  stop(): Promise<void>;
}

function wireTo(target: Target, way: Way, limits: LiveLimits): Wire {
  if (target.kind === 'process') {
    const transport = new ProcessTransport(target.launch, limits);
    return { transport, ended: () => transport.ended, stop: () => transport.close() };
  }
  const capped = cappedFetch(limits);
  const options = { requestInit: { headers: { ...target.headers } }, fetch: capped.fetch };
  const url = new URL(target.url);
  const transport =
    way === 'sse'
      ? new SSEClientTransport(url, options)
      : way === 'session'
        ? (new StreamableHTTPClientTransport(url, options) as Transport)
        : new ModernHttpTransport(url, options);
  return {
    transport,
    ended: capped.ended,
    stop: async () => {
      await Promise.race([transport.close().catch(() => undefined), pause(1000)]);
      capped.stop();
    },
  };
}

function detailsOf(client: AnyClient): Details {
  const server = client.getServerVersion();
  const instructions = client.getInstructions();
  return {
    ...(server && { server: { name: String(server.name), version: String(server.version) } }),
    ...(typeof instructions === 'string' && { instructions }),
    can: client.getServerCapabilities() ?? {},
  };
}

function pause(time: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, time).unref());
}
