import type { Reach, UntrustedKind } from '../../src/model/vocabulary.ts';

/** What a pipeline source brings. */
export interface Source {
  readonly kind: UntrustedKind;
  readonly reach: Reach;
  readonly confidence: number;
  readonly why: string;
  /** Why strangers do not start it with the variables of the project by themselves. */
  readonly members?: string;
}

/** Sources of pipelines that carry text of others; https://docs.gitlab.com/ci/jobs/job_rules/ lists all. */
export const sources: { readonly [source: string]: Source } = {
  merge_request_event: {
    kind: 'repository',
    reach: 'outsider',
    confidence: 0.7,
    why: 'A merge request brings a title, a description and changes that its author wrote.',
    members: 'Pipelines of merge requests from forks run in the fork unless a member starts them.',
  },
  external_pull_request_event: {
    kind: 'repository',
    reach: 'anyone',
    confidence: 0.8,
    why: 'A pull request of another host brings text and changes that its author wrote.',
  },
  trigger: {
    kind: 'issue',
    reach: 'anyone',
    confidence: 0.8,
    why: 'The trigger passes on what was written in an issue or a comment.',
  },
  api: {
    kind: 'issue',
    reach: 'outsider',
    confidence: 0.6,
    why: 'The caller of the interface passes on what was written elsewhere.',
  },
  webhook: {
    kind: 'issue',
    reach: 'anyone',
    confidence: 0.8,
    why: 'The hook passes on what was written in an issue or a comment.',
  },
  chat: { kind: 'chat', reach: 'insider', confidence: 0.7, why: 'A chat command starts the pipeline.' },
};

const mergeText =
  /CI_MERGE_REQUEST_(?:TITLE|DESCRIPTION|SOURCE_BRANCH_NAME|IID|DIFF_BASE_SHA)|CI_COMMIT_(?:MESSAGE|DESCRIPTION|TITLE|REF_NAME|BRANCH)|CI_EXTERNAL_PULL_REQUEST|\bgit\s+(?:diff|log|show)\b|glab\s+mr\b|AI_FLOW_/;
const passedText = /AI_FLOW_|TRIGGER_PAYLOAD|WEBHOOK|_(?:NOTE|COMMENT|BODY|INPUT|CONTEXT|DESCRIPTION)\b/;

/** Text of others in a job's script and variables, by the source that brings it. */
export const textOfOthers: { readonly [source: string]: RegExp } = {
  merge_request_event: mergeText,
  external_pull_request_event: mergeText,
  trigger: passedText,
  api: passedText,
  webhook: passedText,
  chat: /CHAT_INPUT/,
};
