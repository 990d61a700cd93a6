/** Module specifiers under which the TypeScript SDK exports its servers, version 1 and 2. */
const sdkModules = [
  '@modelcontextprotocol/sdk',
  '@modelcontextprotocol/sdk/server',
  '@modelcontextprotocol/sdk/server/index',
  '@modelcontextprotocol/sdk/server/index.js',
  '@modelcontextprotocol/sdk/server/index.d.ts',
  '@modelcontextprotocol/sdk/server/mcp',
  '@modelcontextprotocol/sdk/server/mcp.js',
  '@modelcontextprotocol/sdk/dist/esm/server/index.js',
  '@modelcontextprotocol/sdk/dist/esm/server/mcp.js',
  '@modelcontextprotocol/sdk/dist/cjs/server/index.js',
  '@modelcontextprotocol/sdk/dist/cjs/server/mcp.js',
  '@modelcontextprotocol/sdk/dist/server/index.js',
  '@modelcontextprotocol/sdk/dist/server/mcp.js',
  '@modelcontextprotocol/server',
  '@modelcontextprotocol/core',
];

/** Servers that are given a handler for `tools/list` and one for `tools/call`. */
export const lowLevelServers: readonly string[] = [
  ...sdkModules.map(module => `${module}#Server`),
  'mcp.server.Server',
  'mcp.server.lowlevel.Server',
  'mcp.server.lowlevel.server.Server',
  'mcp.server.server.Server',
];

/** Servers on which each tool is registered by itself, as constructors. */
export const highLevelServers: readonly string[] = [
  ...sdkModules.map(module => `${module}#McpServer`),
  'fastmcp#FastMCP',
  'litemcp#LiteMCP',
  'mcp-framework#MCPServer',
  'mcp.FastMCP',
  'mcp.server.FastMCP',
  'mcp.server.MCPServer',
  'mcp.server.fastmcp.FastMCP',
  'mcp.server.fastmcp.server.FastMCP',
  'mcp.server.mcpserver.MCPServer',
  'mcp.server.mcpserver.server.MCPServer',
  'fastmcp.FastMCP',
  'fastmcp.server.FastMCP',
  'fastmcp.server.server.FastMCP',
];

/** Calls whose callback gets the server. */
export const handlerFactories: readonly string[] = [
  'mcp-handler#createMcpHandler',
  '@vercel/mcp-adapter#createMcpHandler',
  '@vercel/mcp-adapter#default',
  '@modelcontextprotocol/server#createMcpHandler',
];

/** Servers whose tools only exist once something else was asked: a specification, an application, another server. */
export const derivedServers: readonly string[] = ['FastMCP', 'MCPServer'].flatMap(name =>
  [
    'fastmcp',
    'fastmcp.server',
    'fastmcp.server.server',
    'mcp.server.fastmcp',
    'mcp.server.mcpserver',
  ].flatMap(module =>
    ['from_openapi', 'from_fastapi', 'as_proxy', 'from_client'].map(method => `${module}.${name}.${method}`),
  ),
);

export const everyServer: readonly string[] = [...highLevelServers, ...lowLevelServers];

const on = (servers: readonly string[], methods: readonly string[]): readonly string[] =>
  servers.flatMap(server => methods.map(method => `${server}().${method}`));

/** Methods that register something, by what they register. */
export const registering = {
  tool: [
    'tool',
    'registerTool',
    'addTool',
    'add_tool',
    'experimental.tasks.registerToolTask',
    'register_tool',
  ],
  resource: ['resource', 'registerResource', 'addResource', 'addResourceTemplate', 'add_resource'],
  prompt: ['prompt', 'registerPrompt', 'addPrompt', 'add_prompt'],
} as const;

export type Kind = keyof typeof registering;

/** Names that mean an MCP registration even where the receiver is not known. */
export const tellingMethods: readonly string[] = [
  'registerTool',
  'registerToolTask',
  'registerResource',
  'registerPrompt',
];

export function registrationSymbols(kind: Kind): readonly string[] {
  const telling = tellingMethods.filter(name => name.toLowerCase().includes(kind)).map(name => `?.${name}`);
  return [...on(highLevelServers, registering[kind]), ...telling];
}

/** Decorators of Python servers, and the decorator applied as a function. */
export const decorating = {
  tool: on(highLevelServers, ['tool']),
  resource: on(highLevelServers, ['resource']),
  prompt: on(highLevelServers, ['prompt']),
} as const;

export const appTools: readonly string[] = [
  '@modelcontextprotocol/ext-apps/server#registerAppTool',
  '@modelcontextprotocol/ext-apps#registerAppTool',
];

/** Definitions of tools as objects, which low-level servers list. */
export const toolObjects: readonly string[] = ['mcp.types.Tool', 'mcp.Tool', 'mcp.server.models.Tool'];

/** Low-level handlers: decorators of the Python server. */
export const listDecorators: readonly string[] = on(lowLevelServers, ['list_tools']);
export const callDecorators: readonly string[] = on(lowLevelServers, ['call_tool']);
export const listedElsewhere = {
  resource: on(lowLevelServers, ['list_resources', 'list_resource_templates']),
  prompt: on(lowLevelServers, ['list_prompts']),
} as const;

/** Low-level handlers: `setRequestHandler` on the server, or on the one inside a high-level server. */
export const requestHandlers: readonly string[] = [
  ...on(lowLevelServers, ['setRequestHandler']),
  ...on(highLevelServers, ['server.setRequestHandler', 'setRequestHandler']),
];

export const mounting: readonly string[] = on(highLevelServers, ['mount', 'import_server']);

/** Classes of TypeScript frameworks in which each tool is a class of its own. */
export const toolClasses: readonly string[] = ['mcp-framework#MCPTool'];

/** Decorators on methods of TypeScript classes. */
export const methodDecorators: readonly string[] = ['@rekog/mcp-nest#Tool', '@nestjs-mcp/server#Tool'];

/** Packages whose import makes a file relevant. */
export const packages = {
  npm: [
    '@modelcontextprotocol/sdk',
    '@modelcontextprotocol/server',
    'fastmcp',
    'mcp-handler',
    'mcp-framework',
    '@rekog/mcp-nest',
  ],
  pypi: ['mcp', 'fastmcp'],
} as const;

export const imports: readonly string[] = [
  '@modelcontextprotocol/sdk',
  '@modelcontextprotocol/server',
  '@modelcontextprotocol/core',
  '@modelcontextprotocol/ext-apps',
  '@vercel/mcp-adapter',
  'mcp-handler',
  'mcp-framework',
  'litemcp',
  '@rekog/mcp-nest',
  '@nestjs-mcp/server',
  'agents/mcp',
  'mcp.server',
  'mcp.types',
  'mcp',
  'fastmcp',
];
