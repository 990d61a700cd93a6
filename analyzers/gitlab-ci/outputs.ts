import type { Fact } from '../../src/model/fact.ts';
import type { Label } from '../../src/model/label.ts';
import { answerFiles, commandLabels, ownAnswer, runsAnswer } from '../_shared/ci/answers.ts';
import { relate } from '../_shared/facts.ts';
import { asList, asMap, asText } from '../_shared/lenient.ts';
import type { AgentJob } from './agents.ts';
import type { Job } from './pipeline.ts';

/** What becomes of the agent's answer: in its own script, and in jobs that get its artifacts. */
export function outputFacts(agent: AgentJob): readonly Fact[] {
  const { job, pipeline } = agent;
  const files = [...answerFiles(job.script), ...artifactsOf(job)];
  const own = ownAnswer(job.script, job.at);
  const later = pipeline.jobs.flatMap((other): readonly Fact[] => {
    if (other === job || !follows(other, job)) return [];
    const labels = other.script
      .split('\n')
      .filter(line => files.some(file => line.includes(file)))
      .flatMap(line => (runsFile(line) ? [runs(other)] : commandLabels(line, other.at)));
    return labels.length === 0 ? [] : afterFacts(agent, other.name, other, labels);
  });
  return [...(own.length > 0 ? afterFacts(agent, `${job.name}: script`, job, own) : []), ...later];
}

const runs = (job: Job): Label => runsAnswer('A file the agent wrote is executed by a later job.', job.at);

const runsFile = (line: string): boolean =>
  /^\s*(?:\.\/|(?:ba|z)?sh\s|source\s|python3?\s|node\s|eval\b|chmod \+x)/.test(line);

/** Without `needs` and `dependencies` a job gets the artifacts of all earlier stages. */
function follows(later: Job, job: Job): boolean {
  const named = [...asList(later.keys.needs), ...asList(later.keys.dependencies)];
  if (named.length > 0)
    return named.some(item => asText(item) === job.name || asText(asMap(item).job) === job.name);
  return later.keys.stage !== job.keys.stage;
}

function artifactsOf(job: Job): readonly string[] {
  const artifacts = asMap(job.keys.artifacts);
  return asList(artifacts.paths).flatMap(path => {
    const text = asText(path);
    const name = text?.replace(/\*.*$/, '').replace(/\/$/, '');
    return name && name.length > 2 ? [name] : [];
  });
}

function afterFacts(agent: AgentJob, name: string, job: Job, labels: readonly Label[]): readonly Fact[] {
  const ref = `gitlab-ci:${job.file}:${job.name}#after:${agent.job.name}`;
  return [
    {
      fact: 'node',
      ref,
      kind: 'tool',
      name,
      framework: 'gitlab-ci',
      at: job.at,
      labels,
      properties: { called: 'by-workflow' },
    },
    relate('uses', agent.ref, ref, job.at, { properties: { returns: false } }),
  ];
}
