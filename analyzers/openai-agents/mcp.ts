import type { Settings } from '../../src/model/fact.ts';
import type { Barrier } from '../../src/model/graph.ts';
import type { CallArguments, InstanceValue, RecordValue, Value } from '../../src/resolve/value.ts';
import { approvalBarriers, asks } from '../_shared/code/answers.ts';
import { argumentOf, membersOf, optionsOf, textOf, textsOf } from '../_shared/code/arguments.ts';
import { localServer as startedFile } from '../_shared/code/local-server.ts';
import { packageOf, reachedBy } from '../_shared/launch.ts';
import { answeredBy } from './callbacks.ts';
import { join, lost, nothing, one, type Scan, type Toolset } from './scan.ts';
import { isPython, nameIn, serverClasses } from './symbols.ts';

/** Servers behind an `mcp_servers` argument: objects, lists, managers, alternatives. */
export function serversOf(scan: Scan, value: Value | undefined, depth = 0): Toolset {
  if (!value || depth > 8) return nothing;
  const { members, open } = membersOf(value);
  const parts = members.map(({ value: item, conditional }) => {
    const found = serverIn(scan, item, depth);
    return conditional ? { ...found, uses: found.uses.map(use => ({ ...use, conditional })) } : found;
  });
  return join(open === undefined ? parts : [...parts, lost(`more MCP servers, ${open}`, value.at)]);
}

/** Parts of a manager that stand for its servers. */
const managed =
  /^(?:MCPServerManager|MCPServers|connectMcpServers|connect_mcp_servers)(?:\.\w+)?(?:\(\)\.(?:active_servers|active|all|servers|failed_servers))?$/;

function serverIn(scan: Scan, value: Value, depth: number): Toolset {
  if (value.kind === 'list' || value.kind === 'union') return serversOf(scan, value, depth + 1);
  const symbol = value.kind === 'instance' || value.kind === 'external' ? value.symbol : '';
  const name = nameIn(symbol) ?? '';
  if (value.kind === 'instance' && serverClasses.includes(name)) return localServer(scan, value);
  if (managed.test(name)) {
    const owner = value.kind === 'external' ? value.receiver : value;
    const given = owner?.kind === 'instance' ? argumentOf(owner.args, ['servers', 0]) : undefined;
    if (given) return serversOf(scan, given, depth + 1);
  }
  if (value.kind === 'instance' && value.classValue) {
    const base = scan.project.bases(value.classValue).some(found => /^MCPServer/.test(nameIn(found) ?? ''));
    if (base) return localServer(scan, value);
  }
  const why = value.kind === 'unknown' ? value.detail || value.reason : symbol || `a ${value.kind}`;
  return lost(`MCP servers given as ${why}`, value.at, 'MCP servers');
}

/** `MCPServerStdio(…)`, `new MCPServerStreamableHttp({…})`: a server with its package, filter and approval. */
function localServer(scan: Scan, call: InstanceValue): Toolset {
  const ref = scan.project.ref(call);
  const params = optionsOf(argumentOf(call.args, ['params', 0]) ?? call).map(asArguments);
  const start = params.find(item => item !== undefined) ?? call.args;
  const line = textOf(argumentOf(start, ['fullCommand']))
    ?.trim()
    .split(/\s+/);
  const command = line?.[0] ?? textOf(argumentOf(start, ['command']));
  const words = line?.slice(1) ?? textsOf(argumentOf(start, ['args']));
  const url = textOf(argumentOf(start, ['url']));
  const launch = { ...(command && { command }), args: words, ...(url && { url }) };
  const own = startedFile(
    scan.project,
    call.at.file,
    argumentOf(start, ['fullCommand', 'command']),
    argumentOf(start, ['args']),
  );
  const key = own ?? packageOf(launch);
  const name = textOf(argumentOf(call.args, ['name'])) ?? call.holder ?? key?.split(/[:/]/).at(-1) ?? 'mcp';
  const filter = filterOf(argumentOf(call.args, ['tool_filter', 'toolFilter']));
  const flags = Object.fromEntries(words.filter(word => word.startsWith('--')).map(word => [word, true]));
  const settings: Settings = { ...flags, ...(words.length > 0 && { args: words }), ...filter };
  scan.add({
    fact: 'node',
    ref,
    kind: 'mcp-server',
    name,
    framework: 'mcp',
    at: call.at,
    ...(key && { package: key }),
    ...(Object.keys(settings).length > 0 && { settings }),
    properties: reachedBy({ command, url }),
  });
  if (!command && !url && !own)
    scan.gap('unresolved-value', call.at, `How the MCP server '${name}' is reached was not resolved.`, ref);
  const policy = argumentOf(call.args, ['require_approval', 'requireApproval']);
  const barriers = approvalPolicy(scan, ref, call, policy, false);
  return one({ ref, name, relation: 'uses', at: call.at, barriers });
}

