import type { Fact } from '../../src/model/fact.ts';
import type { Label } from '../../src/model/label.ts';
import type { Location } from '../../src/model/location.ts';
import { answerFiles, commandLabels, ownAnswer, runsAnswer } from '../_shared/ci/answers.ts';
import { relate, sink } from '../_shared/facts.ts';
import { type AgentStep, refOf } from './agents.ts';
import type { Job, Step } from './workflow.ts';

/** Later steps that take the agent's answer: written into a script it is run, given as a value it is sent. */
export function outputFacts(agent: AgentStep): readonly Fact[] {
  const { workflow, job, step } = agent;
  const from = job.steps.indexOf(step);
  const passed = step.id ? passedOn(job, step.id) : [];
  const own = step.id ? ownOutput(step.id) : undefined;
  const files = answerFiles(step.run ?? '');
  const isMine = (text: string, there: Job): boolean =>
    there.id === job.id
      ? own?.test(text) === true
      : passed.some(name => text.includes(`needs.${job.id}.outputs.${name}`));
  const later = workflow.jobs.flatMap(there =>
    (there.id === job.id ? job : there).steps.flatMap((item, index): readonly Fact[] => {
      if (there.id === job.id && index <= from) return [];
      const holdsFile = there.id === job.id && files.some(file => (item.run ?? '').includes(file));
      const labels = labelsOf(agent, item, text => isMine(text, there), holdsFile);
      return labels.length === 0
        ? []
        : afterFacts(
            agent,
            `${refOf(workflow, there, index)}#after`,
            nameOf(item, there, index),
            labels,
            item,
          );
    }),
  );
  const here = ownAnswer(step.run ?? '', placeOf(agent, step));
  return here.length === 0
    ? later
    : [...afterFacts(agent, `${agent.ref}#script`, `${agent.name}: script`, here, step), ...later];
}

function afterFacts(
  agent: AgentStep,
  ref: string,
  name: string,
  labels: readonly Label[],
  step: Step,
): readonly Fact[] {
  const at = placeOf(agent, step);
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
}

const nameOf = (step: Step, job: Job, index: number): string =>
  step.name ?? step.uses ?? `${job.id}: step ${index + 1}`;

const placeOf = ({ workflow }: AgentStep, step: Step): Location =>
  (step.from ?? workflow.config).at(...step.path);

const ownOutput = (id: string): RegExp =>
  new RegExp(`steps\\.${quoted(id)}\\.outputs\\.|steps\\[['"]${quoted(id)}['"]\\]`);

/** Outputs of the job that hold the answer of the step. */
function passedOn(job: Job, id: string): readonly string[] {
  const own = ownOutput(id);
  return Object.entries(job.outputs).flatMap(([name, value]) => (own.test(String(value)) ? [name] : []));
}

function labelsOf(
  agent: AgentStep,
  later: Step,
  isMine: (text: string) => boolean,
  holdsFile: boolean,
): readonly Label[] {
  const at = placeOf(agent, later);
  if (later.run && isMine(later.run))
    return [runsAnswer('The answer of the agent is written into a shell script.', at)];
  const script = String(later.inputs.script ?? '');
  if (isMine(script)) return [runsAnswer('The answer of the agent is written into a script.', at, 'code')];
  const given = [...Object.values(later.env), ...Object.values(later.inputs)].some(value =>
    isMine(String(value)),
  );
  if (!given && !holdsFile) return [];
  const labels = (later.run ?? '').split('\n').flatMap(line => commandLabels(line, at));
  if (labels.length > 0) return labels;
  const posts = /github\.rest\.|createComment|octokit|comment|create-pull-request|slack|mail|discord|teams/i;
  return posts.test(`${later.uses ?? ''} ${script}`)
    ? [sink('publish', 'bound', 'free-text', { detail: 'The answer of the agent is posted.', at })]
    : [];
}

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
