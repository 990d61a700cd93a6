import type { NodeFact } from '../model/fact.ts';
import type { Label } from '../model/label.ts';
import { rounded } from './draft.ts';
import type { Lexical } from './knowledge.ts';

/** What the words of a tool suggest; the server's name helps. An intent only names what another step does. */
export function labelsOfWords(fact: NodeFact, lexical: Lexical | undefined): readonly Label[] {
  if (fact.properties?.intent === true) return [];
  if (!lexical || fact.kind !== 'tool' || fact.name.startsWith('(')) return [];
  const server = fact.properties?.server;
  return lexical({
    name: fact.name,
    ...(fact.description !== undefined && { description: fact.description }),
    ...(fact.parameters && { parameters: fact.parameters }),
    ...(fact.annotations && { annotations: fact.annotations }),
    ...(typeof server === 'string' && { server }),
  });
}

/** The same labels, less sure. */
export function lowered(labels: readonly Label[], factor: number): readonly Label[] {
  return labels.map(label => ({ ...label, confidence: rounded(label.confidence * factor) }));
}
