import type { Fact } from '../../../src/model/fact.ts';
import type { Project } from '../../../src/resolve/project.ts';
import { distinct } from '../facts.ts';
import { tellAgent } from './agents.ts';
import { isToldFixedText } from './fixed-text.ts';
import { tellFlows } from './flows.ts';
import { tellLoose } from './loose.ts';
import { tellProgram } from './program.ts';
import { runsOf } from './runs.ts';
import type { CodeFramework } from './spec.ts';
import { createState } from './state.ts';
import { tellTriggers } from './triggers.ts';

export type { CodeFramework } from './spec.ts';

/** Facts of one framework that is described as data. Symbols decide, never bare names. */
export function codeFacts(project: Project, framework: CodeFramework): readonly Fact[] {
  const state = createState(project, framework);
  for (const agent of state.agents) tellAgent(state, agent);
  tellFlows(state);
  tellLoose(state);
  const told = new Set(state.facts.flatMap(fact => (fact.fact === 'node' ? [fact.ref] : [])));
  const runs = state.agents.length > 0 ? runsOf(state).filter(({ agent }) => told.has(agent)) : [];
  return distinct([
    ...state.facts,
    ...tellTriggers(
      project,
      framework.id,
      runs.filter(run => !isToldFixedText(run.call)),
    ),
    ...tellProgram(project, framework.id, runs),
  ]);
}
