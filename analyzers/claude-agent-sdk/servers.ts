import type { Settings, ToolParameter } from '../../src/model/fact.ts';
import type { CallArguments, InstanceValue, Value } from '../../src/resolve/value.ts';
import { argumentOf, membersOf, optionsOf, textOf, textsOf } from '../_shared/code/arguments.ts';
import { localServer } from '../_shared/code/local-server.ts';
import { describe, relate } from '../_shared/facts.ts';
import { packageOf, reachedBy } from '../_shared/launch.ts';
import { framework, type Scan } from './scan.ts';
import { nameIn } from './symbols.ts';

/** One MCP server of an agent, under the key the agent's rules use. */
export interface Server {
  readonly ref: string;
  readonly key: string;
  readonly value: Value;
  readonly conditional: boolean;
}

/** Servers of an `mcpServers` setting; what is not known is a gap of the agent. */
export function serversOf(scan: Scan, agent: string, value: Value | undefined): readonly Server[] {
  if (!value) return [];
  if (
    value.kind === 'unknown' ||
    value.kind === 'external' ||
    (value.kind === 'instance' && !nameIn(value.symbol))
  ) {
    scan.gap('unknown-tools', value.at, 'MCP servers that are not known before the program runs.', agent);
    return [];
  }
  const { members, open } = membersOf(value);
  if (open !== undefined) scan.gap('unknown-tools', value.at, `More MCP servers: ${open}.`, agent);
  return members.flatMap(({ value: item, key, conditional }): readonly Server[] => {
    if (key === undefined) return [];
    const known = optionsOf(item).find(option => option.kind === 'instance' || option.kind === 'record');
    if (!known) {
      scan.gap('unknown-server', item.at, `How the MCP server '${key}' is reached was not resolved.`, agent);
      return [];
    }
    const inner =
      known.kind === 'record' ? known.entries.find(entry => entry.key === 'instance')?.value : known;
    const made =
      inner?.kind === 'instance' && /^create_?[sS]dk_?[mM]cp_?[sS]erver$/.test(nameIn(inner.symbol) ?? '')
        ? inner
        : undefined;
    const ref = made ? inProcess(scan, made, key) : started(scan, known, key, agent);
    return ref === undefined ? [] : [{ ref, key, value: item, conditional }];
  });
}

/** `createSdkMcpServer({name, tools: [tool(…)]})`: tools whose bodies are in the project. */
function inProcess(scan: Scan, call: InstanceValue, key: string): string {
  const ref = scan.project.ref(call);
  scan.add({
    fact: 'node',
    ref,
    kind: 'mcp-server',
    name: key,
    framework: 'mcp',
    at: call.at,
    properties: { enabled: true, transport: 'sdk' },
  });
  const tools = argumentOf(call.args, ['tools']);
  if (!tools) return ref;
  const { members, open } = membersOf(tools);
  if (open !== undefined) scan.gap('unknown-tools', tools.at, `More tools of '${key}': ${open}.`, ref);
  for (const { value: item, conditional } of members) {
    const tool = toolIn(scan, item);
    if (tool === undefined)
      scan.gap('unknown-tools', item.at, `A tool of '${key}' that was not resolved.`, ref);
    else scan.add(relate('provides', ref, tool, item.at, { ...(conditional && { conditional }) }));
  }
  return ref;
}

/** `tool(name, description, shape, handler, {annotations})`, and Python's `@tool(name, description, shape)`. */
function toolIn(scan: Scan, value: Value): string | undefined {
  if (value.kind === 'function') {
    const args = scan.project.decoratorsOf(value).find(item => nameIn(item.symbol) === 'tool')?.args;
    return args && tell(scan, value, args, value);
  }
  if (value.kind !== 'instance') return undefined;
  const name = nameIn(value.symbol);
  if (name === 'tool')
    return tell(scan, value, value.args, value.args.positional[3] ?? argumentOf(value.args, ['handler']));
  if (name === 'tool()' && value.receiver?.kind === 'instance')
    return tell(scan, value, value.receiver.args, value.args.positional[0]);
  if (name !== 'SdkMcpTool') return undefined;
  return tell(scan, value, value.args, argumentOf(value.args, ['handler']));
}

