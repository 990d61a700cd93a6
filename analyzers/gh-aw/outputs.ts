import type { Fact } from '../../src/model/fact.ts';
import type { Barrier } from '../../src/model/graph.ts';
import type { Label } from '../../src/model/label.ts';
import type { Location } from '../../src/model/location.ts';
import { describe, gateBarrier, relate, sink } from '../_shared/facts.ts';
import { asMap, asText } from '../_shared/lenient.ts';
import type { AgenticWorkflow } from './workflow.ts';

type Make = (at: Location) => Label;

const publish =
  (detail: string): Make =>
  at =>
    sink('publish', 'bound', 'free-text', { detail, at });
const answer: Make = at =>
  sink('write-back', 'bound', 'free-text', {
    detail: 'The text is put where the author of the request reads it.',
    at,
  });
const handOver: Make = at =>
  sink('third-party-tool', 'bound', 'free-text', {
    detail: 'Another agent or workflow is started with the text.',
    at,
  });
const destroy =
  (kind: 'delete' | 'overwrite', detail: string): Make =>
  at => ({
    label: 'destructive-action',
    kind,
    confidence: 0.7,
    evidence: [{ via: 'config', detail, location: at }],
  });

/** Safe outputs by what they carry out; those not listed carry ids and words from fixed lists only. */
const outputs: { readonly [name: string]: Make } = {
  'create-issue': publish('An issue with text of the agent is opened.'),
  'create-discussion': publish('A discussion with text of the agent is opened.'),
  'update-discussion': publish('A discussion gets text of the agent.'),
  'create-pull-request': publish('A pull request with changes of the agent is opened.'),
  'update-pull-request': publish('A pull request gets text of the agent.'),
  'push-to-pull-request-branch': publish('Changes of the agent are pushed to the branch.'),
  'create-pull-request-review-comment': answer,
  'submit-pull-request-review': answer,
  'reply-to-pull-request-review-comment': answer,
  'add-comment': answer,
  'update-issue': publish('An issue gets text of the agent.'),
  'update-release': publish('A release gets text of the agent.'),
  'upload-asset': publish('A file of the agent is published.'),
  'upload-artifact': publish('A file of the agent is published.'),
  'create-project-status-update': publish('A status with text of the agent is published.'),
  'create-agent-session': handOver,
  'create-agent-task': handOver,
  'assign-to-agent': handOver,
  'dispatch-workflow': handOver,
  'call-workflow': handOver,
  'close-issue': destroy('overwrite', 'Issues are closed.'),
  'close-pull-request': destroy('overwrite', 'Pull requests are closed.'),
  'close-discussion': destroy('overwrite', 'Discussions are closed.'),
  'hide-comment': destroy('overwrite', 'Comments are hidden.'),
};

/** Settings of the block that are no outputs. */
const settings = new Set([
  'jobs',
  'scripts',
  'actions',
  'messages',
  'mentions',
  'footer',
  'env',
  'github-token',
  'github-app',
  'allowed-domains',
  'allowed-github-references',
  'max-patch-size',
  'max-bot-mentions',
  'runs-on',
  'staged',
  'steps',
  'threat-detection',
  'concurrency-group',
  'environment',
  'report-failure-as-issue',
  'group-reports',
  'id-token',
  'app',
  'noop',
  'missing-tool',
  'missing-data',
  'report-incomplete',
]);

/** What leaves the run: the agent asks, a job with rights does it after a check. */
export function outputFacts({ config, head, name }: AgenticWorkflow, ref: string): readonly Fact[] {
  const block = asMap(head['safe-outputs']);
  const barriers = checks(block, config.at('safe-outputs'));
  const own = Object.entries(block).flatMap(([output, value]): readonly Fact[] => {
    if (settings.has(output) || value === false) return [];
    const at = config.at('safe-outputs', output);
    const make = outputs[output];
    const staged = asMap(value).staged === true ? [stagedBarrier(at)] : [];
    return outputFact(ref, output, at, make ? [make(at)] : [], [...barriers, ...staged]);
  });
  const jobs = ['jobs', 'scripts', 'actions'].flatMap(kind =>
    Object.entries(asMap(block[kind])).flatMap(([output, value]) =>
      outputFact(
        ref,
        output,
        config.at('safe-outputs', kind, output),
        [],
        barriers,
        asText(asMap(value).description) ?? `Runs a job of ${name} with what the agent asks for.`,
      ),
    ),
  );
  return [...own, ...jobs];
}

function outputFact(
  ref: string,
  output: string,
  at: Location,
  labels: readonly Label[],
  barriers: readonly Barrier[],
  description?: string,
): readonly Fact[] {
  const node = `${ref}#output:${output}`;
  return [
    {
      fact: 'node',
      ref: node,
      kind: 'tool',
      name: output,
      framework: 'gh-aw',
      at,
      ...describe(description),
      ...(labels.length > 0 && { labels }),
      properties: { safeOutput: true },
    },
    relate('uses', ref, node, at, {
      properties: { returns: false },
      ...(barriers.length > 0 && { barriers }),
    }),
  ];
}

/** A model looks at what is to leave, unless that is switched off; `staged` only shows it; an environment may ask people. */
function checks(block: Readonly<Record<string, unknown>>, at: Location): readonly Barrier[] {
  const detection = block['threat-detection'];
  const off = detection === false || asMap(detection).enabled === false;
  return [
    ...(off
      ? []
      : [
          gateBarrier(
            'threat-detection',
            0.3,
            'A model looks at what the agent wants to write before a job with rights does it.',
            at,
          ),
        ]),
    ...(block.staged === true ? [stagedBarrier(at)] : []),
    ...(asText(block.environment)
      ? [
          gateBarrier(
            'environment',
            0.5,
            `The job runs in the environment ${String(block.environment)}, which may ask reviewers.`,
            at,
          ),
        ]
      : []),
  ];
}

const stagedBarrier = (at: Location): Barrier =>
  gateBarrier('staged', 1, 'The output is shown and not carried out.', at);
