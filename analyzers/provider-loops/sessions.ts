import type { NodeFact } from '../../src/model/fact.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { CallArguments, InstanceValue, Value } from '../../src/resolve/value.ts';
import { argumentOf, optionsOf, textOf } from '../_shared/code/arguments.ts';
import { localServer } from '../_shared/code/local-server.ts';
import { packageOf, reachedBy } from '../_shared/launch.ts';

/** What connects a client of MCP to a server. */
const connections = [
  'mcp.StdioServerParameters',
  'mcp.client.stdio.StdioServerParameters',
  'mcp.stdio.StdioServerParameters',
  'mcp.client.sse.sse_client',
  'mcp.client.streamable_http.streamablehttp_client',
  'mcp.client.streamable_http.streamable_http_client',
  'fastmcp.client.transports.PythonStdioTransport',
  'fastmcp.client.transports.StdioTransport',
  'fastmcp.Client',
  '@modelcontextprotocol/sdk/client/stdio.js#StdioClientTransport',
  '@modelcontextprotocol/sdk/client/stdio#StdioClientTransport',
  '@modelcontextprotocol/sdk/client/sse.js#SSEClientTransport',
  '@modelcontextprotocol/sdk/client/streamableHttp.js#StreamableHTTPClientTransport',
];

/**
 * The MCP servers a hand-made host connects to: those its files start, else those of the program. Where the program
 * does not say which, one unknown node stands for what they list.
 */
export function sessionsOf(
  project: Project,
  file: string,
  caller: string,
  agent: string,
): readonly NodeFact[] {
  const all = project.calls(connections);
  const near = all.filter(call => call.at.file === file || call.at.file === caller);
  const folder = (path: string): string => path.replace(/[^/]*$/, '');
  const beside = all.filter(call => folder(call.at.file) === folder(file));
  const used = near.length > 0 ? near : beside.length > 0 ? beside : all;
  const servers = used.flatMap(call => server(project, call) ?? []);
  if (servers.length > 0 && servers.length === used.length) return servers;
  const at = used[0]?.at ?? { file, line: 1 };
  const unknown: NodeFact = {
    fact: 'node',
    ref: `unknown:${agent}:mcp`,
    kind: 'unknown',
    name: '(tools of MCP servers)',
    framework: 'mcp',
    at,
    properties: { reason: 'tools listed by a MCP server at run time' },
  };
  return [...servers, unknown];
}

function server(project: Project, call: InstanceValue): NodeFact | undefined {
  const command = textOf(argumentOf(call.args, ['command']));
  const list = argumentOf(call.args, ['args']);
  const args = list?.kind === 'list' ? list.items.flatMap(item => textOf(item.value) ?? []) : [];
  const local = localServer(project, call.at.file, argumentOf(call.args, ['command']), list);
  if (
    local === undefined &&
    list &&
    (list.kind !== 'list' || list.open !== undefined || args.length < list.items.length)
  )
    return undefined;
  if (local === undefined && args.some(arg => arg.includes('…'))) return undefined;
  const url = addressOf(argumentOf(call.args, ['url', 0]));
  if (command === undefined && url === undefined && local === undefined) return undefined;
  const launch = { ...(command !== undefined && { command }), args, ...(url !== undefined && { url }) };
  const known = local ?? packageOf(launch);
  const file = args
    .findLast(arg => /\.(?:py|[cm]?[jt]s)$/.test(arg))
    ?.split('/')
    .at(-1);
  return {
    fact: 'node',
    ref: project.ref(call),
    kind: 'mcp-server',
    name: known?.split(/[:/]/).at(-1) ?? file ?? call.holder ?? 'mcp',
    framework: 'mcp',
    at: call.at,
    ...(known !== undefined && { package: known }),
    ...(args.length > 0 && { settings: { args } }),
    properties: reachedBy({ command: command ?? '', url, transport: url ? 'http' : 'stdio' }),
  };
}

function addressOf(value: Value | undefined): string | undefined {
  for (const option of value ? optionsOf(value) : []) {
    const args: CallArguments | undefined = option.kind === 'instance' ? option.args : undefined;
    const text = textOf(option) ?? textOf(args?.positional[0]);
    if (text && /^https?:/.test(text)) return text;
  }
  return undefined;
}
