import type { Fact } from '../../src/model/fact.ts';
import type { Label } from '../../src/model/label.ts';
import { relate, sink } from '../_shared/facts.ts';
import { reachOf } from '../_shared/shell-commands.ts';
import { type AgentStep, refOf } from './agents.ts';
import type { Job, Step } from './workflow.ts';

/** Later steps that take the agent's answer: written into a script it is run, given as a value it is sent. */
export function outputFacts(agent: AgentStep): readonly Fact[] {
  const { workflow, job, step } = agent;
  if (!step.id) return [];
  const own = new RegExp(`steps\\.${quoted(step.id)}\\.outputs\\.|steps\\[['"]${quoted(step.id)}['"]\\]`);
  const passed = Object.entries(job.outputs).filter(([, value]) => own.test(String(value)));
  const isMine = (text: string, there: Job): boolean =>
    there === job
      ? own.test(text)
      : passed.some(([name]) => text.includes(`needs.${job.id}.outputs.${name}`));
  return workflow.jobs.flatMap(there =>
    there.steps.flatMap((later, index): readonly Fact[] => {
      const labels = labelsOf(agent, later, text => isMine(text, there));
      if (labels.length === 0) return [];
      const ref = `${refOf(workflow, there, index)}#after`;
      const at = workflow.config.at(...later.path);
      const name = later.name ?? later.uses ?? `${there.id}: step ${index + 1}`;
      return [
        {
          fact: 'node',
          ref,
          kind: 'tool',
          name,
          framework: 'github-actions',
          at,
          labels,
          properties: { called: 'by-workflow' },
        },
        relate('uses', agent.ref, ref, at, { properties: { returns: false } }),
      ];
    }),
  );
}

function labelsOf(agent: AgentStep, later: Step, isMine: (text: string) => boolean): readonly Label[] {
  const at = agent.workflow.config.at(...later.path);
  if (later.run && isMine(later.run)) {
    const detail = 'The answer of the agent is written into a shell script.';
    return [
      {
        label: 'code-execution',
        kind: 'shell',
        confidence: 0.9,
        evidence: [{ via: 'config', detail, location: at }],
      },
    ];
  }
  const given = [...Object.values(later.env), ...Object.values(later.inputs)].some(value =>
    isMine(String(value)),
  );
  if (!given) return [];
  const commands = (later.run ?? '').split('\n').map(line => line.trim());
  const labels = commands.flatMap(line => {
    const reach = reachOf(line.slice(0, 300), at);
    return reach.code ? [] : reach.labels.filter(label => label.label === 'external-sink');
  });
  if (labels.length > 0) return labels;
  const posts = /github\.rest\.|createComment|octokit|comment|create-pull-request|slack|mail|discord|teams/i;
  const text = `${later.uses ?? ''} ${String(later.inputs.script ?? '')}`;
  return posts.test(text)
    ? [sink('publish', 'bound', 'free-text', { detail: 'The answer of the agent is posted.', at })]
    : [];
}

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
