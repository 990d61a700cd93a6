import { describe, expect, it } from 'vitest';
import { nodes, read } from './read.ts';

const sdk = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
const server = new McpServer({ name: 'x', version: '1' });
server.tool('t', async () => ({ content: [] }));
`;
const plain = 'const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });\n';
const express = "import express from 'express';\nconst app = express();\n";

/** `bind` and whether nothing checks who calls, of the only server. */
async function exposure(files: { readonly [path: string]: string }) {
  const [server] = nodes(await read(files), 'mcp-server');
  const { bind, auth, unchecked } = server?.properties ?? {};
  return { bind, auth, unchecked: unchecked !== undefined };
}

const ts = (code: string) => exposure({ 'package.json': '{"name":"x"}', 'src/index.ts': sdk + code });

describe('HTTP transports of TypeScript servers', () => {
  it.each([
    ['no host named', `${express}${plain}app.listen(3000);`, 'all addresses', true],
    ['everybody named', `${express}${plain}app.listen(3000, '0.0.0.0', () => {});`, '0.0.0.0', true],
    [
      'everybody as a default',
      `${express}${plain}app.listen(3000, process.env.HOST ?? '0.0.0.0');`,
      '0.0.0.0',
      true,
    ],
    [
      'an HTTP server of Node',
      `import { createServer } from 'node:http';\n${plain}createServer(() => {}).listen({ port: 3000 });`,
      'all addresses',
      true,
    ],
    ['loopback', `${express}${plain}app.listen(3000, '127.0.0.1');`, undefined, true],
    [
      'a port for one answer of a browser',
      `import { createServer } from 'node:http';\n${plain}createServer(() => {}).listen(0);`,
      undefined,
      true,
    ],
    [
      'events to a response that is not known',
      `import { SSEServerTransport } from '@modelcontextprotocol/sdk/server/sse.js';\n${express}app.get('/sse', (req, res) => { new SSEServerTransport('/messages', res); });\napp.listen(3000, '127.0.0.1');`,
      undefined,
      true,
    ],
    [
      'a token that only goes out',
      `${express}${plain}function sent(headers) { headers['Authorization'] = 'x'; return headers; }\napp.listen(3000, 'localhost');`,
      undefined,
      true,
    ],
    ['nothing listens', plain, undefined, false],
    [
      'allowed hosts',
      `${express}new StreamableHTTPServerTransport({ allowedHosts: ['localhost'] });\napp.listen(3000, 'localhost');`,
      undefined,
      false,
    ],
    [
      'check switched off',
      `${express}new StreamableHTTPServerTransport({ enableDnsRebindingProtection: false });\napp.listen(3000, 'localhost');`,
      undefined,
      true,
    ],
    [
      'a middleware that reads Origin',
      `${express}${plain}app.use((req, res, next) => { if (req.headers.origin !== 'http://localhost') return res.end(); next(); });\napp.listen(3000, 'localhost');`,
      undefined,
      false,
    ],
    [
      'a token is asked for',
      `${express}${plain}app.use((req, res, next) => { if (!ok(req.headers['authorization'])) return res.end(); next(); });\napp.listen(3000);`,
      undefined,
      false,
    ],
    [
      'the application of the SDK, which checks Host',
      `import { createMcpExpressApp } from '@modelcontextprotocol/sdk/server/express.js';\nconst app = createMcpExpressApp();\n${plain}app.listen(3000, 'localhost');`,
      undefined,
      false,
    ],
  ] as const)('%s', async (_name, code, bind, unchecked) => {
    expect(await ts(code)).toMatchObject({ bind, unchecked });
  });

  it('leaves ports alone that have nothing to do with the transport, and tests', async () => {
    expect(
      await exposure({
        'package.json': '{"name":"x"}',
        'src/index.ts': `${sdk}${plain}`,
        'src/site.ts': `${express}app.listen(8080);`,
        'test/http.ts': `${sdk}${express}${plain}app.listen(8080);`,
      }),
    ).toMatchObject({ bind: undefined, unchecked: false });
  });

  it('follows a transport into the file that listens', async () => {
    expect(
      await exposure({
        'package.json': '{"name":"x"}',
        'src/http.ts': `${sdk}${plain}export { transport };`,
        'src/index.ts': `import { transport } from './http.js';\n${express}app.listen(3000);`,
      }),
    ).toMatchObject({ bind: 'all addresses', unchecked: true });
  });
});

const lowLevel = `import uvicorn
from mcp.server.lowlevel import Server
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
server = Server("x")
`;

describe('HTTP transports of Python servers', () => {
  it.each([
    [
      'everybody named',
      'manager = StreamableHTTPSessionManager(app=server)\nuvicorn.run(app, host="0.0.0.0")\n',
      '0.0.0.0',
      true,
    ],
    [
      'everybody as default of the command line',
      'manager = StreamableHTTPSessionManager(app=server)\nparser.add_argument("--host", default="0.0.0.0")\nuvicorn.run(app, host=args.host)\n',
      '0.0.0.0',
      true,
    ],
    [
      'loopback',
      'manager = StreamableHTTPSessionManager(app=server)\nuvicorn.run(app, host="127.0.0.1")\n',
      undefined,
      true,
    ],
    [
      'settings of security',
      'manager = StreamableHTTPSessionManager(app=server, security_settings=settings)\nuvicorn.run(app, host="127.0.0.1")\n',
      undefined,
      false,
    ],
    [
      'a middleware that reads Origin',
      'manager = StreamableHTTPSessionManager(app=server)\ndef check(request):\n    return request.headers.get("origin")\nuvicorn.run(app)\n',
      undefined,
      false,
    ],
  ] as const)('%s', async (_name, code, bind, unchecked) => {
    expect(await exposure({ 'server.py': lowLevel + code })).toMatchObject({ bind, unchecked });
  });

  it('knows the switch of fastmcp, which checks by itself on loopback addresses', async () => {
    const server = (run: string) =>
      read({ 'a.py': `from fastmcp import FastMCP\nmcp = FastMCP("x")\nmcp.run(${run})\n` });
    const [off] = nodes(await server('transport="http", host_origin_protection=False'), 'mcp-server');
    const [auto] = nodes(await server('transport="http"'), 'mcp-server');
    expect(off?.properties?.hostCheck).toBe(false);
    expect(auto?.properties?.hostCheck).toBeUndefined();
  });
});
