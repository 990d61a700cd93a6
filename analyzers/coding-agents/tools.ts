import type { Fact, NodeFact } from '../../src/model/fact.ts';
import type { Location } from '../../src/model/location.ts';
import { relate } from '../_shared/facts.ts';
import { reachOf } from '../_shared/shell-commands.ts';
import { barriersOf } from './gates.ts';
import { hookBarriers } from './hooks.ts';
import { type BuiltIn, type HostSpec, toolNamed } from './hosts.ts';
import { editLabels } from './own-files.ts';
import type { Rule } from './rules.ts';
import type { Mode, Setup } from './setup.ts';

/** Whose tools are listed: a host or one of its custom agents. */
export interface ToolOwner {
  readonly ref: string;
  readonly at: Location;
  readonly tools: readonly BuiltIn[];
  readonly mode: Mode;
  readonly rules: readonly Rule[];
}

/** Built-in tools an owner has, each with what stands before it, and single shell commands that run without asking. */
export function toolFacts(setup: Setup, spec: HostSpec, owner: ToolOwner): readonly Fact[] {
  return owner.tools.flatMap(tool => {
    const barriers = barriersOf(setup, tool, owner.mode, owner.rules);
    const ref = `${owner.ref}#tool:${tool.name}`;
    const open = tool.shell ? commandFacts(setup, spec, owner, tool) : { facts: [], code: undefined };
    const free = open.code && !barriers.some(item => item.cut);
    const labels = editLabels(setup, tool, owner.mode, owner.at);
    const node: NodeFact = {
      fact: 'node',
      ref,
      kind: 'tool',
      name: tool.name,
      framework: spec.client,
      at: owner.at,
      symbol: `${spec.prefix}:${tool.name}`,
      ...(labels.length > 0 && { labels }),
      ...(tool.shell && setup.shellDomains && { settings: { allowedDomains: setup.shellDomains } }),
      properties: { builtIn: true },
    };
    const at = free ? (open.code?.at ?? owner.at) : owner.at;
    // What no rule frees: a sandbox and hooks stand before allowed commands as well.
    const sandboxed = barriers.filter(
      item => item.mechanism === 'sandbox' || item.mechanism === 'PreToolUse hook',
    );
    return [
      node,
      relate('uses', owner.ref, ref, at, { barriers: free ? sandboxed : barriers }),
      ...open.facts,
    ];
  });
}

/** Allowed command patterns: one that runs any code frees the whole shell, others become tools of their own. */
function commandFacts(
  setup: Setup,
  spec: HostSpec,
  owner: ToolOwner,
  tool: BuiltIn,
): { readonly facts: readonly Fact[]; readonly code: Rule | undefined } {
  const named = [...setup.rules, ...owner.rules].filter(
    rule => rule.narrowed !== undefined && toolNamed(spec, rule.tool) === tool,
  );
  // What is denied or asked for in the same words does not run by itself.
  const held = new Set(named.filter(rule => rule.action !== 'allow').map(rule => rule.narrowed));
  const rules = named.filter(rule => rule.action === 'allow' && !held.has(rule.narrowed));
  const hooked = hookBarriers(setup.hooks?.known ?? [], [tool.name, ...(tool.spellings ?? [])]);
  let code: Rule | undefined;
  const facts: Fact[] = [];
  for (const rule of rules) {
    const reach = reachOf(rule.narrowed ?? '*', rule.at);
    if (reach.code) {
      code ??= rule;
      continue;
    }
    if (reach.labels.length === 0) continue;
    const ref = `${owner.ref}#tool:${rule.text}`;
    facts.push(
      {
        fact: 'node',
        ref,
        kind: 'tool',
        name: rule.text,
        framework: spec.client,
        at: rule.at,
        labels: reach.labels,
        properties: { builtIn: true },
      },
      relate('uses', owner.ref, ref, rule.at, { ...(hooked.length > 0 && { barriers: hooked }) }),
    );
  }
  return { facts, code };
}
