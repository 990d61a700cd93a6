import type { TreeNode } from '../../src/lang/tree/tree.ts';
import type { Fact } from '../../src/model/fact.ts';
import { gap, gateBarrier } from '../_shared/facts.ts';
import { packageOf, reachedBy } from '../_shared/launch.ts';
import { all, type Place, placeOf, textOf } from '../_shared/syntax/tree.ts';
import { argumentsIn, bare, calleeName, initialised, madeType } from './nodes.ts';
import type { Program } from './program.ts';
import type { Given } from './tools.ts';
import { impliedType, textValue, valuesOf } from './values.ts';

interface Launch {
  readonly name?: string;
  readonly command?: string;
  readonly args?: readonly string[];
  readonly url?: string;
}

/** The MCP server a client talks to, from where the client is made. */
export function serverOf(program: Program, client: Place, depth: number, called = bare(client)): Given {
  const call = clientCall(program, client, depth);
  const launch = call ? launchOf(program, call, depth) : {};
  return node(call ?? client, { name: called, ...launch });
}

/** `McpClient.CreateAsync(transport)` behind a name. */
function clientCall(program: Program, { file, node }: Place, depth: number): Place | undefined {
  if (depth <= 0) return undefined;
  const call = [
    ...(node.type === 'invocation_expression' ? [node] : []),
    ...all(node, 'invocation_expression'),
  ].find(item => /^Create(?:Async)?$/.test(calleeName({ file, node: item }) ?? ''));
  if (call) return { file, node: call };
  const [value] = valuesOf(program, { file, node }, depth - 1) ?? [];
  return value && value.node !== node ? clientCall(program, value, depth - 1) : undefined;
}

function launchOf(program: Program, { file, node }: Place, depth: number): Launch {
  const parts = [node, ...named(program, { file, node }, depth)];
  const options = parts.flatMap(part =>
    all(part, 'object_creation_expression', 'implicit_object_creation_expression'),
  );
  const text = (wanted: string): string | undefined => {
    for (const option of options) {
      const found = initialised({ file, node: option }).find(item => item.name === wanted);
      const value = found && addressOrText(program, { file, node: found.value });
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const list = options
    .flatMap(option => initialised({ file, node: option }))
    .find(item => item.name === 'Arguments');
  const args = list
    ? all(list.value, 'string_literal', 'verbatim_string_literal').flatMap(
        item => textValue(program, { file, node: item }) ?? [],
      )
    : [];
  const [name, command, url] = [text('Name'), text('Command'), text('Endpoint')];
  return { args, ...(name && { name }), ...(command && { command }), ...(url && { url }) };
}

/** Values of the names that a call is given: the transport, and its options. */
function named(program: Program, place: Place, depth: number): readonly TreeNode[] {
  if (depth <= 0) return [];
  return argumentsIn(place).flatMap(({ value }): readonly TreeNode[] => {
    if (value.type !== 'identifier')
      return [value, ...named(program, { file: place.file, node: value }, depth - 1)];
    const held = valuesOf(program, { file: place.file, node: value }, 1) ?? [];
    return held.flatMap(item =>
      item.file === place.file ? [item.node, ...named(program, item, depth - 1)] : [],
    );
  });
}

/** `"https://..."`, `new Uri("https://...")`. */
function addressOrText(program: Program, { file, node }: Place): string | undefined {
  const direct = textValue(program, { file, node });
  if (direct !== undefined) return direct;
  const isAddress = (madeType({ file, node }) ?? impliedType(program, { file, node })) !== undefined;
  const first = isAddress || /object_creation/.test(node.type) ? argumentsIn({ file, node })[0] : undefined;
  return first && textValue(program, { file, node: first.value });
}

/** `new HostedMcpServerTool(name, address) { ApprovalMode = ..., AllowedTools = [...] }`. */
export function hostedServer(program: Program, place: Place): Given {
  const { file } = place;
  const args = argumentsIn(place);
  const pick = (names: RegExp, position: number): TreeNode | undefined =>
    (
      args.find(item => item.name !== undefined && names.test(item.name)) ??
      (args[position]?.name === undefined ? args[position] : undefined)
    )?.value;
  const name = pick(/^(?:serverName|serverLabel|name)$/, 0);
  const address = pick(/^(?:serverAddress|url|serverUrl|serverUri)$/, 1);
  const url = address && addressOrText(program, { file, node: address });
  const known = name && textValue(program, { file, node: name });
  const settings = initialised(place);
  const mode =
    settings.find(item => item.name === 'ApprovalMode') ??
    args.find(item => item.name === 'toolCallApprovalPolicy');
  const asks = mode && /\bAlwaysRequire(?:Approval)?\b/.test(textOf({ file, node: mode.value }));
  const told = node(place, { ...(known && { name: known }), ...(url && { url }) });
  if (!asks || told.kind !== 'node') return told;
  const barrier = gateBarrier('ApprovalMode', 0.8, 'Every call waits for a person.', placeOf(place));
  return { ...told, barriers: [barrier] };
}

function node(place: Place, launch: Launch): Given {
  const at = placeOf(place);
  const ref = `code:${at.file}:${at.line}:${at.column ?? 1}#mcp`;
  const known = packageOf(launch);
  const { name, command, url, args = [] } = launch;
  const extra: readonly Fact[] =
    known || command
      ? []
      : [gap('unresolved-value', at, 'How this MCP server is reached was not resolved.', [ref])];
  return {
    kind: 'node',
    barriers: [],
    extra,
    node: {
      fact: 'node',
      ref,
      kind: 'mcp-server',
      name: name || known?.split(/[:/]/).at(-1) || 'mcp',
      framework: 'mcp',
      at,
      ...(known && { package: known }),
      ...(args.length > 0 && { settings: { args } }),
      properties: reachedBy({ command, url }),
    },
  };
}
