import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { serve, type ViewServer } from '../../src/cli/view-server.ts';

const page = '<script type="application/json" id="trefoil-report">{"a":1}</script>';
let server: ViewServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: { readonly [name: string]: unknown };
}

const ask = (
  url: string,
  headers: { readonly [name: string]: string } = {},
  method = 'GET',
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const call = request(url, { headers, method }, response => {
      let body = '';
      response.on('data', chunk => {
        body += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body, headers: response.headers }),
      );
    });
    call.on('error', reject).end();
  });

describe('the view server', () => {
  it('binds loopback and serves the page and its report only', async () => {
    server = await serve(page, 0);
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect((await ask(server.url)).body).toBe(page);
    expect((await ask(`${server.url}report.json`)).body).toBe('{"a":1}');
    for (const path of ['package.json', '..%2f..%2fetc/passwd', 'assets/x.js']) {
      expect((await ask(server.url + path)).status).toBe(404);
    }
    expect((await ask(server.url, {}, 'POST')).status).toBe(405);
  });

  it('refuses other hosts and other origins', async () => {
    server = await serve(page, 0);
    expect((await ask(server.url, { host: 'rebound.example' })).status).toBe(403);
    expect((await ask(server.url, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await ask(server.url, { origin: server.url.slice(0, -1) })).status).toBe(200);
    expect((await ask(server.url)).headers['access-control-allow-origin']).toBeUndefined();
  });

  it('tells open pages that the report changed', async () => {
    const running = await serve(page, 0);
    server = running;
    const event = new Promise<string>((resolve, reject) => {
      request(`${running.url}events`, response => {
        response.on('data', (chunk: Buffer) => {
          const text = chunk.toString();
          if (text.includes('ready')) running.update('<p>new</p>');
          if (text.includes('event: report')) resolve(text);
        });
      })
        .on('error', reject)
        .end();
    });
    expect(await event).toContain('event: report');
    expect((await ask(running.url)).body).toBe('<p>new</p>');
  });

  it('says in one line that a port is taken', async () => {
    server = await serve(page, 0);
    const port = Number(new URL(server.url).port);
    await expect(serve(page, port)).rejects.toThrow(/cannot listen on port/);
  });
});
