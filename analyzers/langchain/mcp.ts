import type { NodeFact, Settings } from '../../src/model/fact.ts';
import type { InstanceValue, RecordValue, Value } from '../../src/resolve/value.ts';
import { localServer } from '../_shared/code/local-server.ts';
import { packageOf, reachedBy } from '../_shared/launch.ts';
import type { Scan, Toolset, ToolUse } from './scan.ts';
import { argument, chainOf, entryOf, lastName, options, stringsOf, textOf, wordsOf } from './values.ts';

/** One MCP server a client connects to. */
interface Server {
  readonly name: string;
  readonly ref: string;
}

/**
 * Tools that come from MCP servers: `client.get_tools()`, `client.get_tools(server_name="x")`,
 * `load_mcp_tools(session)`. Every server becomes a node with its package, where the start shows it.
 */
export function mcpTools(scan: Scan, object: InstanceValue): Toolset | undefined {
  const name = lastName(object.symbol);
  if (/^(?:load_mcp_tools|loadMcpTools)$/.test(name)) return sessionTools(scan, object);
  const client = chainOf(object).find(link => isClient(link.symbol));
  if (!client) return undefined;
  if (client !== object && !/^(?:get_?tools|getTools|initializeConnections|connect)$/i.test(name))
    return undefined;
  const wanted =
    client === object ? [] : options(argument(object.args, ['server_name'], 0)).flatMap(stringsOf);
  const named = object.args.positional.length > 1 ? object.args.positional.flatMap(stringsOf) : wanted;
  const servers = serversOf(scan, client).filter(server => named.length === 0 || named.includes(server.name));
  const uses = servers.map(server => useOf(server, object));
  if (servers.length > 0) return { uses, missing: [] };
  return {
    uses,
    missing: [{ detail: 'Tools of MCP servers that are configured at run time.', at: object.at }],
  };
}

/** Servers that a managed deep agent gets from the `connectors` folder beside it, without naming them. */
export function connectorTools(scan: Scan, agent: InstanceValue): Toolset {
  const folder = agent.at.file.replace(/[^/]*$/, 'connectors/');
  const calls = scan.project
    .calls(['managed_deepagents.connectors.define_mcp_servers', 'managed_deepagents.define_mcp_servers'])
    .filter(call => call.at.file.startsWith(folder));
  return {
    uses: calls.flatMap(call => serversOf(scan, call).map(server => useOf(server, call))),
    missing: [],
  };
}

