import type { NodeFact } from '../model/fact.ts';
import type { Node } from '../model/graph.ts';
import type { Label } from '../model/label.ts';
import type { Audit, AuditInput, FindingDraft } from './audit.ts';
import { mappings } from './mappings.ts';

/** Tools that declare themselves read-only while their code or the catalog says otherwise. */
export const declaredNotEnforced: Audit = {
  id: 'declared-not-enforced',
  title: 'Tool declared read-only that changes things',
  severity: 'medium',
  tags: ['mcp', 'annotations'],
  mappings: mappings['declared-not-enforced'],
  run,
};

const minConfidence = 0.7;
/** Sinks that leave something behind at their destination. */
const publishing = new Set([
  'email',
  'chat',
  'publish',
  'write-back',
  'calendar',
  'form',
  'payment',
  'package',
  'file-active',
]);

function* run({ facts, graph }: AuditInput): Iterable<FindingDraft> {
  const nodes = new Map(graph.nodes.map(node => [placeOf(node), node]));
  for (const fact of facts) {
    if (fact.fact !== 'node' || fact.kind !== 'tool' || fact.annotations?.readOnlyHint !== true) continue;
    const label = nodes.get(placeOf(fact))?.labels.find(contradicts);
    if (!label) continue;
    const [evidence] = label.evidence.filter(item => item.via === 'code' || item.via === 'catalog');
    yield {
      about: [fact.at.file, fact.name],
      confidence: label.confidence,
      message: `'${fact.name}' declares readOnlyHint, so clients may run it without asking; it is ${label.label}/${label.kind}: ${evidence?.detail ?? ''}`,
      location: fact.at,
      ...(evidence?.location && {
        related: [{ location: evidence.location, message: 'this is what it does' }],
      }),
    };
  }
}

function contradicts(label: Label): boolean {
  if (
    label.confidence < minConfidence ||
    !label.evidence.some(item => item.via === 'code' || item.via === 'catalog')
  )
    return false;
  if (label.label === 'destructive-action') return true;
  return label.label === 'external-sink' && publishing.has(label.kind);
}

function placeOf(item: Node | NodeFact): string {
  const at = 'location' in item ? item.location : 'at' in item ? item.at : undefined;
  return `${item.kind}\0${item.name}\0${at?.file ?? ''}\0${at?.line ?? 0}`;
}
