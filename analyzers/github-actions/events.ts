import type { Reach, UntrustedKind } from '../../src/model/vocabulary.ts';

/** Events that carry text of people outside: what they bring and who can fire them. */
export interface EventRow {
  readonly kind: UntrustedKind;
  readonly reach: Reach;
  readonly why: string;
}

/** GitHub events whose payload an outsider can write; all others are started by people with write access or by time. */
export const outsiderEvents: { readonly [event: string]: EventRow } = {
  issues: { kind: 'issue', reach: 'anyone', why: 'Anyone can open an issue in a public repository.' },
  issue_comment: { kind: 'issue', reach: 'anyone', why: 'Anyone can comment on an issue.' },
  discussion: { kind: 'issue', reach: 'anyone', why: 'Anyone can start a discussion.' },
  discussion_comment: { kind: 'issue', reach: 'anyone', why: 'Anyone can comment on a discussion.' },
  pull_request_target: {
    kind: 'repository',
    reach: 'anyone',
    why: 'Runs with the secrets of the repository on the pull request of a stranger.',
  },
  pull_request_review: { kind: 'issue', reach: 'anyone', why: 'Anyone can review a pull request.' },
  pull_request_review_comment: {
    kind: 'issue',
    reach: 'anyone',
    why: 'Anyone can comment on a pull request.',
  },
  workflow_run: {
    kind: 'log',
    reach: 'outsider',
    why: 'Follows a run that a pull request of a stranger may have started.',
  },
  fork: { kind: 'repository', reach: 'anyone', why: 'Anyone can fork.' },
  watch: { kind: 'trigger', reach: 'anyone', why: 'Anyone can star.' },
};

/** Expressions of the event payload that hold text of outsiders. */
export const outsiderText =
  /toJSON\(github\.event\)|github\.event\.(?:issue|comment|pull_request|discussion|review|workflow_run|head_commit|commits)[\w.[\]*]*\.?(?:title|body|head_branch|head_ref|ref|label|message|name|email|display_title)\b|github\.head_ref|context\.payload\.(?:issue|comment|pull_request|discussion|review)\b|\bgh\s+(?:issue|pr)\s+(?:view|list|diff)\b/;

/** Scripts that look up what the actor may do; they filter when a later condition asks for their answer. */
export const actorLookup =
  /collaborators\/[^\n]{0,200}permission|getCollaboratorPermission|checkMembership|author_association|\/memberships\//;

/** Types of events that only people with rights to the repository can cause. */
export const insiderTypes: ReadonlySet<string> = new Set([
  'labeled',
  'unlabeled',
  'assigned',
  'unassigned',
  'milestoned',
  'pinned',
  'transferred',
  'locked',
  'answered',
]);

/** Conditions that let only people with rights through. */
export const actorCondition =
  /author_association|github\.actor\s*==|github\.triggering_actor\s*==|sender\.login\s*==|user\.login\s*==|repository_owner|getCollaboratorPermission|pull_request\.head\.repo\.fork\s*==\s*false|head\.repo\.full_name\s*==\s*github\.repository/;
