import type { Fact } from '../../../src/model/fact.ts';
import type { Project } from '../../../src/resolve/project.ts';
import { distinct } from '../facts.ts';
import { tellAgent } from './agents.ts';
import type { CodeFramework } from './spec.ts';
import { agentOf, createState, type State } from './state.ts';
import { byCall, tellTriggers } from './triggers.ts';

export type { CodeFramework } from './spec.ts';

/** Facts of one framework that is described as data. Symbols decide, never bare names. */
export function codeFacts(project: Project, framework: CodeFramework): readonly Fact[] {
  const state = createState(project, framework);
  for (const agent of state.agents) tellAgent(state, agent);
  return distinct([...state.facts, ...triggersOf(state)]);
}

/** What starts the agents: through their own methods, functions that are given them, or calls that are an agent. */
function triggersOf(state: State): readonly Fact[] {
  const { project, framework, agents } = state;
  const runs = new Set(framework.runs);
  const told = new Set(state.facts.flatMap(fact => (fact.fact === 'node' ? [fact.ref] : [])));
  if (!agents.some(agent => told.has(agent.ref))) return [];
  const direct = byCall(
    agents.flatMap(({ rule, call, ref }) => (rule.needsTools ? [{ call, agent: ref }] : [])),
  );
  return tellTriggers(project, framework.id, call => {
    const own = direct(call);
    if (own.length > 0) return own.filter(ref => told.has(ref));
    const name = call.symbol.split(/[.#]/).at(-1)?.replace(/\(\)$/, '') ?? '';
    if (!runs.has(name)) return [];
    const given = [call.receiver, ...call.args.positional, ...call.args.named.map(item => item.value)];
    return given.flatMap(value => (value?.kind === 'instance' ? (agentOf(state, value.id)?.ref ?? []) : []));
  });
}
