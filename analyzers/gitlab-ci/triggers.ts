import type { Fact } from '../../src/model/fact.ts';
import type { Barrier } from '../../src/model/graph.ts';
import type { Label } from '../../src/model/label.ts';
import { relate, untrusted } from '../_shared/facts.ts';
import { asList, asMap, asText } from '../_shared/lenient.ts';
import type { AgentJob } from './agents.ts';
import { type Source, sources, textOfOthers } from './sources.ts';

/** What starts a job, with the text of others it brings and what narrows who can do so. */
export function triggerFacts(agent: AgentJob): readonly Fact[] {
  const { job, pipeline, ref, at } = agent;
  const told = JSON.stringify([job.script, job.variables, pipeline.variables]);
  return startsOf(agent)
    .map(start => ({ ...start, row: sources[start.source] }))
    .flatMap(({ source, manual, row }): readonly Fact[] => {
      const isGiven = agent.readsEvent || textOfOthers[source]?.test(told) === true;
      const node = `gitlab-ci:${job.file}:on:${source}${isGiven ? '' : ':unread'}`;
      const labels: readonly Label[] =
        row && isGiven
          ? [untrusted(row.kind, row.reach, { detail: row.why, at, confidence: row.confidence })]
          : [];
      const barrier = barrierOf(agent, row, manual);
      return [
        {
          fact: 'node',
          ref: node,
          kind: 'trigger',
          name: `on ${source}`,
          framework: 'gitlab-ci',
          at,
          labels,
          properties: { event: source },
        },
        relate('triggers', node, ref, at, { ...(barrier && { barriers: [barrier] }) }),
      ];
    });
}

interface StartRule {
  readonly source: string;
  readonly manual: boolean;
}

/** Pipeline sources under which the job runs: `rules`, `only`, or the rules of the whole pipeline. */
function startsOf({ job, pipeline }: AgentJob): readonly StartRule[] {
  const own = fromRules(job.keys.rules, job.keys.when === 'manual');
  const only = fromOnly(job.keys.only, job.keys.when === 'manual');
  const whole = fromRules(pipeline.workflow.rules, job.keys.when === 'manual');
  const found = [own, only, whole].find(list => list.length > 0) ?? [
    { source: 'push', manual: job.keys.when === 'manual' },
  ];
  const seen = new Map<string, StartRule>();
  for (const start of found) {
    const known = seen.get(start.source);
    seen.set(start.source, known ? { ...start, manual: known.manual && start.manual } : start);
  }
  return [...seen.values()];
}

function fromRules(rules: unknown, manual: boolean): readonly StartRule[] {
  return asList(rules).flatMap(item => {
    const rule = asMap(item);
    const when = asText(rule.when);
    if (when === 'never') return [];
    const condition = asText(rule.if) ?? '';
    return sourcesIn(condition).map(source => ({ source, manual: manual || when === 'manual' }));
  });
}

/** `$CI_PIPELINE_SOURCE == "x"`, and variables that exist under one source only. */
function sourcesIn(condition: string): readonly string[] {
  const named = [...condition.matchAll(/CI_PIPELINE_SOURCE\s*(?:==|=~)\s*["'/^]{0,3}([\w|]{2,80})/g)].flatMap(
    match => (match[1] ?? '').split('|'),
  );
  if (named.length > 0) return named;
  if (/CI_MERGE_REQUEST_/.test(condition)) return ['merge_request_event'];
  if (/AI_FLOW_|_TRIGGER\b|WEBHOOK|_PAYLOAD/.test(condition)) return ['trigger'];
  return ['push'];
}

const onlyWords: { readonly [word: string]: string } = {
  merge_requests: 'merge_request_event',
  external_pull_requests: 'external_pull_request_event',
  schedules: 'schedule',
  triggers: 'trigger',
  api: 'api',
  web: 'web',
  pipelines: 'pipeline',
  chat: 'chat',
};

function fromOnly(only: unknown, manual: boolean): readonly StartRule[] {
  const text = asText(only);
  const words = text !== undefined ? [text] : [...asList(only), ...asList(asMap(only).refs)];
  return words.flatMap(word => {
    const name = asText(word);
    return name === undefined ? [] : [{ source: onlyWords[name] ?? 'push', manual }];
  });
}

/** A person starts manual jobs; pipelines of strangers do not run with the variables of the project. */
function barrierOf({ at, job }: AgentJob, row: Source | undefined, manual: boolean): Barrier | undefined {
  const barrier = (credit: number, detail: string): Barrier => ({
    kind: 'sanitizer',
    mechanism: 'actor filter',
    credit,
    cut: false,
    detail,
    location: at,
  });
  const condition = JSON.stringify(job.keys.rules ?? '');
  if (
    /GITLAB_USER_(?:LOGIN|ID|EMAIL)\s*(?:==|=~)|CI_MERGE_REQUEST_SOURCE_PROJECT_(?:ID|PATH)\s*==/.test(
      condition,
    )
  )
    return barrier(0.8, 'A rule lets only some people, or branches of the project itself, through.');
  if (manual) return barrier(0.5, 'A member of the project starts the job by hand.');
  return row?.members ? barrier(0.5, row.members) : undefined;
}
