const sdk = '@modelcontextprotocol/sdk/server';

const withEnding = (module: string): readonly string[] => [module, `${module}.js`];

/** Transports over HTTP on which a server is offered, as constructors. */
export const transports: readonly string[] = [
  ...withEnding(`${sdk}/streamableHttp`).map(module => `${module}#StreamableHTTPServerTransport`),
  ...withEnding(`${sdk}/sse`).map(module => `${module}#SSEServerTransport`),
  ...withEnding(`${sdk}/webStandardStreamableHttp`).map(
    module => `${module}#WebStandardStreamableHTTPServerTransport`,
  ),
  '@modelcontextprotocol/node#NodeStreamableHTTPServerTransport',
  '@modelcontextprotocol/server#WebStandardStreamableHTTPServerTransport',
  'mcp.server.streamable_http.StreamableHTTPServerTransport',
  'mcp.server.streamable_http_manager.StreamableHTTPSessionManager',
  'mcp.server.sse.SseServerTransport',
];

const applications: readonly string[] = [
  'express#default',
  'express',
  'http#createServer',
  'node:http#createServer',
  'https#createServer',
  'node:https#createServer',
  'http#Server',
  'node:http#Server',
  'http2#createSecureServer',
  'node:http2#createSecureServer',
  'polka#default',
  'koa#default',
];

/** Calls that open a port. */
export const listeners: readonly string[] = [
  ...applications.map(name => `${name}().listen`),
  'fastify#default().listen',
  'fastify#fastify().listen',
  '@hono/node-server#serve',
  'uvicorn.run',
  'uvicorn.Config',
  'hypercorn.run',
];

/** Those that take every address when none is named. */
export const hostDefaults: readonly string[] = [
  ...applications.map(name => `${name}().listen`),
  '@hono/node-server#serve',
];

/** Makers and middlewares that look at Host, Origin or the caller. */
export const guardingCalls: readonly string[] = [
  ...['express', 'express.js'].flatMap(file => [`${sdk}/${file}#createMcpExpressApp`]),
  '@modelcontextprotocol/express#*',
  '@modelcontextprotocol/hono#*',
  '@modelcontextprotocol/fastify#*',
  ...withEnding(`${sdk}/middleware/hostHeaderValidation`).map(module => `${module}#*`),
  ...withEnding(`${sdk}/auth/middleware/bearerAuth`).map(module => `${module}#requireBearerAuth`),
  ...withEnding(`${sdk}/auth/router`).map(module => `${module}#*`),
  'express-oauth2-jwt-bearer#*',
  'express-jwt#*',
  'passport#*',
  'hono/bearer-auth#bearerAuth',
  'hono/jwt#jwt',
  'hono/csrf#csrf',
  'starlette.middleware.trustedhost.TrustedHostMiddleware',
  'mcp.server.transport_security.TransportSecuritySettings',
  'mcp.server.auth.middleware.bearer_auth.RequireAuthMiddleware',
  'mcp.server.auth.middleware.bearer_auth.BearerAuthBackend',
];
