import type { Barrier, Node } from '../model/graph.ts';
import type { Label } from '../model/label.ts';
import {
  type ActionKind,
  actionKinds,
  type SensitiveKind,
  type SinkKind,
  sensitiveKinds,
  sinkKinds,
} from '../model/vocabulary.ts';
import {
  actionImpact,
  destinationCredit,
  exposureOf,
  filesImpact,
  gravestActions,
  impactOf,
  readableByOutsiders,
  scopeFactor,
  sinkWeight,
  typedCredit,
} from './weights.ts';

/** A node as a source of untrusted text or of sensitive data. */
export interface SourceLeg {
  readonly label: Label;
  /** Exposure of untrusted text, impact of sensitive data; 0 to 1. */
  readonly weight: number;
}

/** A node as a way out, or as an action when `action` is set. */
export interface SinkLeg {
  readonly label: Label;
  readonly weight: number;
  /** What the sink's own form is worth as a gate (bound recipient, typed argument). */
  readonly limits: readonly Barrier[];
  /** The destination is fixed and outsiders cannot read it: never the end of a trifecta. */
  readonly constant: boolean;
  readonly action?: { readonly impact: number; readonly grave: boolean; readonly configuration: boolean };
}

/** Everything a node can be in a chain, best first. */
export interface Legs {
  readonly untrusted: SourceLeg | undefined;
  readonly sensitive: SourceLeg | undefined;
  readonly sinks: readonly SinkLeg[];
  readonly actions: readonly SinkLeg[];
}

/** Most nodes of a large graph have no label. */
const noLegs: Legs = { untrusted: undefined, sensitive: undefined, sinks: [], actions: [] };

/** Labels of a node read as legs. `code-execution` stands for all three unless its sandbox says otherwise. */
export function legsOf(node: Node): Legs {
  if (node.labels.length === 0) return noLegs;
  const labels = [...node.labels, ...implied(node), ...writtenBack(node)];
  const publicData = node.properties.readers === 'public';
  const untrusted = labels.filter(label => label.label === 'untrusted-input').map(untrustedLeg);
  const sensitive = publicData ? [] : labels.filter(isSecretEnough).map(sensitiveLeg);
  const sinks = labels
    .filter(label => label.label === 'external-sink' && label.payload !== 'none')
    .map(sinkLeg);
  // Code that reaches neither network nor files acts on nothing.
  const idle = node.properties.sandbox === 'isolated';
  const actions = labels
    .filter(label => isAction(label) && !(idle && label.label === 'code-execution'))
    .map(actionLeg);
  return {
    untrusted: untrusted.sort(better)[0],
    sensitive: sensitive.sort(better)[0],
    sinks: sinks.sort(better),
    actions: actions.sort(better),
  };
}

/** Certain labels first, then the heavier one, then the surer one. */
export function better(a: SourceLeg, b: SourceLeg): number {
  return (
    Number(isUncertain(a.label)) - Number(isUncertain(b.label)) ||
    b.weight * openness(b) - a.weight * openness(a) ||
    b.label.confidence - a.label.confidence ||
    (a.label.kind < b.label.kind ? -1 : a.label.kind > b.label.kind ? 1 : 0)
  );
}

/** Two labels below this confidence cannot make a reachable chain. */
export const isUncertain = (label: Label): boolean => label.confidence < 0.5;

/**
 * 0 for a sure role, 2 for a likely one, 3 for a guess. A likely role gives way to a sure one, even of another agent; and
 * text that only insiders or suppliers write (1) to text that anybody can.
 */
export function doubtOf(label: Label): 0 | 1 | 2 | 3 {
  if (isUncertain(label)) return 3;
  if (label.confidence < likely) return 2;
  return label.reach === 'supply-chain' || label.reach === 'insider' ? 1 : 0;
}

const likely = 0.7;

function openness(leg: SourceLeg | SinkLeg): number {
  if (!('limits' in leg)) return 1;
  return leg.limits.reduce((share, limit) => share * (1 - limit.credit), 1);
}

/** The system prompt alone is worth reading, not worth an alarm. */
const isSecretEnough = (label: Label): boolean => label.label === 'sensitive-data' && label.kind !== 'prompt';

const isAction = (label: Label): boolean =>
  label.label === 'destructive-action' || label.label === 'code-execution';

function untrustedLeg(label: Label): SourceLeg {
  return { label, weight: exposureOf[label.reach ?? 'anyone'] };
}

