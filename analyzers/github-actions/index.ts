import type { Fact } from '../../src/model/fact.ts';
import type { Analyzer, TextFile } from '../_shared/analyzer.ts';
import { ciTools } from '../_shared/ci/tools.ts';
import { problemGaps } from '../_shared/config-file.ts';
import { distinct, gap } from '../_shared/facts.ts';
import { type AgentStep, agentStepsOf } from './agents.ts';
import { artifactFacts } from './artifacts.ts';
import { cacheFacts } from './caches.ts';
import { inlined, type Repository, startsOf } from './calls.ts';
import { startedByComments } from './comments.ts';
import { outputFacts } from './outputs.ts';
import { commentFacts, secretFacts } from './secrets.ts';
import { mcpFacts } from './servers.ts';
import { triggerFacts } from './triggers.ts';
import { readComposite, readWorkflow } from './workflow.ts';

/** Agents in GitHub Actions workflows. */
export const analyzer: Analyzer = {
  id: 'github-actions',
  title: 'Agents in GitHub Actions',
  reads: [
    'Steps that run Claude Code, Codex, Gemini CLI, Copilot, opencode, Cursor or AI inference, as an action or by command',
    'Events and who may fire them, conditions on the actor, text of events in prompts; workflows and actions that call each other',
    'Tool lists, MCP servers, shell patterns, secrets and token permissions, caches, artifacts, later steps that use the answer',
    'Comments of one agent that start another',
  ],
  notRead: [
    'Reusable workflows of other repositories',
    'Settings of environments',
    'Artifacts of workflows in other repositories',
  ],
  packages: {},
  imports: [],
  files: [/(^|\/)\.github\/(?:workflows\/[^/]+|actions\/(?:[^/]+\/){1,3}action)\.ya?ml$/],
  together,
};

const isWorkflow = /(^|\/)\.github\/workflows\/[^/]+$/;

/** Words without which no step can run an agent that this analyzer knows; files without them are only callers. */
const mention =
  /claude|gemini|codex|ai-inference|copilot|opencode|cursor|qwen|pr-agent|ai-pr-reviewer|gh\s+models/i;

function together(files: readonly TextFile[]): readonly Fact[] {
  if (!files.some(({ content }) => mention.test(content))) return [];
  // Lock files are made from Markdown, which another analyzer reads.
  const own = files.filter(({ path }) => !path.endsWith('.lock.yml'));
  const callers = own.filter(({ path, content }) => isWorkflow.test(path) && /\bjobs\s*:/.test(content));
  const actions = own.filter(({ path, content }) => !isWorkflow.test(path) && mention.test(content));
  const repository: Repository = {
    workflows: callers
      .filter(
        ({ content }) =>
          mention.test(content) || /uses:\s*['"]?(?:\.\/|actions\/upload-artifact@)/.test(content),
      )
      .flatMap(file => readWorkflow(file) ?? []),
    actions: new Map(
      actions.flatMap(file => {
        const action = readComposite(file);
        return action ? [[file.path.replace(/\/[^/]*$/, ''), action.steps]] : [];
      }),
    ),
  };
  const everyone: AgentStep[] = [];
  const facts = distinct(
    repository.workflows.flatMap(workflow => {
      const starts = startsOf(workflow, repository);
      const agents = workflow.jobs.flatMap(job =>
        agentStepsOf(workflow, inlined(workflow, job, repository), starts),
      );
      everyone.push(...agents);
      const speaks = agents.length > 0 || mention.test(workflow.config.path);
      return [
        ...(speaks ? problemGaps(workflow.config) : []),
        ...agents.flatMap(agent => [...agentFacts(agent), ...artifactFacts(agent, repository.workflows)]),
      ];
    }),
  );
  const comments = new Set(facts.flatMap(fact => (fact.fact === 'node' ? [fact.ref] : [])));
  const started = startedByComments(everyone).filter(
    fact => fact.fact === 'relation' && comments.has(fact.from),
  );
  return [...facts, ...started];
}

function agentFacts(agent: AgentStep): readonly Fact[] {
  const { ref, name, at, client } = agent;
  const tools = ciTools(agent);
  const gate = agent.job.environment ? [`environment ${agent.job.environment}`] : [];
  return [
    {
      fact: 'node',
      ref,
      kind: 'agent',
      name,
      framework: 'github-actions',
      at,
      properties: {
        client,
        approval: 'off',
        ci: true,
        ...(agent.allowed === 'all' && { unrestricted: true }),
      },
    },
    ...tools.facts,
    ...triggerFacts(agent),
    ...(tools.readsFiles ? [...secretFacts(agent), ...cacheFacts(agent)] : []),
    ...commentFacts(agent),
    ...outputFacts(agent),
    ...gate.map(text =>
      gap('runtime-only', at, `Whether ${text} asks for a reviewer is set outside the repository.`, [ref]),
    ),
    ...mcpFacts(agent),
  ];
}
