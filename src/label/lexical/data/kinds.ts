import type {
  ActionKind,
  Reach,
  Scope,
  SensitiveKind,
  SinkKind,
  UntrustedKind,
} from '../../../model/vocabulary.ts';
import type { Concept } from './concepts.ts';
import type { VerbClass } from './verbs.ts';

/** A rule applies when a domain of `concepts` (or, absent, any) and a verb class of `verbs` (or any) was found. */
interface Rule {
  /** Stems of which one must occur in the name or the first sentence. */
  readonly words?: readonly string[];
  readonly concepts?: readonly Concept[];
  readonly verbs?: readonly VerbClass[];
}

/** Kind of an untrusted source and who can write there, most specific rule first. */
export const untrustedRules: readonly (Rule & { readonly kind: UntrustedKind; readonly reach: Reach })[] = [
  { concepts: ['mail'], kind: 'email', reach: 'anyone' },
  { concepts: ['websearch'], kind: 'web-search', reach: 'anyone' },
  { concepts: ['calendar'], kind: 'calendar', reach: 'anyone' },
  { concepts: ['social', 'review'], kind: 'social', reach: 'anyone' },
  {
    words: ['ticket', 'zendesk', 'freshdesk', 'helpdesk', 'servicenow'],
    concepts: ['issue'],
    kind: 'ticket',
    reach: 'anyone',
  },
  { concepts: ['issue', 'pullrequest'], kind: 'issue', reach: 'anyone' },
  { concepts: ['code', 'repository', 'diff', 'remote'], kind: 'repository', reach: 'outsider' },
  { concepts: ['chat'], kind: 'chat', reach: 'outsider' },
  { concepts: ['comment', 'thread'], kind: 'issue', reach: 'outsider' },
  { concepts: ['browser', 'web', 'network', 'reference', 'market'], kind: 'web', reach: 'anyone' },
  { concepts: ['memory', 'vector'], kind: 'memory', reach: 'outsider' },
  { concepts: ['logs', 'metrics', 'cicd', 'cloud'], kind: 'log', reach: 'outsider' },
  { concepts: ['database', 'sql', 'crm', 'finance', 'shopping'], kind: 'database-row', reach: 'outsider' },
  { concepts: ['form'], kind: 'form', reach: 'anyone' },
  {
    concepts: ['file', 'filecontent', 'document', 'design', 'mediafile', 'legal'],
    kind: 'shared-document',
    reach: 'outsider',
  },
  { concepts: ['vendordocs', 'catalog'], kind: 'web', reach: 'supply-chain' },
  { concepts: ['subagent'], kind: 'peer-agent', reach: 'outsider' },
  { kind: 'third-party-tool', reach: 'outsider' },
];

/** Kind of the sensitive data and how much one call reaches. */
export const sensitiveRules: readonly (Rule & { readonly kind: SensitiveKind; readonly scope: Scope })[] = [
  { concepts: ['secret'], kind: 'secret', scope: 'tenant' },
  { concepts: ['mail', 'chat', 'calendar', 'thread'], kind: 'communication', scope: 'tenant' },
  {
    words: ['ticket', 'zendesk', 'freshdesk', 'helpdesk'],
    concepts: ['issue'],
    kind: 'communication',
    scope: 'tenant',
  },
  { concepts: ['health'], kind: 'health', scope: 'tenant' },
  { concepts: ['finance', 'hr'], kind: 'finance', scope: 'tenant' },
  { concepts: ['code', 'repository', 'diff', 'pullrequest'], kind: 'source-code', scope: 'project' },
  { concepts: ['issue', 'comment', 'document', 'design', 'legal'], kind: 'document', scope: 'project' },
  { concepts: ['browser'], kind: 'session', scope: 'tenant' },
  { concepts: ['database', 'sql', 'dbmeta'], kind: 'database', scope: 'tenant' },
  { concepts: ['crm', 'people', 'personal'], kind: 'personal', scope: 'tenant' },
  { concepts: ['identity', 'permission'], kind: 'identity', scope: 'tenant' },
  { concepts: ['memory', 'vector'], kind: 'history', scope: 'tenant' },
  {
    concepts: ['file', 'filecontent', 'mediafile', 'codeexec', 'desktop'],
    kind: 'filesystem',
    scope: 'project',
  },
  { concepts: ['cloud', 'logs', 'metrics', 'cicd', 'dns'], kind: 'cloud', scope: 'project' },
  { kind: 'document', scope: 'project' },
];

/** Kind of the way out. */
export const sinkRules: readonly (Rule & { readonly kind: SinkKind })[] = [
  { concepts: ['codeexec'], verbs: ['execute'], kind: 'network' },
  { concepts: ['mail'], verbs: ['send', 'push', 'create', 'update'], kind: 'email' },
  { concepts: ['browser', 'form'], verbs: ['navigate', 'update', 'push'], kind: 'form' },
  { concepts: ['calendar'], kind: 'calendar' },
  { concepts: ['websearch'], kind: 'query' },
  {
    concepts: ['web', 'network', 'webhook'],
    verbs: ['fetch', 'read', 'navigate', 'search', 'check', 'analyze'],
    kind: 'url',
  },
  { concepts: ['web', 'network', 'webhook'], kind: 'network' },
  { verbs: ['search', 'fetch', 'read'], kind: 'query' },
  { verbs: ['pay'], kind: 'payment' },
  { concepts: ['chat'], kind: 'chat' },
  {
    concepts: [
      'social',
      'publicly',
      'issue',
      'comment',
      'pullrequest',
      'repository',
      'code',
      'thread',
      'document',
    ],
    kind: 'publish',
  },
  { concepts: ['subagent', 'ai', 'tool'], kind: 'third-party-tool' },
  { concepts: ['memory'], kind: 'memory' },
  { kind: 'network' },
];

/** What a destructive call does. */
export const actionRules: readonly (Rule & { readonly kind: ActionKind })[] = [
  { verbs: ['delete', 'clear', 'close'], kind: 'delete' },
  { verbs: ['pay'], kind: 'pay' },
  { concepts: ['permission'], kind: 'permission' },
  { verbs: ['grant'], kind: 'permission' },
  { concepts: ['device'], kind: 'physical' },
  { concepts: ['finance'], verbs: ['create', 'execute'], kind: 'pay' },
  { concepts: ['cloud', 'cicd'], kind: 'deploy' },
  { concepts: ['adminset'], kind: 'configuration' },
  { kind: 'overwrite' },
];
