import type { Barrier } from '../../src/model/graph.ts';
import type { Location } from '../../src/model/location.ts';
import type { InstanceValue, Value } from '../../src/resolve/value.ts';
import { membersOf, nameOf, textOf } from '../_shared/code/arguments.ts';
import { clip, describe, gateBarrier, relate } from '../_shared/facts.ts';
import { reachOf } from '../_shared/shell-commands.ts';
import { type BuiltIn, builtIns, isWhole, toolOf } from './built-ins.ts';
import { namesOf, type Options, optionsFrom, optionsOfCall } from './options.ts';
import { barriersFor, type Permissions, permissionsOf } from './permissions.ts';
import { framework, type Scan } from './scan.ts';
import { type Server, serversOf } from './servers.ts';

/** What an agent may use: the built-in tools that are left, its servers, and the names it may use of these. */
interface Reach {
  readonly tools: readonly BuiltIn[];
  readonly servers: readonly Server[];
  /** Absent means everything. */
  readonly only?: readonly string[];
}

/** Everything one `query(…)` or client states. */
export function tellAgent(scan: Scan, call: InstanceValue): void {
  const options = optionsOfCall(scan.project, call);
  const ref = scan.project.ref(call);
  const name = nameOf(call, undefined);
  const permissions = permissionsOf(scan.project, options, call.at);
  const sources = options.get('settingSources', 'setting_sources');
  scan.add({
    fact: 'node',
    ref,
    kind: 'agent',
    name,
    framework,
    at: call.at,
    properties: {
      type: call.symbol.split(/[.#]/).at(-1) ?? 'query',
      loop: true,
      permissionMode: permissions.mode,
      ...(permissions.mode === 'bypassPermissions' && { approval: 'off' }),
      ...(sources && { settingSources: [...namesOf(sources).names] }),
      ...(options.open !== undefined && { toolsComplete: false }),
    },
  });
  if (options.open !== undefined)
    scan.gap('unknown-tools', call.at, `More settings of the agent: ${options.open}.`, ref);
  const reach: Reach = {
    tools: baseTools(options).filter(tool => !permissions.denied.has(tool.name)),
    servers: serversOf(scan, ref, options.get('mcpServers', 'mcp_servers')),
  };
  give(scan, ref, reach, permissions, call.at);
  mcpGates(scan, ref, reach, permissions);
  prompt(scan, ref, name, options);
  subAgents(scan, ref, reach, permissions, options);
}

/** `tools` is the set of built-in tools; without it all of them are there. `allowedTools` takes nothing away. */
function baseTools(options: Options): readonly BuiltIn[] {
  const value = options.get('tools');
  if (!value || value.kind === 'record' || value.kind === 'unknown') return builtIns;
  const { names, open } = namesOf(value);
  const wanted = new Set(names.map(toolOf));
  return open ? builtIns : builtIns.filter(tool => wanted.has(tool.name));
}

function give(scan: Scan, agent: string, reach: Reach, permissions: Permissions, at: Location): void {
  const allows = (name: string): boolean =>
    reach.only === undefined || reach.only.some(item => toolOf(item) === name);
  for (const tool of reach.tools.filter(item => allows(item.name))) {
    const ref = `${agent}#tool:${tool.name}`;
    const barriers = barriersFor(permissions, tool.name, tool.free, tool.edits === true);
    scan.add(
      {
        fact: 'node',
        ref,
        kind: 'tool',
        name: tool.name,
        framework,
        at,
        symbol: `claude-code:${tool.name}`,
        properties: { builtIn: true },
      },
      relate('uses', agent, ref, at, { ...(barriers.length > 0 && { barriers }) }),
    );
    if (tool.name === 'Bash') commands(scan, agent, permissions, at);
  }
  for (const server of reach.servers) {
    const names = reach.only?.filter(item => item.startsWith(`mcp__${server.key}`));
    if (names && names.length === 0) continue;
    const tools = names
      ?.filter(item => item.startsWith(`mcp__${server.key}__`) && !item.endsWith('*'))
      .map(item => item.slice(`mcp__${server.key}__`.length));
    scan.add(
      relate('uses', agent, server.ref, server.value.at, {
        ...(server.conditional && { conditional: true }),
        ...(tools && tools.length > 0 && { properties: { tools } }),
      }),
    );
  }
}

/** Commands that run without asking although the shell as a whole does not. */
function commands(scan: Scan, agent: string, permissions: Permissions, at: Location): void {
  for (const rule of permissions.allowed) {
    const inner = /^Bash\((.+)\)$/s.exec(rule)?.[1];
    if (inner === undefined || isWhole(rule)) continue;
    const reach = reachOf(inner, at);
    if (reach.code || reach.labels.length === 0) continue;
    const ref = `${agent}#tool:${rule}`;
    scan.add(
      {
        fact: 'node',
        ref,
        kind: 'tool',
        name: rule,
        framework,
        at,
        labels: reach.labels,
        properties: { builtIn: true },
      },
      relate('uses', agent, ref, at),
    );
  }
}

/** Tools of servers wait like built-in ones, by the name the rules use. */
function mcpGates(scan: Scan, agent: string, reach: Reach, permissions: Permissions): void {
  if (reach.servers.length === 0) return;
  const gate = (
    name: string,
    guards: readonly string[],
    barrier: Barrier,
    except: readonly string[] = [],
  ): void => {
    scan.add({
      fact: 'gate',
      ref: `${agent}:gate:${name}`,
      name,
      framework,
      at: barrier.location ?? permissions.at,
      scope: agent,
      guards,
      ...(except.length > 0 && { except }),
      barrier,
    });
  };
  for (const rule of permissions.denied)
    if (rule.startsWith('mcp__'))
      gate(
        `deny ${rule}`,
        [rule],
        gateBarrier('disallowedTools', 1, `${rule} is taken away.`, permissions.at),
      );
  const { unlisted } = permissions;
  if (!unlisted || unlisted.credit === 0) return;
  const free = permissions.allowed.flatMap(rule => {
    const server = /^mcp__(.+?)(?:__\*)?$/.exec(rule)?.[1];
    if (server === undefined) return [];
    return rule.endsWith('__*') || !server.includes('__') ? [`mcp__${server}`, `mcp__${server}__*`] : [rule];
  });
  gate(
    unlisted.mechanism,
    reach.servers.flatMap(server => [`mcp__${server.key}`, `mcp__${server.key}__*`]),
    unlisted,
    free,
  );
}

/** System prompt, a text of its own or added to the preset. */
function prompt(scan: Scan, agent: string, name: string, options: Options): void {
  const value = options.get(
    'systemPrompt',
    'system_prompt',
    'appendSystemPrompt',
    'append_system_prompt',
    'customSystemPrompt',
  );
  const added = value?.kind === 'record' ? value.entries.find(entry => entry.key === 'append')?.value : value;
  instruct(scan, agent, name, added);
}

function instruct(scan: Scan, agent: string, name: string, value: Value | undefined): void {
  const text = textOf(value)?.trim();
  if (!text || !value) return;
  const ref = `${agent}:prompt`;
  scan.add(
    {
      fact: 'node',
      ref,
      kind: 'instruction',
      name: `${name} prompt`,
      framework,
      at: value.at,
      description: clip(text),
    },
    relate('instructs', ref, agent, value.at),
  );
}

/** `agents: {name: {description, prompt, tools}}`: reached by the Task tool; without `tools` they have all of the parent's. */
function subAgents(
  scan: Scan,
  parent: string,
  reach: Reach,
  permissions: Permissions,
  options: Options,
): void {
  const value = options.get('agents');
  if (!value || permissions.denied.has('Task') || permissions.denied.has('Agent')) return;
  const { members, open } = membersOf(value);
  if (open !== undefined) scan.gap('unresolved-value', value.at, `More sub-agents: ${open}.`, parent);
  for (const { value: item, key, conditional } of members) {
    if (key === undefined) continue;
    const own = optionsFrom(scan.project, item);
    const ref = `${parent}:agent:${key}`;
    const tools = own.get('tools');
    const denied = new Set(
      namesOf(own.get('disallowedTools', 'disallowed_tools')).names.filter(isWhole).map(toolOf),
    );
    const mode = textOf(own.get('permissionMode', 'permission_mode'));
    const granted: Permissions =
      mode === 'bypassPermissions' ? { ...permissions, mode, unlisted: undefined } : permissions;
    scan.add(
      {
        fact: 'node',
        ref,
        kind: 'agent',
        name: key,
        framework,
        at: item.at,
        ...describe(textOf(own.get('description'))),
        properties: {
          type: 'subagent',
          loop: true,
          permissionMode: granted.mode,
          ...(granted.mode === 'bypassPermissions' && { approval: 'off' }),
        },
      },
      relate('delegates', parent, ref, item.at, { ...(conditional && { conditional: true }) }),
    );
    const inner: Reach = {
      tools: reach.tools.filter(tool => !denied.has(tool.name)),
      servers: [...reach.servers, ...serversOf(scan, ref, own.get('mcpServers', 'mcp_servers'))],
      ...(tools && !namesOf(tools).open && { only: namesOf(tools).names }),
    };
    give(scan, ref, inner, granted, item.at);
    mcpGates(scan, ref, inner, granted);
    instruct(scan, ref, key, own.get('prompt'));
  }
}
