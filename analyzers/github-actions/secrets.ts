import type { Fact } from '../../src/model/fact.ts';
import { relate, sensitive, sink } from '../_shared/facts.ts';
import type { AgentStep } from './agents.ts';

/** Secrets in the environment of a step can be read by whatever reads files or runs commands there. */
export function secretFacts({ workflow, job, step, ref, at, starts }: AgentStep): readonly Fact[] {
  const text = JSON.stringify([workflow.env, job.env, step.env, step.inputs]);
  const names = [
    ...new Set([...text.matchAll(/secrets\.([A-Za-z_]\w{0,80})/g)].map(match => match[1] ?? '')),
  ].sort();
  const token = writes({ job, workflow, starts });
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

/** Unset permissions may mean write: the default is a setting of the organisation. A caller can only take away. */
function writes({ job, workflow, starts }: Pick<AgentStep, 'job' | 'workflow' | 'starts'>): boolean {
  const callers = starts.flatMap(({ caller }) =>
    caller?.permissions === undefined ? [] : [caller.permissions],
  );
  const own = job.permissions ?? workflow.permissions;
  const given = own === undefined ? callers : [own];
  return given.length === 0 || given.some(permissions => /write/.test(JSON.stringify(permissions)));
}

/** Commenting needs a right to write, or a token of the action's own app in exchange for the job's identity. */
export function commentFacts(agent: AgentStep): readonly Fact[] {
  const { action, ref, at } = agent;
  if (!action?.comments || !writes(agent)) return [];
  const node = `${ref}#comment`;
  const detail =
    'The action writes its answer into a comment that everyone with access to the repository can read.';
  return [
    {
      fact: 'node',
      ref: node,
      kind: 'tool',
      name: action.client === 'claude-code' ? 'update_claude_comment' : 'answer in a comment',
      framework: 'github-actions',
      at,
      labels: [sink('write-back', 'bound', 'free-text', { detail, at })],
      properties: { builtIn: true },
    },
    relate('uses', ref, node, at),
  ];
}
