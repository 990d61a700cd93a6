import type { Evidence, Label } from '../model/label.ts';
import {
  destinations,
  evidenceVias,
  type LabelId,
  labelIds,
  payloads,
  reaches,
  scopes,
} from '../model/vocabulary.ts';

/** Keeps confidences readable and reports equal on all machines. */
export const rounded = (value: number): number =>
  Math.round(Math.min(0.99, Math.max(0.05, value)) * 100) / 100;

const maxEvidence = 6;

/**
 * Labels of one piece of evidence put together, one per id and kind: widest attributes, highest confidence, all
 * evidence. Sorted by id and kind.
 */
export function unite(labels: readonly Label[]): readonly Label[] {
  const out = new Map<string, Label>();
  for (const label of labels) {
    const key = `${label.label}/${label.kind}`;
    const before = out.get(key);
    out.set(key, before ? wider(before, label) : label);
  }
  return [...out.values()].sort(byWeight);
}

function byWeight(a: Label, b: Label): number {
  return (
    labelIds.indexOf(a.label) - labelIds.indexOf(b.label) || (a.kind < b.kind ? -1 : Number(a.kind > b.kind))
  );
}

function wider(a: Label, b: Label): Label {
  // The attributes of a much surer label stand: a guess does not open what was read to be closed.
  const [sure, other] = a.confidence >= b.confidence ? [a, b] : [b, a];
  const both = sure.confidence - other.confidence < 0.3 ? [sure, other] : [sure];
  const widest = <T extends string>(
    order: readonly T[],
    pick: (label: Label) => T | undefined,
  ): T | undefined => {
    const given = both.flatMap(label => pick(label) ?? []);
    return order.find(word => given.includes(word)) ?? pick(other);
  };
  const reach = widest(reaches, label => label.reach);
  const scope = widest(scopes, label => label.scope);
  const destination = widest(destinations, label => label.destination);
  const payload = widest(payloads, label => label.payload);
  return {
    label: a.label,
    kind: a.kind,
    confidence: sure.confidence,
    ...(reach && { reach }),
    ...(scope && { scope }),
    ...(destination && { destination }),
    ...(payload && { payload }),
    evidence: uniteEvidence(a.evidence, b.evidence),
  };
}

/** Evidence without repeats, strongest kind first. */
export function uniteEvidence(...lists: readonly (readonly Evidence[])[]): readonly Evidence[] {
  const seen = new Map<string, Evidence>();
  for (const one of lists.flat()) seen.set(`${one.via}\0${one.detail}\0${one.location?.line ?? ''}`, one);
  return [...seen.values()]
    .sort((a, b) => evidenceVias.indexOf(a.via) - evidenceVias.indexOf(b.via))
    .slice(0, maxEvidence);
}

/** The same label with more evidence, which does not change what it says. */
export function withEvidence(label: Label, ...evidence: readonly Evidence[]): Label {
  return { ...label, evidence: uniteEvidence(label.evidence, evidence) };
}

export function has(labels: readonly Label[], id: LabelId): boolean {
  return labels.some(label => label.label === id);
}
