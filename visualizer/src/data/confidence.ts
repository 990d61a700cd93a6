import type { Node } from '../../../src/model/graph.ts';
import type { LabelId } from '../../../src/model/vocabulary.ts';

/** Confidence of the surest of these labels on the nodes; 1 without any, for structure is not guessed. */
export function maxConfidence(nodes: readonly Node[], labels: readonly LabelId[]): number {
  const found = nodes.flatMap(node => node.labels.filter(({ label }) => labels.includes(label)));
  return found.length > 0 ? Math.max(...found.map(({ confidence }) => confidence)) : 1;
}
