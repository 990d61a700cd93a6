import type { Fact } from '../../src/model/fact.ts';
import type { Barrier } from '../../src/model/graph.ts';
import type { Reach, UntrustedKind } from '../../src/model/vocabulary.ts';
import { relate, untrusted } from '../_shared/facts.ts';
import { asList, asMap, asText } from '../_shared/lenient.ts';
import type { AgenticWorkflow } from './workflow.ts';

interface EventRow {
  readonly kind: UntrustedKind;
  readonly reach: Reach;
  readonly why: string;
}

const issue = (why: string): EventRow => ({ kind: 'issue', reach: 'anyone', why });

/** Events whose payload strangers can write. Comments include those that start a command. */
const events: { readonly [event: string]: EventRow } = {
  issues: issue('Anyone can open an issue in a public repository.'),
  issue_comment: issue('Anyone can comment on an issue.'),
  discussion: issue('Anyone can start a discussion.'),
  discussion_comment: issue('Anyone can comment on a discussion.'),
  pull_request: issue('Anyone can open a pull request.'),
  pull_request_target: issue('Anyone can open a pull request.'),
  pull_request_review: issue('Anyone can review a pull request.'),
  pull_request_review_comment: issue('Anyone can comment on a pull request.'),
  slash_command: issue('The command is a comment, with the thread it is written in.'),
  command: issue('The command is a comment, with the thread it is written in.'),
  label_command: issue('The label is put on an issue that anyone can have written.'),
  workflow_run: {
    kind: 'log',
    reach: 'outsider',
    why: 'Follows a run that a pull request of a stranger may have started.',
  },
};

/** Keys of `on` that start nothing. */
const conditions =
  /^(reaction|status-comment|stop-after|manual-approval|skip-.*|roles|bots|forks|permissions|steps|github-token|github-app|needs|lock-for-agent)$/;

/** Events that start the workflow, and who they let in. */
export function triggerFacts(workflow: AgenticWorkflow, ref: string): readonly Fact[] {
  const { config, head } = workflow;
  const on = asMap(head.on);
  const text = asText(head.on);
  const names = text
    ? [text.split(/\s/)[0] ?? text]
    : [...asList(head.on).flatMap(item => asText(item) ?? []), ...Object.keys(on)];
  const at = config.at('on');
  return names.flatMap((event): readonly Fact[] => {
    if (conditions.test(event)) return [];
    const row = events[event];
    const node = `gh-aw:${config.path}:on:${event}`;
    const barriers = row ? barriersOf(workflow, event) : [];
    return [
      {
        fact: 'node',
        ref: node,
        kind: 'trigger',
        name: `on ${event}`,
        framework: 'gh-aw',
        at,
        labels: row ? [untrusted(row.kind, row.reach, { detail: row.why, at })] : [],
        properties: { event },
      },
      relate('triggers', node, ref, at, { ...(barriers.length > 0 && { barriers }) }),
    ];
  });
}

/** Only people with write access start a workflow unless `roles: all` says otherwise; forks are refused likewise. */
function barriersOf({ config, head }: AgenticWorkflow, event: string): readonly Barrier[] {
  const on = asMap(head.on);
  const at = config.at('on');
  const barrier = (credit: number, mechanism: string, detail: string): Barrier => ({
    kind: 'sanitizer',
    mechanism,
    credit,
    cut: false,
    detail,
    location: at,
  });
  const roles = on.roles ?? head.roles;
  const open =
    roles === 'all' || asList(roles).some(role => role === 'all' || role === 'read' || role === 'triage');
  const filter = open
    ? []
    : [barrier(0.8, 'actor filter', 'Only people with write access start the workflow.')];
  const label =
    event === 'label_command' && open
      ? [barrier(0.5, 'actor filter', 'Only people with triage rights put labels on.')]
      : [];
  const approval = asText(on['manual-approval']);
  return [
    ...filter,
    ...label,
    ...(approval
      ? [barrier(0.5, 'manual-approval', `The environment ${approval} asks reviewers first.`)]
      : []),
  ];
}
