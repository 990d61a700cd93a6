/**
 * The closed word lists of the product (design, sections 3, 7, 10). One word per idea: code, docs, report and
 * explorer use exactly these.
 */
export const nodeKinds = [
  'agent',
  'tool',
  'mcp-server',
  'store',
  'trigger',
  'instruction',
  'renderer',
  'model',
  'identity',
  'human',
  'gate',
  'workflow',
  'unknown',
] as const;
export type NodeKind = (typeof nodeKinds)[number];

export const relationKinds = [
  'uses',
  'provides',
  'delegates',
  'hands-off',
  'reads',
  'writes',
  'triggers',
  'instructs',
  'renders',
  'authenticates-as',
  'next',
  'guards',
] as const;
export type RelationKind = (typeof relationKinds)[number];

export const stepKinds = ['input', 'call', 'result', 'handoff', 'load', 'save', 'emit'] as const;
export type StepKind = (typeof stepKinds)[number];

export const labelIds = [
  'untrusted-input',
  'sensitive-data',
  'external-sink',
  'code-execution',
  'destructive-action',
] as const;
export type LabelId = (typeof labelIds)[number];

export const untrustedKinds = [
  'web',
  'web-search',
  'email',
  'chat',
  'calendar',
  'issue',
  'ticket',
  'form',
  'social',
  'upload',
  'shared-document',
  'repository',
  'log',
  'database-row',
  'tool-metadata',
  'third-party-tool',
  'skill',
  'url-parameter',
  'trigger',
  'memory',
  'peer-agent',
  'user',
] as const;
export type UntrustedKind = (typeof untrustedKinds)[number];

export const sensitiveKinds = [
  'secret',
  'communication',
  'document',
  'source-code',
  'database',
  'filesystem',
  'history',
  'session',
  'cloud',
  'internal-network',
  'finance',
  'health',
  'personal',
  'identity',
  'prompt',
] as const;
export type SensitiveKind = (typeof sensitiveKinds)[number];

export const sinkKinds = [
  'network',
  'url',
  'query',
  'dns',
  'email',
  'chat',
  'publish',
  'write-back',
  'calendar',
  'form',
  'render',
  'file-active',
  'memory',
  'third-party-tool',
  'telemetry',
  'payment',
  'port',
  'package',
] as const;
export type SinkKind = (typeof sinkKinds)[number];

/** What a `code-execution` label runs. */
export const executionKinds = ['shell', 'code', 'query-language'] as const;
export type ExecutionKind = (typeof executionKinds)[number];

/** What a `destructive-action` label does. */
export const actionKinds = [
  'delete',
  'overwrite',
  'pay',
  'deploy',
  'permission',
  'configuration',
  'physical',
] as const;
export type ActionKind = (typeof actionKinds)[number];

/** Where a label's evidence comes from, strongest first. */
export const evidenceVias = [
  'policy',
  'code',
  'catalog',
  'config',
  'schema',
  'annotation',
  'description',
  'name',
  'llm',
] as const;
export type EvidenceVia = (typeof evidenceVias)[number];

/** Who can write the untrusted text, widest first. */
export const reaches = ['anyone', 'outsider', 'supply-chain', 'insider'] as const;
export type Reach = (typeof reaches)[number];

/** How much sensitive data one call can reach, widest first. */
export const scopes = ['tenant', 'project', 'record'] as const;
export type Scope = (typeof scopes)[number];

/** Who chooses where a sink sends, most open first. */
export const destinations = [
  'model-chosen',
  'allow-listed',
  'own-organisation',
  'bound',
  'constant',
] as const;
export type Destination = (typeof destinations)[number];

/** What a sink can carry, widest first. */
export const payloads = ['free-text', 'url', 'typed', 'none'] as const;
export type Payload = (typeof payloads)[number];

export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof severities)[number];

export const chainStatuses = ['open', 'gated', 'accepted'] as const;
export type ChainStatus = (typeof chainStatuses)[number];

export const tiers = ['reachable', 'posture'] as const;
export type Tier = (typeof tiers)[number];

export const chainRules = [
  'lethal-trifecta',
  'lethal-trifecta-across',
  'untrusted-to-action',
  'sensitive-to-sink',
  'gate-killer',
  'staged-memory',
] as const;
export type ChainRule = (typeof chainRules)[number];
