import type { Fact } from '../../src/model/fact.ts';
import type { Analyzer, TextFile } from '../_shared/analyzer.ts';
import { ciTools } from '../_shared/ci/tools.ts';
import { problemGaps } from '../_shared/config-file.ts';
import { distinct, gap } from '../_shared/facts.ts';
import { mcpFacts, secretFacts } from './access.ts';
import { type AgentJob, agentJobsOf } from './agents.ts';
import { outputFacts } from './outputs.ts';
import { readPipeline } from './pipeline.ts';
import { triggerFacts } from './triggers.ts';

/** Agents in GitLab CI pipelines. */
export const analyzer: Analyzer = {
  id: 'gitlab-ci',
  title: 'Agents in GitLab CI',
  reads: [
    'Jobs whose script starts Claude Code, Codex, Gemini CLI, Copilot, opencode or Cursor; anchors, extends, references and local includes',
    'Pipeline sources of rules and only, manual jobs, text of merge requests and triggers',
    'Tool lists, job token and variables, what scripts and later jobs do with the answer',
  ],
  notRead: [
    'Includes and components of other projects',
    'Protected and masked variables (settings of the project)',
    'Child pipelines',
  ],
  packages: {},
  imports: [],
  files: [
    /(^|\/)[^/]*\.?gitlab-ci[^/]*\.ya?ml$/,
    /(^|\/)\.gitlab(?:-ci)?\/(?:.+\/)?[^/]+\.ya?ml$/,
    /(^|\/)(?:ci|gitlab|templates)\/(?:.+\/)?[^/]+\.ya?ml$/,
    /(^|\/)gitlab-[\w-]+\.ya?ml$/,
  ],
  together,
};

const mention = /claude|codex|gemini|copilot|opencode|cursor-agent|qwen/i;
const isMain = /(^|\/)\.gitlab-ci\.ya?ml$/;

function together(files: readonly TextFile[]): readonly Fact[] {
  const jobs = files.filter(({ content }) => /^\s*(?:script|extends|run)\s*:/m.test(content));
  if (!jobs.some(({ content }) => mention.test(content))) return [];
  return distinct([...groups(jobs)].flatMap(pipelineFacts));
}

/** A main file sees what it includes; what no main file includes stands for itself. */
function groups(files: readonly TextFile[]): readonly (readonly TextFile[])[] {
  const taken = new Set<string>();
  const mains = files
    .filter(({ path }) => isMain.test(path))
    .map(main => {
      const root = main.path.replace(/[^/]*$/, '');
      const included = files.filter(
        ({ path }) =>
          path !== main.path && path.startsWith(root) && includes(main.content, path.slice(root.length)),
      );
      for (const file of [main, ...included]) taken.add(file.path);
      return [main, ...included];
    });
  return [...mains, ...files.filter(({ path }) => !taken.has(path)).map(file => [file])];
}

function includes(content: string, path: string): boolean {
  if (!/^include\s*:/m.test(content)) return false;
  const folder = path.replace(/[^/]*$/, '');
  return content.includes(path) || (folder !== '' && new RegExp(`${quoted(folder)}\\*{1,2}`).test(content));
}

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function pipelineFacts(files: readonly TextFile[]): readonly Fact[] {
  if (!files.some(({ content }) => mention.test(content))) return [];
  const pipeline = readPipeline(files);
  const agents = agentJobsOf(pipeline);
  const gaps = pipeline.configs.flatMap(problemGaps);
  return agents.length === 0 ? gaps : [...gaps, ...agents.flatMap(agentFacts)];
}

function agentFacts(agent: AgentJob): readonly Fact[] {
  const { ref, at, client, job, title } = agent;
  const tools = ciTools(agent);
  const environment = job.keys.environment === undefined ? [] : ['The environment of the job'];
  return [
    {
      fact: 'node',
      ref,
      kind: 'agent',
      name: job.name,
      framework: 'gitlab-ci',
      at,
      properties: { client, title, approval: 'off', ci: true },
    },
    ...tools.facts,
    ...triggerFacts(agent),
    ...(tools.readsFiles ? secretFacts(agent) : []),
    ...mcpFacts(agent),
    ...outputFacts(agent),
    ...environment.map(what =>
      gap('runtime-only', at, `${what} may need an approval, which is set outside the repository.`, [ref]),
    ),
  ];
}
