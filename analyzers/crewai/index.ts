import type { Fact } from '../../src/model/fact.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { Analyzer } from '../_shared/analyzer.ts';
import { codeFacts } from '../_shared/code/index.ts';
import { distinct } from '../_shared/facts.ts';
import { crewBaseFacts } from './crew-base.ts';
import { framework } from './framework.ts';

/** CrewAI. */
export const analyzer: Analyzer = {
  id: 'crewai',
  title: 'CrewAI',
  reads: [
    'Agents and crews in code, classes under `@CrewBase`, tasks in order',
    '`@tool` functions, `BaseTool` classes, ready-made tools, code execution, knowledge, MCP adapters',
  ],
  notRead: [
    'Texts of agents.yaml and tasks.yaml',
    'Flows and their listeners',
    'Delegation between agents',
    'Platform apps',
    'JSONC crews',
  ],
  packages: { pypi: ['crewai', 'crewai-tools'] },
  imports: ['crewai', 'crewai_tools'],
  code: crewFacts,
};

/** Members of a crew that are collected by decorators take the place of the gap they would leave. */
function crewFacts(project: Project): readonly Fact[] {
  const { facts, covered } = crewBaseFacts(project);
  const plain = codeFacts(project, framework).filter(
    fact => fact.fact !== 'gap' || !fact.affects?.every(ref => covered.has(ref)),
  );
  return distinct([...plain, ...facts]);
}
