import type { Fact } from '../../src/model/fact.ts';
import { relate } from '../_shared/facts.ts';
import { reachOf } from '../_shared/shell-commands.ts';
import { builtIns } from './agent-actions.ts';
import type { AgentStep } from './agents.ts';

/** How much of a shell an agent step has. */
export type ShellReach = 'none' | 'some' | 'any';

/** The shell of a step: as a whole, or one tool per command pattern that opens a leg. */
export function shellFacts(agent: AgentStep): {
  readonly facts: readonly Fact[];
  readonly reach: ShellReach;
} {
  const { shell, always } = builtIns[agent.client];
  if (!shell || agent.denied.includes(shell)) return { facts: [], reach: 'none' };
  const rules =
    agent.allowed === 'all' ? [] : agent.allowed.filter(rule => ruleName(rule) === shell.toLowerCase());
  const patterns = rules.map(patternOf);
  const whole = agent.allowed === 'all' || always.includes(shell) || patterns.includes('*');
  if (whole || patterns.some(pattern => reachOf(pattern, agent.at).code)) {
    return { facts: tool(agent, shell, `${agent.client}:${shell}`), reach: 'any' };
  }
  const facts = patterns.flatMap((pattern): readonly Fact[] => {
    const reach = reachOf(pattern, agent.at);
    if (reach.code || reach.labels.length === 0) return [];
    const ref = `${agent.ref}#tool:${pattern}`;
    const name = `${shell}(${pattern})`;
    return [
      {
        fact: 'node',
        ref,
        kind: 'tool',
        name,
        framework: 'github-actions',
        at: agent.at,
        labels: reach.labels,
      },
      relate('uses', agent.ref, ref, agent.at),
    ];
  });
  return { facts, reach: patterns.length > 0 ? 'some' : 'none' };
}

/** A built-in tool of the agent. */
export function tool(agent: AgentStep, name: string, symbol: string): readonly Fact[] {
  const ref = `${agent.ref}#tool:${name}`;
  const sandboxed = agent.client === 'codex' && agent.allowed !== 'all';
  return [
    {
      fact: 'node',
      ref,
      kind: 'tool',
      name,
      framework: 'github-actions',
      at: agent.at,
      symbol,
      properties: { builtIn: true, ...(sandboxed && name === 'shell' && { sandbox: 'no-network' }) },
    },
    relate('uses', agent.ref, ref, agent.at),
  ];
}

const ruleName = (rule: string): string => (rule.split('(')[0] ?? '').trim().toLowerCase();

function patternOf(rule: string): string {
  const inner = /\((.*)\)\s*$/s.exec(rule)?.[1]?.trim() ?? '';
  return inner === '' || inner === ':*' || inner === '**' ? '*' : inner;
}
