import type { Settings } from '../../../src/model/fact.ts';
import type { Project } from '../../../src/resolve/project.ts';
import type { CallArguments, InstanceValue, Value } from '../../../src/resolve/value.ts';
import { gap } from '../facts.ts';
import { packageOf } from '../launch.ts';
import { approvalOf } from './approval.ts';
import { argumentOf, optionsOf, textOf, textsOf } from './arguments.ts';
import { localServer } from './local-server.ts';
import type { ServerRule } from './spec.ts';
import type { State } from './state.ts';
import type { Told } from './tools.ts';

/** MCP servers a call attaches: one, or one per entry of a table. */
export function serversOf(state: State, call: InstanceValue, rule: ServerRule): readonly Told[] {
  const ref = state.project.ref(call);
  const table = argumentOf(call.args, rule.table);
  if (table?.kind === 'record') {
    return table.entries.map(entry =>
      server(state, call, rule, asArguments(state.project, entry.value), `${ref}#${entry.key}`, entry.key),
    );
  }
  const params = argumentOf(call.args, rule.params);
  const found = (params ? optionsOf(params) : [undefined]).map(item =>
    item ? asArguments(state.project, item) : call.args,
  );
  const several =
    params?.kind === 'list' ? params.items.map(item => asArguments(state.project, item.value)) : found;
  return several.map((args, index) =>
    server(state, call, rule, args ?? call.args, several.length > 1 ? `${ref}#${index + 1}` : ref, undefined),
  );
}

function server(
  state: State,
  call: InstanceValue,
  rule: ServerRule,
  given: CallArguments | undefined,
  ref: string,
  key: string | undefined,
): Told {
  const args = given ?? call.args;
  const line = textOf(argumentOf(args, rule.line))?.trim().split(/\s+/);
  const program = line?.[0] ?? textOf(argumentOf(args, rule.command));
  const command = program && /^https?:/.test(program) ? undefined : program;
  const words = line?.slice(1) ?? textsOf(argumentOf(args, rule.args));
  const address = argumentOf(args, rule.url);
  const place =
    textOf(address) ?? textOf(address?.kind === 'instance' ? address.args.positional[0] : undefined);
  const url = place && /^(https?|wss?):/.test(place) ? place : undefined;
  const launch = { ...(command && { command }), args: words, ...(url && { url }) };
  const local = localServer(
    state.project,
    call.at.file,
    argumentOf(args, rule.line ?? rule.command),
    argumentOf(args, rule.args),
  );
  const known = local ?? packageOf(launch);
  const name =
    key ?? textOf(argumentOf(call.args, rule.name)) ?? call.holder ?? known?.split(/[:/]/).at(-1) ?? 'mcp';
  const told = { ref, barriers: approvalOf(state.project, call.args, rule.approval) };
  if (state.told.has(ref)) return told;
  state.told.add(ref);
  const keeps = textsOf(argumentOf(call.args, rule.keeps));
  const drops = textsOf(argumentOf(call.args, rule.drops));
  const flags = Object.fromEntries(words.filter(word => word.startsWith('--')).map(word => [word, true]));
  const settings: Settings = {
    ...flags,
    ...(words.length > 0 && { args: words }),
    ...(keeps.length > 0 && { tools: keeps }),
    ...(drops.length > 0 && { excludeTools: drops }),
  };
  state.facts.push({
    fact: 'node',
    ref,
    kind: 'mcp-server',
    name,
    framework: 'mcp',
    at: call.at,
    ...(known && { package: known }),
    settings,
    properties: { transport: url ? 'http' : command ? 'stdio' : 'unknown', ...(command && { command }) },
  });
  if (!known && !command) {
    state.facts.push(
      gap('unresolved-value', call.at, `How the MCP server '${name}' is reached was not resolved.`, [ref]),
    );
  }
  return told;
}

/** The arguments a record or parameter object holds. */
function asArguments(project: Project, value: Value): CallArguments | undefined {
  // `lambda: stdio_client(StdioServerParameters(…))`
  if (value.kind === 'function') {
    const made = optionsOf(project.call(value)).find(option => option.kind === 'instance');
    return made?.kind === 'instance' ? asArguments(project, made) : undefined;
  }
  if (value.kind === 'instance') {
    const [first] = value.args.positional;
    return first?.kind === 'instance' && /StdioServerParameters$/.test(first.symbol)
      ? first.args
      : value.args;
  }
  return { positional: [value], named: [] };
}
