import type { Fact } from '../../src/model/fact.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { Analyzer, Settings } from '../_shared/analyzer.ts';
import { codeFacts } from '../_shared/code/index.ts';
import { distinct } from '../_shared/facts.ts';
import { appFacts } from './apps.ts';
import { crewBaseFacts } from './crew-base.ts';
import { plainCrews } from './delegation.ts';
import { framework } from './framework.ts';
import { jsonCrews, jsonFiles } from './json-crew.ts';
import { yamlFiles } from './yaml.ts';

/** CrewAI. */
export const analyzer: Analyzer = {
  id: 'crewai',
  title: 'CrewAI',
  reads: [
    'Agents and crews in code, classes under `@CrewBase`, tasks in order',
    'Roles, goals, tools, delegation and running of code from agents.yaml, agents of tasks from tasks.yaml, managers of hierarchical crews',
    'Flows: `@start`, `@listen`, `@router`; crews in `crew.jsonc` with `agents/*.jsonc`',
    '`@tool` functions, `BaseTool` classes, ready-made tools, code execution, knowledge, MCP adapters, platform apps',
  ],
  notRead: ['Flows in YAML', 'Feedback of people on the result of a task: it comes after the tools have run'],
  packages: { pypi: ['crewai', 'crewai-tools'] },
  imports: ['crewai', 'crewai_tools'],
  files: jsonFiles,
  together: jsonCrews,
  settings: yamlFiles,
  code: crewFacts,
};

/** Members of a crew that are collected by decorators take the place of the gap they would leave. */
function crewFacts(project: Project, settings: Settings): readonly Fact[] {
  const { facts, covered, texts } = crewBaseFacts(project, settings);
  const plain = codeFacts(project, framework)
    .filter(fact => fact.fact !== 'gap' || !fact.affects?.every(ref => covered.has(ref)))
    .map(fact => (fact.fact === 'node' ? { ...fact, ...texts.get(fact.ref) } : fact));
  return distinct([...plain, ...facts, ...plainCrews(project), ...appFacts(project)]);
}
