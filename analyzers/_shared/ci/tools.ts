import type { Fact } from '../../../src/model/fact.ts';
import type { Location } from '../../../src/model/location.ts';
import { relate } from '../facts.ts';
import { reachOf } from '../shell-commands.ts';
import { builtIns } from './built-ins.ts';
import type { CiClient } from './commands.ts';
import { patternOf, ruleName } from './rules.ts';

/** An agent that a pipeline runs, as far as its tools go. */
export interface CiAgent {
  readonly ref: string;
  readonly framework: string;
  readonly client: CiClient;
  readonly at: Location;
  /** Rules such as `Bash(gh issue view:*)`; `all` when nothing is held back. */
  readonly allowed: readonly string[] | 'all';
  readonly denied: readonly string[];
  /** What keeps its shell inside: neither network nor files of the host, or one of these. */
  readonly sandbox?: 'isolated' | 'no-network' | 'network';
}

/** Facts of the built-in tools of an agent, and whether it can read files of the machine it runs on. */
export interface CiTools {
  readonly facts: readonly Fact[];
  readonly readsFiles: boolean;
}

/** Built-in tools that the rules leave; a shell as a whole, or one tool per command pattern that opens a leg. */
export function ciTools(agent: CiAgent): CiTools {
  const { always, listed, shell, spellings = {} } = builtIns[agent.client];
  const is = (rule: string, name: string): boolean =>
    (spellings[ruleName(rule)] ?? ruleName(rule)).toLowerCase() === name.toLowerCase();
  const denied = (name: string): boolean =>
    agent.denied.some(rule => is(rule, name) && patternOf(rule) === '*');
  const named = (name: string): boolean =>
    agent.allowed === 'all' || agent.allowed.some(rule => is(rule, name));
  const names = [...always, ...listed.filter(named)].filter(name => name !== shell && !denied(name));
  const commands = shell && !denied(shell) ? shellFacts(agent, shell, rule => is(rule, shell)) : noShell;
  return {
    facts: [...names.flatMap(name => ciTool(agent, name, `${agent.client}:${name}`)), ...commands.facts],
    readsFiles: commands.whole || names.some(name => /^read/i.test(name)),
  };
}

const noShell = { facts: [], whole: false } as const;

function shellFacts(
  agent: CiAgent,
  shell: string,
  isShell: (rule: string) => boolean,
): { readonly facts: readonly Fact[]; readonly whole: boolean } {
  const patterns = agent.allowed === 'all' ? ['*'] : agent.allowed.filter(isShell).map(patternOf);
  const whole = patterns.includes('*') || builtIns[agent.client].always.includes(shell);
  if (whole || patterns.some(pattern => reachOf(pattern, agent.at).code)) {
    return { facts: ciTool(agent, shell, `${agent.client}:${shell}`, true), whole: true };
  }
  const facts = patterns.flatMap((pattern): readonly Fact[] => {
    const reach = reachOf(pattern, agent.at);
    if (reach.code || reach.labels.length === 0) return [];
    const ref = `${agent.ref}#tool:${pattern}`;
    const name = `${shell}(${pattern})`;
    const { framework, at } = agent;
    return [
      { fact: 'node', ref, kind: 'tool', name, framework, at, labels: reach.labels },
      relate('uses', agent.ref, ref, at),
    ];
  });
  return { facts, whole: false };
}

/** A built-in tool of the agent. */
function ciTool(agent: CiAgent, name: string, symbol: string, isShell = false): readonly Fact[] {
  const ref = `${agent.ref}#tool:${name}`;
  const { framework, at, sandbox } = agent;
  return [
    {
      fact: 'node',
      ref,
      kind: 'tool',
      name,
      framework,
      at,
      symbol,
      properties: { builtIn: true, ...(isShell && sandbox && { sandbox }) },
    },
    relate('uses', agent.ref, ref, at),
  ];
}
