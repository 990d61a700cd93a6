import type { Fact } from '../../../src/model/fact.ts';
import type { Project } from '../../../src/resolve/project.ts';
import { distinct } from '../facts.ts';
import { tellAgent } from './agents.ts';
import type { CodeFramework } from './spec.ts';
import { createState } from './state.ts';

export type { CodeFramework } from './spec.ts';

/** Facts of one framework that is described as data. Symbols decide, never bare names. */
export function codeFacts(project: Project, framework: CodeFramework): readonly Fact[] {
  const state = createState(project, framework);
  for (const agent of state.agents) tellAgent(state, agent);
  return distinct(state.facts);
}
