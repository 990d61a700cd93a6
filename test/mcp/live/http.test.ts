import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { LiveLimits } from '../../../src/mcp/live/limits.ts';
import { type Listing, listServer } from '../../../src/mcp/live/list.ts';
import { type Answer, sendJson, sessionResult, startServer, type TestServer } from './http-server.ts';

const limits: LiveLimits = { deadline: 4000, output: 500_000, message: 100_000, pages: 5, items: 50 };
const tools = [{ name: 'look', inputSchema: { type: 'object' } }];
const running: TestServer[] = [];

afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

async function start(answer: Answer): Promise<TestServer> {
  const server = await startServer(answer);
  running.push(server);
  return server;
}

const ask = (
  url: string,
  kind: 'http' | 'sse' = 'http',
  headers: { readonly [name: string]: string } = {},
  bounds = limits,
): Promise<Listing> => listServer({ kind, url, headers }, bounds);

/** Streamable HTTP as of 2025: one endpoint, JSON answers. */
const streamable: Answer = (request, response, body) => {
  if (request.method !== 'POST') return void response.writeHead(405).end();
  const result = sessionResult(body, tools);
  if (!result) return void response.writeHead(202).end();
  sendJson(response, { jsonrpc: '2.0', id: body.id, result });
};

describe('over HTTP', () => {
  it('lists a server with sessions, and sends the configured headers', async () => {
    const server = await start(streamable);
    const listing = await ask(`${server.url}/mcp`, 'http', { 'X-Api-Key': 'k1' });
    expect(listing).toMatchObject({ way: 'session', tools, problems: [], unstable: false });
    expect(server.requests.every(request => request.headers['x-api-key'] === 'k1')).toBe(true);
  });

  it('lists a server of the stateless protocol', async () => {
    const shape = { resultType: 'complete', ttlMs: 0, cacheScope: 'private' };
    const server = await start((request, response, body) => {
      if (request.method !== 'POST') return void response.writeHead(405).end();
      const reply = (result: object) =>
        sendJson(response, { jsonrpc: '2.0', id: body.id, result: { ...shape, ...result } });
      if (body.method === 'server/discover')
        return reply({
          supportedVersions: ['2026-07-28'],
          capabilities: { tools: {} },
          instructions: 'Hello.',
        });
      if (body.method === 'tools/list') return reply({ tools });
      const error = { code: -32601, message: 'Method not found' };
      return sendJson(response, { jsonrpc: '2.0', id: body.id, error }, 404);
    });
    const listing = await ask(`${server.url}/mcp`);
    expect(listing).toMatchObject({ way: 'stateless', instructions: 'Hello.', problems: [] });
    expect(listing.tools).toMatchObject([{ name: 'look' }]);
  });

  /** Server-sent events as of 2024: a stream that names the address for messages. */
  const events = (): Answer => {
    let stream: ServerResponse | undefined;
    return (request, response, body) => {
      if (request.method === 'GET') {
        stream = response.writeHead(200, { 'content-type': 'text/event-stream' });
        return void stream.write('event: endpoint\ndata: /messages\n\n');
      }
      if (request.url !== '/messages') return void response.writeHead(405).end();
      response.writeHead(202).end();
      const result = sessionResult(body, tools);
      if (result) stream?.write(`data: ${JSON.stringify({ jsonrpc: '2.0', id: body.id, result })}\n\n`);
    };
  };

  it.each(['sse', 'http'] as const)('lists a server of events, configured as %s', async kind => {
    const server = await start(events());
    const listing = await ask(`${server.url}/sse`, kind);
    expect(listing).toMatchObject({ way: 'sse', tools, problems: [] });
  });
});

describe('hostile addresses', () => {
  it('never answer', async () => {
    const server = await start(() => {});
    const { problems } = await ask(server.url, 'http', {}, { ...limits, deadline: 700 });
    expect(problems).toEqual(['The server did not answer in full within 1 s.']);
  });

  it('pour without end', async () => {
    const server = await start((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const pour = (): void => {
        while (!response.destroyed && response.write('x'.repeat(20_000)));
        if (!response.destroyed) response.once('drain', pour);
      };
      pour();
    });
    expect((await ask(server.url)).problems).toEqual(['The server wrote more than it may.']);
  });

  it('want a login: no other protocol is tried', async () => {
    const server = await start((_request, response) => void response.writeHead(401).end('no'));
    const { problems } = await ask(server.url);
    expect(problems).toEqual(['The server could not be listed: the server wants a login (HTTP 401)']);
    expect(server.requests).toHaveLength(1);
  });

  it('send us to another host: the configured headers stay here', async () => {
    const other = await start(streamable);
    const server = await start(
      (_request, response) => void response.writeHead(307, { location: other.url }).end(),
    );
    const { problems } = await ask(server.url, 'http', { Authorization: 'Bearer secret' });
    expect(problems.join()).toContain('redirects to another host');
    expect(other.requests).toEqual([]);
  });

  it('break off', async () => {
    const server = await start((request, response, body) => {
      if (body.method === 'tools/list') return void response.destroy();
      streamable(request, response, body);
    });
    const listing = await ask(server.url);
    expect(listing.problems.join()).toMatch(/tools\/list failed/);
    expect(listing.tools).toEqual([]);
  });

  it('are not there', async () => {
    const server = await start(streamable);
    await server.close();
    expect((await ask(server.url)).problems[0]).toMatch(/could not be listed/);
  });
});