const isClient = (symbol: string): boolean => /(?:^|[.#])MultiServerMCPClient$/.test(symbol);

function useOf(server: Server, object: InstanceValue): ToolUse {
  return { ...server, kind: 'mcp-server', relation: 'uses', conditional: false, at: object.at };
}

/** The servers of a client: its first argument, `mcpServers` inside it, or `connections`. */
function serversOf(scan: Scan, client: InstanceValue): readonly Server[] {
  const given =
    argument(client.args, ['mcpServers', 'mcp_servers', 'connections']) ?? client.args.positional[0];
  const base = scan.project.ref(client);
  const late = scan.project.uses(client).flatMap(use => {
    if (use.kind !== 'call' || !/^connect_to_server/.test(use.method)) return [];
    const name = textOf(argument(use.args, ['server_name'], 0)) ?? 'server';
    return [serverNode(scan, `${base}:${name}`, name, fieldsOf(use.result), use.at)];
  });
  const configured = options(given).flatMap(config => {
    const servers = config.kind === 'record' ? (entryOf(config, 'mcpServers') ?? config) : config;
    if (servers.kind !== 'record') return [];
    if (servers.open !== undefined)
      scan.gap('unknown-server', servers.at, `More MCP servers are added at run time: ${servers.open}.`);
    return servers.entries.flatMap(({ key, value }) => {
      const record = options(value).find(option => option.kind === 'record');
      return record?.kind === 'record' ? [serverNode(scan, `${base}:${key}`, key, record, record.at)] : [];
    });
  });
  return [...configured, ...late];
}

/** Keyword arguments of a connecting call as a record. */
function fieldsOf(call: InstanceValue): RecordValue {
  const entries = call.args.named.map(({ name, value }) => ({ key: name, value }));
  return { kind: 'record', id: call.id, entries, at: call.at };
}

function serverNode(scan: Scan, ref: string, name: string, config: RecordValue, at: NodeFact['at']): Server {
  const given = wordsOf(entryOf(config, 'command'));
  const list = options(entryOf(config, 'args')).flatMap(argumentTexts);
  const words = given?.includes(' ') && list.length === 0 ? given.split(/\s+/) : [given ?? '', ...list];
  const [command = '', ...args] = words;
  const url = wordsOf(entryOf(config, 'url'));
  const transport = textOf(entryOf(config, 'transport', 'type')) ?? (url ? 'http' : 'stdio');
  const local = localServer(scan.project, at.file, entryOf(config, 'command'), entryOf(config, 'args'));
  const key = local ?? packageOf({ ...(command && { command }), args, ...(url !== undefined && { url }) });
  const tools = options(entryOf(config, 'allowedTools', 'tools', 'include_tools')).flatMap(stringsOf);
  const settings: Settings = { ...(args.length > 0 && { args }), ...(tools.length > 0 && { tools }) };
  scan.add({
    fact: 'node',
    ref,
    kind: 'mcp-server',
    name,
    framework: 'mcp',
    at,
    ...(key && { package: key }),
    ...(Object.keys(settings).length > 0 && { settings }),
    properties: reachedBy({ command, url, transport }),
  });
  return { ref, name };
}

/** Arguments of a start; a path that is built at run time keeps its readable end. */
function argumentTexts(value: Value): readonly string[] {
  if (value.kind === 'list') return value.items.flatMap(item => argumentTexts(item.value));
  const text = wordsOf(value);
  if (text !== undefined) return [text];
  if (value.kind !== 'instance' && value.kind !== 'external') return [];
  // `str(Path(__file__).parent / "server.py")`, `os.path.join(dir, "server.py")`
  return pathEnd(value, 0);
}

function pathEnd(value: Value, depth: number): readonly string[] {
  if (depth > 4 || value.kind !== 'instance') return [];
  const inside = [...value.args.positional]
    .reverse()
    .flatMap(part => textOf(part) ?? pathEnd(part, depth + 1));
  const file = inside.find(part => /\.(?:py|[cm]?[jt]s)$/.test(part));
  return file === undefined ? (value.receiver ? pathEnd(value.receiver, depth + 1) : []) : [file];
}

/** `load_mcp_tools(session)`: the session comes from a client's `session("x")` or from a started program. */
function sessionTools(scan: Scan, object: InstanceValue): Toolset {
  const session = argument(object.args, ['session'], /loadMcpTools/.test(object.symbol) ? 1 : 0);
  const connection = argument(object.args, ['connection']);
  const chain = chainOf(session);
  const client = chain.find(link => isClient(link.symbol));
  if (client) {
    const asked = chain.find(link => lastName(link.symbol) === 'session');
    const wanted = asked ? options(argument(asked.args, ['server_name'], 0)).flatMap(stringsOf) : [];
    const servers = serversOf(scan, client).filter(
      server => wanted.length === 0 || wanted.includes(server.name),
    );
    return { uses: servers.map(server => useOf(server, object)), missing: [] };
  }
  const named = textOf(object.args.positional[0]);
  const config = connection?.kind === 'record' ? connection : started(scan, object.at.file);
  if (config) {
    const name = named ?? 'mcp';
    const server = serverNode(scan, `${scan.project.ref(config)}:${name}`, name, config, object.at);
    return { uses: [useOf(server, object)], missing: [] };
  }
  return {
    uses: [],
    missing: [{ detail: 'Tools of an MCP session whose server is not known.', at: object.at }],
  };
}

/** The only program a file starts as an MCP server. */
function started(scan: Scan, file: string): RecordValue | undefined {
  const calls = scan.project
    .calls([
      'mcp.StdioServerParameters',
      'mcp.client.stdio.StdioServerParameters',
      'mcp.stdio.StdioServerParameters',
      '@modelcontextprotocol/sdk/client/stdio.js#StdioClientTransport',
      'mcp.client.streamable_http.streamablehttp_client',
      'mcp.client.sse.sse_client',
      'mcp.client.streamable_http.streamable_http_client',
    ])
    .filter(call => call.at.file === file);
  const [only] = calls;
  if (!only || calls.length > 1) return undefined;
  const [first] = only.args.positional;
  if (first?.kind === 'record') return first;
  const record = fieldsOf(only);
  return first && textOf(first) !== undefined
    ? { ...record, entries: [...record.entries, { key: 'url', value: first }] }
    : record;
}
