import type { NodeFact } from '../model/fact.ts';
import type { Evidence, Label } from '../model/label.ts';
import type { LabelId } from '../model/vocabulary.ts';
import { has, rounded, unite, uniteEvidence, withEvidence } from './draft.ts';
import type { CatalogReading } from './from-catalog.ts';
import type { CodeReading } from './from-code.ts';
import { lowered } from './from-words.ts';

/** All evidence of one tool, and what came of it. */
export interface Merged {
  readonly labels: readonly Label[];
  /** Sentences on evidence that disagrees, for reviewers. */
  readonly notes: readonly string[];
}

interface Evidences {
  readonly fact: NodeFact;
  readonly code: CodeReading | undefined;
  readonly catalog: CatalogReading;
  readonly words: readonly Label[];
}

/**
 * Code outranks catalog outranks words. A weaker kind of evidence confirms labels it shares, adds what the stronger
 * kind could not see, and is written down where it disagrees; nothing is lowered without a sentence.
 */
export function merge({ fact, code, catalog, words }: Evidences): Merged {
  const config = fact.labels ?? [];
  if (code) return withCode(fact, code, catalog, words, config);
  if (catalog.labels.length > 0 || catalog.capabilities.length > 0) {
    return { labels: confirmed(unite([...catalog.labels, ...config]), words), notes: [] };
  }
  return { labels: unite([...config, ...words.filter(label => !has(config, label.label))]), notes: [] };
}

function withCode(
  fact: NodeFact,
  code: CodeReading,
  catalog: CatalogReading,
  words: readonly Label[],
  config: readonly Label[],
): Merged {
  const notes: string[] = [];
  const own = code.labels.map(label => (isChange(label) ? claimed(fact, label) : label));
  const fromCatalog = catalog.labels.flatMap(label => {
    if (own.some(one => one.label === label.label && (code.complete || one.confidence >= 0.5))) return [];
    // What little was seen of a body that was not read to its end speaks against nothing.
    if (!code.complete) return [label];
    notes.push(
      `The catalog says ${label.label} (${label.kind}), the source at hand does not: ${code.evidence.detail}.`,
    );
    return [withEvidence({ ...label, confidence: rounded(Math.min(0.4, label.confidence)) }, code.evidence)];
  });
  const known = unite([...own, ...fromCatalog, ...config]);
  if (code.complete) {
    for (const label of words) {
      if (has(known, label.label) || label.confidence < 0.5) continue;
      notes.push(`The words suggest ${label.label} (${label.kind}), but ${code.evidence.detail}.`);
    }
    return { labels: confirmed(known, words), notes };
  }
  // A tool the catalog knows by name needs no guess.
  const isKnown = catalog.capabilities.length > 0;
  const guessed = lowered(
    (isKnown ? [] : words).filter(
      label =>
        !known.some(one => one.label === label.label && one.confidence >= 0.5) &&
        !(code.answered && isSource(label)),
    ),
    0.85,
  );
  return { labels: confirmed(unite([...known, ...guessed]), words), notes };
}

/** Words that say the same are one more reason; the label stays as it is. */
function confirmed(labels: readonly Label[], words: readonly Label[]): readonly Label[] {
  return labels.map(label => {
    const same = words.filter(word => word.label === label.label && word.kind === label.kind);
    return same.length === 0
      ? label
      : {
          ...label,
          evidence: uniteEvidence(
            label.evidence,
            same.flatMap(word => word.evidence),
          ),
        };
  });
}

function isSource(label: Label): boolean {
  return label.label === 'untrusted-input' || label.label === 'sensitive-data';
}

function isChange(label: Label): boolean {
  const changing: readonly LabelId[] = ['external-sink', 'destructive-action', 'code-execution'];
  return changing.includes(label.label) && label.confidence >= 0.5 && label.destination !== 'constant';
}

const readingName =
  /^(?:get|list|read|fetch|search|find|show|view|query|describe|check|lookup|count|retrieve|load)(?:[_\-A-Z]|$)/;

/** What annotation or name claim against the body is shown on the label. */
function claimed(fact: NodeFact, label: Label): Label {
  const claims: Evidence[] = [];
  const doing =
    label.label === 'external-sink'
      ? 'sends'
      : label.label === 'code-execution'
        ? 'runs code'
        : 'changes things';
  if (fact.annotations?.readOnlyHint === true) {
    claims.push({
      via: 'annotation',
      detail: `readOnlyHint says read-only, the body ${doing}`,
      location: fact.at,
    });
  } else if (readingName.test(fact.name) && !['url', 'query', 'dns'].includes(label.kind)) {
    claims.push({ via: 'name', detail: `the name says that it reads, the body ${doing}`, location: fact.at });
  }
  return claims.length > 0 ? withEvidence(label, ...claims) : label;
}