function sensitiveLeg(label: Label): SourceLeg {
  const kind = sensitiveKinds.find(word => word === label.kind) satisfies SensitiveKind | undefined;
  const scope = label.scope ?? 'tenant';
  if (kind === 'filesystem') return { label, weight: filesImpact[scope] };
  return { label, weight: (kind ? impactOf[kind] : 0.8) * scopeFactor[scope] };
}

function sinkLeg(label: Label): SinkLeg {
  const kind: SinkKind = sinkKinds.find(word => word === label.kind) ?? 'network';
  const destination = label.destination ?? 'model-chosen';
  // Where only a guess says that others read along: what goes to one fixed place may well stay at home.
  // Only of somebody else's server it is sure that they do.
  const guessed = isUncertain(label) && kind !== 'third-party-tool';
  const readable = readableByOutsiders.includes(kind) && !guessed;
  const limits: Barrier[] = [];
  // A fixed place that outsiders read as well keeps nothing back.
  const fixed = destination === 'constant' || destination === 'bound';
  const credit = readable && fixed ? 0 : destinationCredit[destination];
  if (credit > 0)
    limits.push(limit(`${destination} destination`, credit, `The destination is ${destination}.`));
  if (label.payload === 'typed') {
    limits.push(limit('typed payload', typedCredit, 'The call takes only checked values, no free text.'));
  }
  return { label, weight: sinkWeight[kind], limits, constant: destination === 'constant' && !readable };
}

function actionLeg(label: Label): SinkLeg {
  const kind: ActionKind | undefined = actionKinds.find(word => word === label.kind);
  const runsCode = label.label === 'code-execution';
  const impact = kind ? actionImpact[kind] : 1;
  const grave = runsCode || (kind !== undefined && gravestActions.includes(kind));
  const action = { impact, grave, configuration: kind === 'configuration' };
  return { label, weight: impact, limits: [], constant: false, action };
}

function limit(mechanism: string, credit: number, detail: string): Barrier {
  return { kind: 'sanitizer', mechanism, credit, cut: false, detail };
}

/**
 * Free statements on a store that outsiders have written into: the thread that holds their text takes the answer, too, and
 * they read it there.
 */
function writtenBack(node: Node): readonly Label[] {
  const has = (test: (label: Label) => boolean) => node.labels.find(test);
  const rows = has(label => label.label === 'untrusted-input' && label.kind === 'database-row');
  const writes = has(label => label.label === 'destructive-action' && label.kind === 'overwrite');
  const free = has(label => label.label === 'code-execution' && label.kind === 'query-language');
  if (!rows || !writes || !free || has(label => label.label === 'external-sink')) return [];
  const confidence = Math.min(rows.confidence, writes.confidence, free.confidence);
  const { evidence } = free;
  return [
    {
      label: 'external-sink',
      kind: 'write-back',
      destination: 'model-chosen',
      payload: 'free-text',
      confidence,
      evidence,
    },
  ];
}

/**
 * What running code or shell commands stands for. `properties.sandbox`: `isolated` (neither network nor the host's
 * files) implies nothing, `no-network` only reading, `network` (its own files, open network) only text from outside and
 * a way out; anything else all three.
 */
function implied(node: Node): readonly Label[] {
  const runner = node.labels
    .filter(label => label.label === 'code-execution' && label.kind !== 'query-language')
    .sort((a, b) => b.confidence - a.confidence)[0];
  const sandbox = node.properties.sandbox;
  if (!runner || sandbox === 'isolated') return [];
  const confidence = Math.round(runner.confidence * 90) / 100;
  const evidence = runner.evidence;
  const has = (id: Label['label']) => node.labels.some(label => label.label === id);
  const found: Label[] = [];
  if (sandbox !== 'no-network' && !has('untrusted-input')) {
    found.push({ label: 'untrusted-input', kind: 'web', reach: 'anyone', confidence, evidence });
  }
  if (sandbox !== 'network' && !has('sensitive-data')) {
    found.push({ label: 'sensitive-data', kind: 'filesystem', scope: 'tenant', confidence, evidence });
  }
  if (sandbox !== 'no-network' && !has('external-sink')) {
    const open = { destination: 'model-chosen', payload: 'free-text' } as const;
    found.push({ label: 'external-sink', kind: 'network', ...open, confidence, evidence });
  }
  return found;
}
