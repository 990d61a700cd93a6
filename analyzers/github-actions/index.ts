import type { Fact } from '../../src/model/fact.ts';
import type { Analyzer, TextFile } from '../_shared/analyzer.ts';
import { problemGaps } from '../_shared/config-file.ts';
import { distinct, gap, relate, sensitive, sink } from '../_shared/facts.ts';
import { type AgentStep, agentStepsOf, toolsOf } from './agents.ts';
import { outputFacts } from './outputs.ts';
import { shellFacts, tool } from './shell.ts';
import { triggerFacts } from './triggers.ts';
import { readWorkflow } from './workflow.ts';

/** Agents in GitHub Actions workflows. */
export const analyzer: Analyzer = {
  id: 'github-actions',
  title: 'Agents in GitHub Actions',
  reads: [
    'Steps that run Claude Code, Codex, Gemini CLI or AI inference, as an action or by command',
    'Events and who may fire them, conditions on the actor, text of events in prompts',
    'Tool lists, shell patterns, secrets and token permissions, later steps that use the answer',
  ],
  notRead: [
    'Reusable workflows of other repositories',
    'Settings of environments',
    'Caches shared between jobs',
  ],
  packages: {},
  imports: [],
  files: [/(^|\/)\.github\/workflows\/[^/]+\.ya?ml$/],
  file: readFile,
};

function readFile(file: TextFile): readonly Fact[] | null {
  if (!/claude|gemini|codex|ai-inference/i.test(file.content)) return null;
  const workflow = readWorkflow(file);
  if (!workflow) return null;
  const agents = agentStepsOf(workflow);
  if (agents.length === 0) return null;
  return distinct([...problemGaps(workflow.config), ...agents.flatMap(agentFacts)]);
}

function agentFacts(agent: AgentStep): readonly Fact[] {
  const { ref, name, at, client } = agent;
  const shell = shellFacts(agent);
  const tools = toolsOf(agent);
  const readsFiles = shell.reach === 'any' || tools.some(item => /^read/i.test(item));
  const gate = agent.job.environment ? [`environment ${agent.job.environment}`] : [];
  return [
    {
      fact: 'node',
      ref,
      kind: 'agent',
      name,
      framework: 'github-actions',
      at,
      properties: { client, approval: 'off', ci: true },
    },
    ...tools.flatMap(item => tool(agent, item, `${client}:${item}`)),
    ...shell.facts,
    ...triggerFacts(agent),
    ...(readsFiles ? secretFacts(agent) : []),
    ...commentFacts(agent),
    ...outputFacts(agent),
    ...gate.map(text =>
      gap('runtime-only', at, `Whether ${text} asks for a reviewer is set outside the repository.`, [ref]),
    ),
    ...mcpGaps(agent),
  ];
}

/** Secrets in the environment of a step can be read by whatever reads files or runs commands there. */
function secretFacts({ workflow, job, step, ref, at }: AgentStep): readonly Fact[] {
  const text = JSON.stringify([workflow.env, job.env, step.env, step.inputs]);
  const names = [
    ...new Set([...text.matchAll(/secrets\.([A-Za-z_]\w{0,80})/g)].map(match => match[1] ?? '')),
  ].sort();
  const token = writes(job.permissions ?? workflow.permissions);
  if (names.length === 0 && !token) return [];
  const store = `github-actions:${workflow.config.path}:${job.id}:environment`;
  const what =
    names.length > 0 ? `The environment of the job holds ${names.join(', ')}.` : 'The job token can write.';
  return [
    {
      fact: 'node',
      ref: store,
      kind: 'store',
      name: `environment of ${job.id}`,
      framework: 'github-actions',
      at,
      labels: [sensitive('secret', 'project', { detail: what, at })],
      properties: { secrets: names },
    },
    relate('reads', ref, store, at),
  ];
}

/** Unset permissions may mean write: the default is a setting of the organisation. */
function writes(permissions: unknown): boolean {
  if (permissions === undefined) return true;
  return /write/.test(JSON.stringify(permissions));
}

/** Commenting needs a right to write, or a token of the action's own app in exchange for the job's identity. */
function commentFacts({ action, ref, at, job, workflow }: AgentStep): readonly Fact[] {
  if (!action?.comments || !writes(job.permissions ?? workflow.permissions)) return [];
  const node = `${ref}#comment`;
  const detail =
    'The action writes its answer into a comment that everyone with access to the repository can read.';
  return [
    {
      fact: 'node',
      ref: node,
      kind: 'tool',
      name: 'update_claude_comment',
      framework: 'github-actions',
      at,
      labels: [sink('write-back', 'bound', 'free-text', { detail, at })],
      properties: { builtIn: true },
    },
    relate('uses', ref, node, at),
  ];
}

function mcpGaps({ step, ref, at }: AgentStep): readonly Fact[] {
  const text = JSON.stringify(step.inputs);
  if (!/mcp[_-]config|mcpServers|enable-github-mcp/.test(text)) return [];
  return [
    gap('unknown-tools', at, 'The step adds MCP servers in its inputs; their tools are not read.', [ref]),
  ];
}
