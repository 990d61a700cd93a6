import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** How a test server answers one request; `body` is the JSON-RPC message of a POST. */
export type Answer = (request: IncomingMessage, response: ServerResponse, body: Message) => void;

/** A JSON-RPC message as received. */
export interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly [key: string]: unknown };
}

/** A server on a free port of 127.0.0.1, with every request it got. */
export interface TestServer {
  readonly url: string;
  readonly requests: readonly IncomingMessage[];
  close(): Promise<void>;
}

export async function startServer(answer: Answer): Promise<TestServer> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    let text = '';
    request.on('data', chunk => {
      text += chunk;
    });
    request.on('end', () => answer(request, response, text === '' ? {} : JSON.parse(text)));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

/** Answers the handshake and a list of tools, as a server with sessions does. */
export function sessionResult(message: Message, tools: readonly object[]): object | undefined {
  if (message.method === 'initialize')
    return {
      protocolVersion: message.params?.protocolVersion,
      capabilities: { tools: {} },
      serverInfo: { name: 'test', version: '1' },
    };
  return message.method === 'tools/list' ? { tools } : undefined;
}
