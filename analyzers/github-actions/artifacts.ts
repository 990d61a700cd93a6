import type { Fact } from '../../src/model/fact.ts';
import { relate, untrusted } from '../_shared/facts.ts';
import { asText } from '../_shared/lenient.ts';
import type { AgentStep } from './agents.ts';
import type { Job, Step, Workflow } from './workflow.ts';

/** Events by which people without rights have a workflow run on what they wrote. */
const byOutsiders: ReadonlySet<string> = new Set([
  'pull_request',
  'pull_request_target',
  'issues',
  'issue_comment',
  'discussion',
  'discussion_comment',
  'pull_request_review',
  'pull_request_review_comment',
]);

/**
 * Artifacts that a job takes over before its agent starts. A job that strangers cause writes what they like into them, also
 * where it may do nothing else: the run that takes them over has the rights.
 */
export function artifactFacts(agent: AgentStep, workflows: readonly Workflow[]): readonly Fact[] {
  const { job, step, workflow } = agent;
  return job.steps.slice(0, job.steps.indexOf(step)).flatMap((item): readonly Fact[] => {
    if (!isDownload(item)) return [];
    const name = nameOf(item);
    const at = (item.from ?? workflow.config).at(...item.path);
    const writers = workflows.filter(other => other.jobs.some(there => uploads(there, name)));
    const open = writers.filter(({ events }) => events.some(event => byOutsiders.has(event.name)));
    const [first] = open;
    if (!first) return [];
    const ref = `github-actions:artifact:${name ?? '*'}`;
    const detail = `The workflow ${first.name} writes the artifact, and ${first.events.map(event => event.name).join(', ')} by anyone starts it.`;
    return [
      {
        fact: 'node',
        ref,
        kind: 'store',
        name: `artifact ${name ?? ''}`.trim(),
        framework: 'github-actions',
        at,
        labels: [untrusted('repository', 'outsider', { detail, at, confidence: 0.9 })],
        properties: { role: 'artifact' },
      },
      relate('reads', agent.ref, ref, at),
    ];
  });
}

const isDownload = ({ uses, run }: Step): boolean =>
  /^(?:actions\/download-artifact|dawidd6\/action-download-artifact)@/.test(uses ?? '') ||
  /\bgh\s+run\s+download\b/.test(run ?? '');

const nameOf = ({ inputs, run }: Step): string | undefined =>
  asText(inputs.name) ??
  /\bgh\s+run\s+download\b[^\n]*(?:-n|--name)[\s=]+["']?([\w.-]+)/.exec(run ?? '')?.[1];

/** Without a name every artifact is taken. */
const uploads = (job: Job, name: string | undefined): boolean =>
  job.steps.some(
    ({ uses, inputs }) =>
      /^actions\/upload-artifact@/.test(uses ?? '') &&
      (name === undefined || (asText(inputs.name) ?? 'artifact') === name),
  );
