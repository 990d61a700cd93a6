import type { Evidence, Label } from '../model/label.ts';
import { destinations, payloads, reaches, scopes } from '../model/vocabulary.ts';
import type { CapabilityLabel, CapabilityRow } from './types.ts';

/** Confidence of a label whose capability row says nothing else. */
const usualCertainty = 0.95;

/**
 * Labels of capability words, one per label and kind, each with the widest attributes and highest confidence, sorted.
 * `reason` says why the words apply (`npm:x is in the catalog`); `reference` is a URL. Unknown words give nothing.
 */
export function labelsOf(
  words: readonly string[],
  policy: (word: string) => CapabilityRow | undefined,
  reason: string,
  reference: string | undefined,
): readonly Label[] {
  const merged = new Map<string, Label>();
  for (const word of [...new Set(words)].sort()) {
    const row = policy(word);
    for (const given of row?.labels ?? []) {
      const key = `${given.label}/${given.kind}`;
      const label = toLabel(given, {
        via: 'catalog',
        detail: `${reason}: ${word}. ${row?.why ?? ''}`.trim(),
        ...(reference !== undefined && { reference }),
      });
      const before = merged.get(key);
      merged.set(key, before ? wider(before, label) : label);
    }
  }
  return [...merged.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, label]) => label);
}

/** A policy label with its evidence. */
export function toLabel(given: CapabilityLabel, evidence: Evidence): Label {
  const { certainty, ...label } = given;
  return { ...label, confidence: certainty ?? usualCertainty, evidence: [evidence] };
}

function wider(a: Label, b: Label): Label {
  const reach = first(reaches, a.reach, b.reach);
  const scope = first(scopes, a.scope, b.scope);
  const destination = first(destinations, a.destination, b.destination);
  const payload = first(payloads, a.payload, b.payload);
  return {
    label: a.label,
    kind: a.kind,
    confidence: Math.max(a.confidence, b.confidence),
    ...(reach && { reach }),
    ...(scope && { scope }),
    ...(destination && { destination }),
    ...(payload && { payload }),
    evidence: [...a.evidence, ...b.evidence],
  };
}

/** Of two words the one that stands first in a list sorted from wide to narrow. */
function first<T extends string>(order: readonly T[], a: T | undefined, b: T | undefined): T | undefined {
  return order.find(word => word === a || word === b);
}