/** `HostedMCPTool(tool_config={…})`, `hostedMcpTool({…})`: a server or connector the provider calls itself. */
export function hostedServer(scan: Scan, call: InstanceValue): Toolset {
  const config = asArguments(argumentOf(call.args, ['tool_config', 0]) ?? call) ?? call.args;
  const name = textOf(argumentOf(config, ['server_label', 'serverLabel'])) ?? call.holder ?? 'mcp';
  const url = textOf(argumentOf(config, ['server_url', 'serverUrl']));
  const connector = textOf(argumentOf(config, ['connector_id', 'connectorId']));
  const allowed = argumentOf(config, ['allowed_tools', 'allowedTools']);
  const tools = namesOf(allowed);
  const key = connector ? `openai:${connector}` : packageOf(url === undefined ? {} : { url });
  const ref = scan.project.ref(call);
  scan.add({
    fact: 'node',
    ref,
    kind: 'mcp-server',
    name,
    framework: 'mcp',
    at: call.at,
    ...(key && { package: key }),
    ...(tools.length > 0 && { settings: { tools } }),
    properties: {
      enabled: true,
      hosted: true,
      transport: 'http',
      ...(url && { url: url.replace(/[?#].*$/, '') }),
      ...(connector && { connector }),
    },
  });
  if (!key)
    scan.gap('unresolved-value', call.at, `The address of the MCP server '${name}' was not resolved.`, ref);
  const policy = argumentOf(config, ['require_approval', 'requireApproval']);
  // The provider asks unless told otherwise; the JS package tells it otherwise.
  const asked = approvalPolicy(scan, ref, call, policy, isPython(call.symbol));
  const answer = argumentOf(call.args, ['on_approval_request', 'onApproval', 'on_approval']);
  const barriers = answeredBy(scan, asked, answer);
  return one({ ref, name, relation: 'uses', at: call.at, barriers, hosted: true });
}

/**
 * `require_approval`: a word for all tools, or lists. Lists become gates of the server, because they go by tool name;
 * tools on no list are asked for where the provider decides, and not asked for where the package does.
 */
function approvalPolicy(
  scan: Scan,
  server: string,
  call: InstanceValue,
  value: Value | undefined,
  asksByDefault: boolean,
): readonly Barrier[] {
  const mechanism = isPython(call.symbol) ? 'require_approval' : 'requireApproval';
  if (!value || value.kind === 'literal') {
    const word = value?.kind === 'literal' ? value.value : undefined;
    if (word === 'always' || word === true) return [asks(mechanism, value?.at ?? call.at)];
    return word === undefined && asksByDefault ? [asks(mechanism, call.at)] : [];
  }
  if (value.kind !== 'record') return approvalBarriers(mechanism, value, 2);
  const always = entry(value, 'always');
  const never = entry(value, 'never');
  const isLists = always?.kind === 'record' || never?.kind === 'record';
  const named = (word: string): readonly string[] =>
    value.entries.flatMap(item => (textOf(item.value) === word ? [item.key] : []));
  const guards = isLists ? namesOf(always) : named('always');
  const free = isLists ? namesOf(never) : named('never');
  const isAll = isLists && always === undefined && asksByDefault;
  if (guards.length === 0 && !isAll) return [];
  scan.add({
    fact: 'gate',
    ref: `gate:${server}:${mechanism}`,
    name: mechanism,
    framework: 'openai-agents',
    at: value.at,
    scope: server,
    guards: isAll ? '*' : [...guards].sort(),
    ...(isAll && free.length > 0 && { except: [...free].sort() }),
    barrier: asks(mechanism, value.at),
  });
  return [];
}

/** Tool names of a list, or of a record that holds one. */
function namesOf(value: Value | undefined): readonly string[] {
  if (value?.kind !== 'record') return textsOf(value);
  return textsOf(entry(value, 'tool_names') ?? entry(value, 'toolNames'));
}

/** A static filter's lists; a filter function is not known before the program runs. */
function filterOf(value: Value | undefined): Settings {
  const args = value && (asArguments(value) ?? undefined);
  if (!args || value?.kind === 'function') return {};
  const keeps = textsOf(argumentOf(args, ['allowed_tool_names', 'allowedToolNames', 'allowed', 0]));
  const drops = textsOf(argumentOf(args, ['blocked_tool_names', 'blockedToolNames', 'blocked', 1]));
  return { ...(keeps.length > 0 && { tools: keeps }), ...(drops.length > 0 && { excludeTools: drops }) };
}

function asArguments(value: Value): CallArguments | undefined {
  if (value.kind === 'instance') return value.args;
  return value.kind === 'record' ? { positional: [value], named: [] } : undefined;
}

function entry(record: RecordValue, name: string): Value | undefined {
  return record.entries.find(item => item.key === name)?.value;
}
