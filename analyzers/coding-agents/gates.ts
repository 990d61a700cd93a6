import type { GateFact } from '../../src/model/fact.ts';
import type { Barrier } from '../../src/model/graph.ts';
import { gateBarrier } from '../_shared/facts.ts';
import { hookBarriers } from './hooks.ts';
import type { BuiltIn, HostSpec } from './hosts.ts';
import { hostRef } from './hosts.ts';
import { type Rule, rulesFor } from './rules.ts';
import type { Mode, Setup } from './setup.ts';

const edits = /^(Edit|Write|NotebookEdit|edit|write|replace|write_file|apply_patch)$/;

/** Barriers between an agent and one of its built-in tools; none means that it runs without asking. */
export function barriersOf(
  setup: Setup,
  tool: BuiltIn,
  mode: Mode = setup.mode,
  own: readonly Rule[] = [],
): readonly Barrier[] {
  const hooked = hookBarriers(setup.hooks?.known ?? [], [tool.name, ...(tool.spellings ?? [])]);
  return [...hooked, ...ruledBarriers(setup, tool, mode, own)];
}

function ruledBarriers(setup: Setup, tool: BuiltIn, mode: Mode, own: readonly Rule[]): readonly Barrier[] {
  const names = [tool.name, ...(tool.spellings ?? [])].map(name => name.toLowerCase());
  const rules = [...setup.rules, ...own];
  const whole = (action: Rule['action']) =>
    rulesFor(rules, action, names).find(rule => rule.narrowed === undefined);
  const denied = whole('deny');
  if (denied) return [gateBarrier('permissions.deny', 1, `${tool.name} is denied.`, denied.at)];
  const offline =
    setup.shellOffline && tool.shell
      ? [gateBarrier('sandbox', 0.9, 'Commands run in a sandbox without network.', setup.modeAt ?? setup.at)]
      : [];
  const asked = whole('ask');
  if (asked && mode !== 'off')
    return [
      ...offline,
      gateBarrier('permissions.ask', 0.8, `Each use of ${tool.name} is asked for.`, asked.at),
    ];
  if (whole('allow') || mode === 'off') return offline;
  return [...offline, ...standingBarrier(setup, tool, mode)];
}

function standingBarrier(setup: Setup, tool: BuiltIn, mode: Mode): readonly Barrier[] {
  const at = setup.modeAt ?? setup.at;
  if (tool.standing === 'runs') return [];
  if (mode === 'edits' && edits.test(tool.name)) return [];
  if (mode === 'closed')
    return [gateBarrier('permissions.deny', 1, `${tool.name} is not on the list of what is allowed.`, at)];
  if (mode === 'classifier')
    return [gateBarrier('auto mode', 0.2, 'A model decides whether the call runs.', at)];
  return [
    gateBarrier('default approval', 0.5, `${tool.name} asks unless the user has said not to ask again.`, at),
  ];
}

const acting =
  /(create|send|post|update|add|comment|push|write|publish|execute|run|delete|upload|merge|edit|navigate|fetch|\*)/;

/** Gates for tools of MCP servers: clients ask for them unless a rule allows or the mode is off. */
export function mcpGates(setup: Setup, spec: HostSpec): readonly GateFact[] {
  const rules = setup.rules.filter(rule => /^mcp__/.test(rule.tool));
  const scope = hostRef(setup.client, setup.dir);
  const gate = (
    name: string,
    guards: readonly string[],
    barrier: Barrier,
    at: GateFact['at'],
    except: readonly string[] = [],
  ): GateFact => ({
    fact: 'gate',
    ref: `${scope}:gate:${name}`,
    name,
    framework: spec.client,
    at,
    scope,
    guards,
    ...(except.length > 0 && { except }),
    barrier,
  });
  const patterns = (action: Rule['action']) => rules.filter(rule => rule.action === action);
  const gates: GateFact[] = [];
  for (const rule of patterns('deny'))
    gates.push(
      gate(
        `deny ${rule.tool}`,
        [rule.tool],
        gateBarrier('permissions.deny', 1, `${rule.tool} is denied.`, rule.at),
        rule.at,
      ),
    );
  if (setup.mode === 'off') return gates;
  for (const rule of patterns('ask'))
    gates.push(
      gate(
        `ask ${rule.tool}`,
        [rule.tool],
        gateBarrier('permissions.ask', 0.8, `${rule.tool} is asked for.`, rule.at),
        rule.at,
      ),
    );
  const free = patterns('allow').flatMap(rule => freed(rule.tool));
  if (setup.mode === 'closed')
    gates.push(
      gate(
        'not allowed',
        ['mcp__*'],
        gateBarrier('permissions.deny', 1, 'Only allowed tools run.', setup.at),
        setup.modeAt ?? setup.at,
        free,
      ),
    );
  else if (setup.mode === 'classifier')
    gates.push(
      gate(
        'auto mode',
        ['mcp__*'],
        gateBarrier('auto mode', 0.2, 'A model decides whether the call runs.', setup.at),
        setup.modeAt ?? setup.at,
        free,
      ),
    );
  else
    gates.push(
      gate(
        'default approval',
        ['mcp__*'],
        gateBarrier(
          'default approval',
          0.5,
          'Tools of MCP servers ask unless the user has said not to ask again.',
          setup.at,
        ),
        setup.modeAt ?? setup.at,
        free,
      ),
    );
  return gates;
}

/** Names an allow rule frees. One free acting tool leaves its server open as a whole while its tools are not known. */
function freed(tool: string): readonly string[] {
  const server = /^mcp__([^*]+?)(?:__|$)/.exec(tool)?.[1];
  if (!server) return [tool];
  const whole = tool === `mcp__${server}` || tool.endsWith('__*');
  if (whole) return [`mcp__${server}`, `mcp__${server}__*`];
  return acting.test(tool.slice(`mcp__${server}__`.length)) ? [tool, `mcp__${server}`] : [tool];
}