function tell(scan: Scan, value: Value, args: CallArguments, body: Value | undefined): string {
  const ref = scan.project.ref(value);
  const handler = body?.kind === 'function' ? body : undefined;
  const shape = argumentOf(args, ['input_schema', 'inputSchema', 2]);
  const hints = argumentOf(args, ['annotations']);
  const hint = (name: string): { readonly [key: string]: boolean } => {
    const found =
      hints?.kind === 'record'
        ? hints.entries.find(entry => entry.key === name)?.value
        : hints?.kind === 'instance'
          ? argumentOf(hints.args, [name])
          : undefined;
    return found?.kind === 'literal' && typeof found.value === 'boolean' ? { [name]: found.value } : {};
  };
  const annotations = { ...hint('readOnlyHint'), ...hint('destructiveHint'), ...hint('openWorldHint') };
  scan.add({
    fact: 'node',
    ref,
    kind: 'tool',
    name: textOf(argumentOf(args, ['name', 0])) ?? handler?.def.name ?? 'tool',
    framework,
    at: value.at,
    ...describe(textOf(argumentOf(args, ['description', 1]))),
    parameters: shape ? fieldsOf(scan, shape) : [],
    ...(handler && { handler: scan.project.functionRef(handler) }),
    ...(Object.keys(annotations).length > 0 && { annotations }),
  });
  return ref;
}

/** A zod shape or JSON schema; Python also takes `{"name": str}`. */
function fieldsOf(scan: Scan, shape: Value): readonly ToolParameter[] {
  const isTypes =
    shape.kind === 'record' &&
    shape.entries.length > 0 &&
    shape.entries.every(entry => entry.value.kind === 'external' && /^builtins\./.test(entry.value.symbol));
  if (!isTypes || shape.kind !== 'record') return scan.project.fields(shape);
  return shape.entries.map(entry => ({
    name: entry.key,
    type: jsonType(entry.value.kind === 'external' ? entry.value.symbol : ''),
    required: true,
  }));
}

function jsonType(symbol: string): string {
  const words: { readonly [type: string]: string } = {
    str: 'string',
    int: 'integer',
    float: 'number',
    bool: 'boolean',
    list: 'array',
    dict: 'object',
  };
  return words[symbol.replace('builtins.', '')] ?? 'string';
}

/** A server started as a program or reached by address. */
function started(scan: Scan, value: Value, key: string, agent: string): string | undefined {
  const args: CallArguments | undefined =
    value.kind === 'record'
      ? { positional: [value], named: [] }
      : value.kind === 'instance'
        ? value.args
        : undefined;
  if (!args) return undefined;
  const ref = `${scan.project.ref(value)}:${key}`;
  const command = textOf(argumentOf(args, ['command']));
  const words = textsOf(argumentOf(args, ['args']));
  const url = textOf(argumentOf(args, ['url']));
  const local = localServer(
    scan.project,
    value.at.file,
    argumentOf(args, ['command']),
    argumentOf(args, ['args']),
  );
  const known = local ?? packageOf({ ...(command && { command }), args: words, ...(url && { url }) });
  const flags = Object.fromEntries(words.filter(word => word.startsWith('--')).map(word => [word, true]));
  const settings: Settings = { ...flags, ...(words.length > 0 && { args: words }) };
  scan.add({
    fact: 'node',
    ref,
    kind: 'mcp-server',
    name: key,
    framework: 'mcp',
    at: value.at,
    ...(known && { package: known }),
    ...(Object.keys(settings).length > 0 && { settings }),
    properties: reachedBy({ command, url }),
  });
  if (!command && !url)
    scan.gap(
      'unknown-server',
      value.at,
      `How the MCP server '${key}' is reached was not resolved.`,
      ref,
      agent,
    );
  return ref;
}
