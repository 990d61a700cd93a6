import type { Fact, GapFact, NodeFact, RelationFact } from '../../src/model/fact.ts';
import type { Barrier, GapReason } from '../../src/model/graph.ts';
import type { Label } from '../../src/model/label.ts';
import type { Location } from '../../src/model/location.ts';
import type {
  Destination,
  Payload,
  Reach,
  RelationKind,
  Scope,
  SensitiveKind,
  SinkKind,
  UntrustedKind,
} from '../../src/model/vocabulary.ts';

/** A relation fact; `extra` adds what limits it. */
export function relate(
  kind: RelationKind,
  from: string,
  to: string,
  at: Location,
  extra: Partial<Pick<RelationFact, 'carries' | 'conditional' | 'barriers' | 'properties'>> = {},
): RelationFact {
  return { fact: 'relation', kind, from, to, at, ...extra };
}

/** A gap fact. */
export function gap(reason: GapReason, at: Location, detail: string, affects?: readonly string[]): GapFact {
  return { fact: 'gap', reason, at, detail, ...(affects && { affects }) };
}

/** Evidence of a label that the configuration states itself. */
interface Reason {
  readonly detail: string;
  readonly at?: Location;
  readonly confidence?: number;
}

/** `untrusted-input` known from configuration; confidence 0.9 unless given. */
export function untrusted(kind: UntrustedKind, reach: Reach, reason: Reason): Label {
  return { label: 'untrusted-input', kind, reach, ...because(reason) };
}

/** `sensitive-data` known from configuration; confidence 0.9 unless given. */
export function sensitive(kind: SensitiveKind, scope: Scope, reason: Reason): Label {
  return { label: 'sensitive-data', kind, scope, ...because(reason) };
}

/** `external-sink` known from configuration; confidence 0.9 unless given. */
export function sink(kind: SinkKind, destination: Destination, payload: Payload, reason: Reason): Label {
  return { label: 'external-sink', kind, destination, payload, ...because(reason) };
}

function because(reason: Reason): Pick<Label, 'confidence' | 'evidence'> {
  const { detail, at } = reason;
  return {
    confidence: reason.confidence ?? 0.9,
    evidence: [{ via: 'config', detail, ...(at && { location: at }) }],
  };
}

/** A barrier where someone or something decides; `credit` 1 cuts the step. */
export function gateBarrier(mechanism: string, credit: number, detail: string, location: Location): Barrier {
  return { kind: 'gate', mechanism, credit, cut: credit >= 1, detail, location };
}

/** Drops repeated nodes (first wins) and repeated relations, keeping the order. */
export function distinct(facts: readonly Fact[]): readonly Fact[] {
  const seen = new Set<string>();
  return facts.filter(fact => {
    if (fact.fact === 'gap' || fact.fact === 'gate') return true;
    const key = fact.fact === 'node' ? `n ${fact.ref}` : `r ${fact.kind} ${fact.from}\u0000${fact.to}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Shortens text for descriptions and details; `length` in characters. */
export function clip(text: string, length = 400): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

/** The description entry of a node fact, absent for empty text. */
export function describe(text: string | undefined): Pick<NodeFact, 'description'> {
  const trimmed = text?.trim();
  return trimmed ? { description: clip(trimmed) } : {};
}
