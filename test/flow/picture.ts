import { analyze, type FlowOptions } from '../../src/flow/analyze.ts';
import { link } from '../../src/link/link.ts';
import type { Chain } from '../../src/model/chain.ts';
import type { Fact, GateFact, NodeFact, RelationFact } from '../../src/model/fact.ts';
import type { Barrier, Graph, Json } from '../../src/model/graph.ts';
import type { Label } from '../../src/model/label.ts';
import type { NodeKind, RelationKind } from '../../src/model/vocabulary.ts';

const file = 'app/desk.ts';
const evidence = [{ via: 'code', detail: 'seen in the body' }] as const;

/** Label makers with sure defaults. */
export const untrusted = (kind: Label['kind'] = 'ticket', extra: Partial<Label> = {}): Label => ({
  label: 'untrusted-input',
  kind,
  reach: 'anyone',
  confidence: 0.9,
  evidence,
  ...extra,
});
export const sensitive = (kind: Label['kind'] = 'database', extra: Partial<Label> = {}): Label => ({
  label: 'sensitive-data',
  kind,
  scope: 'tenant',
  confidence: 0.9,
  evidence,
  ...extra,
});
export const sink = (kind: Label['kind'] = 'email', extra: Partial<Label> = {}): Label => ({
  label: 'external-sink',
  kind,
  destination: 'model-chosen',
  payload: 'free-text',
  confidence: 0.9,
  evidence,
  ...extra,
});
export const action = (kind: Label['kind'] = 'pay', extra: Partial<Label> = {}): Label => ({
  label: 'destructive-action',
  kind,
  confidence: 0.9,
  evidence,
  ...extra,
});
export const runsCode = (extra: Partial<Label> = {}): Label => ({
  label: 'code-execution',
  kind: 'shell',
  confidence: 0.9,
  evidence,
  ...extra,
});

export const approval: Barrier = {
  kind: 'gate',
  mechanism: 'needs_approval',
  credit: 0.8,
  cut: false,
  detail: 'A person sees each call with its arguments.',
};

export interface NodeExtra {
  readonly properties?: { readonly [key: string]: Json };
  readonly file?: string;
  readonly line?: number;
}

/** A node fact; the ref is the name. */
export function node(
  kind: NodeKind,
  name: string,
  labels: readonly Label[] = [],
  extra: NodeExtra = {},
): NodeFact {
  return {
    fact: 'node',
    ref: name,
    kind,
    name,
    framework: 'test',
    at: { file: extra.file ?? file, line: extra.line ?? 1 },
    labels,
    ...(extra.properties && { properties: extra.properties }),
  };
}

/** A relation fact between names. */
export function rel(
  from: string,
  kind: RelationKind,
  to: string,
  extra: Partial<RelationFact> = {},
): RelationFact {
  return { fact: 'relation', kind, from, to, at: { file, line: 1 }, ...extra };
}

/** A gate on tools by name. */
export function gate(
  scope: string,
  guards: readonly string[] | '*',
  extra: Partial<GateFact> = {},
): GateFact {
  return {
    fact: 'gate',
    ref: `gate-${scope}`,
    name: 'asks first',
    framework: 'test',
    at: { file, line: 2 },
    scope,
    guards,
    barrier: approval,
    ...extra,
  };
}

/** An agent with its own tools, one fact list. */
export function agentWith(
  name: string,
  tools: { readonly [tool: string]: readonly Label[] },
): readonly Fact[] {
  return [
    node('agent', name),
    ...Object.entries(tools).flatMap(([tool, labels]) => [
      node('tool', tool, labels),
      rel(name, 'uses', tool),
    ]),
  ];
}

export const graphOf = (facts: readonly Fact[]): Graph => link(facts).graph;

export const chainsOf = (facts: readonly Fact[], options: FlowOptions = {}): readonly Chain[] =>
  analyze(graphOf(facts), options).chains;

/** `rule agent<untrusted+sensitive>sink status`, sorted: what a test reads at a glance. */
export function told(facts: readonly Fact[]): readonly string[] {
  return chainsOf(facts).map(tell).sort();
}

export function tell(chain: Chain): string {
  const name = (id: string | undefined) => id?.split(':').at(-1) ?? '-';
  const legs = `${name(chain.untrusted)}+${name(chain.sensitive)}`;
  return `${chain.rule} ${name(chain.context)}<${legs}>${name(chain.sink)} ${chain.status}`;
}
