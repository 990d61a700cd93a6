import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { UserError } from './terminal.ts';
import type { SourceReader } from './view-sources.ts';

/** A running explorer. */
export interface ViewServer {
  readonly url: string;
  /** Replaces the page; open browsers learn of it. */
  update(page: string): void;
  close(): Promise<void>;
}

const headers = {
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

const marker = /<script type="application\/json" id="trefoil-report">([\s\S]*?)<\/script>/;

/**
 * Serves the explorer on 127.0.0.1 only: the page at `/`, its report at `/report.json`, changes at `/events`
 * (server-sent `report` events), lines of files that the report names at `/source`. A request must name our own host, and come from our own page or none: pages of other
 * sites cannot read a report through the browser.
 */
export async function serve(firstPage: string, port: number, sources?: SourceReader): Promise<ViewServer> {
  let page = firstPage;
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const host = `127.0.0.1:${portOf(server.address())}`;
    if (!isOurs(request, host)) return send(response, 403, 'text/plain', 'forbidden');
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return send(response, 405, 'text/plain', 'method not allowed');
    const [path, query] = (request.url ?? '/').split('?');
    if (path === '/') return send(response, 200, 'text/html; charset=utf-8', page);
    if (path === '/report.json')
      return send(response, 200, 'application/json', marker.exec(page)?.[1] ?? 'null');
    if (path === '/source') return void sendSource(response, sources, new URLSearchParams(query));
    if (path !== '/events') return send(response, 404, 'text/plain', 'not found');
    response.writeHead(200, { ...headers, 'content-type': 'text/event-stream' }).write(': ready\n\n');
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new UserError(`cannot listen on port ${port} (${error.code ?? error.message})`)),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${portOf(server.address())}/`,
    update: next => {
      page = next;
      for (const listener of listeners) listener.write('event: report\ndata: changed\n\n');
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function isOurs(request: IncomingMessage, host: string): boolean {
  const { origin, host: asked } = request.headers;
  return asked === host && (origin === undefined || origin === `http://${host}`);
}

async function sendSource(
  response: ServerResponse,
  sources: SourceReader | undefined,
  query: URLSearchParams,
): Promise<void> {
  const line = Number(query.get('line'));
  const found =
    Number.isSafeInteger(line) && line > 0 ? await sources?.read(query.get('file') ?? '', line) : undefined;
  if (found) send(response, 200, 'application/json', JSON.stringify(found));
  else send(response, 404, 'text/plain', 'not found');
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { ...headers, 'content-type': type }).end(body);
}

function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  return typeof address === 'object' && address ? address.port : 0;
}
