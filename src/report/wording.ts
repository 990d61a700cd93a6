import type { Chain } from '../model/chain.ts';
import type { Node } from '../model/graph.ts';
import type { Evidence, Label } from '../model/label.ts';
import type { Location } from '../model/location.ts';
import type { Report } from '../model/report.ts';
import type { LabelId } from '../model/vocabulary.ts';
import { clean } from './clean.ts';

/** The three legs of a chain, in the order of the story. */
export const legs = ['untrusted', 'sensitive', 'sink'] as const;
export type Leg = (typeof legs)[number];

/** The label a leg rests on. Families end in an action or in code instead of a sink. */
const legLabels: { readonly [leg in Leg]: readonly LabelId[] } = {
  untrusted: ['untrusted-input'],
  sensitive: ['sensitive-data'],
  sink: ['external-sink', 'code-execution', 'destructive-action'],
};

/** Nodes by id. */
export function indexNodes(report: Report): ReadonlyMap<string, Node> {
  return new Map(report.nodes.map(node => [node.id, node]));
}

/** A node's name, ready to show; the id when the node is unknown. */
export function nameOf(nodes: ReadonlyMap<string, Node>, id: string, limit = 80): string {
  return clean(nodes.get(id)?.name || id, limit);
}

/** `file:line`, with the cell of a notebook, ready to show; empty without a location. */
export function placeOf(location: Location | undefined): string {
  if (!location) return '';
  const cell = location.cell === undefined ? '' : ` (cell ${location.cell})`;
  return `${clean(location.file)}:${location.line}${cell}`;
}

/** The node that plays a leg; families lack some legs. */
export function legNode(chain: Chain, leg: Leg): string | undefined {
  return chain[leg];
}

/** The strongest label of the node that makes it play the leg; code execution and actions stand in where needed. */
export function legLabel(node: Node | undefined, leg: Leg): Label | undefined {
  const strongest = (labels: readonly Label[]): Label | undefined =>
    labels.reduce<Label | undefined>(
      (best, l) => (!best || l.confidence > best.confidence ? l : best),
      undefined,
    );
  for (const id of legLabels[leg]) {
    const found = strongest(node?.labels.filter(label => label.label === id) ?? []);
    if (found) return found;
  }
  return strongest(node?.labels.filter(label => label.label === 'code-execution') ?? []);
}

/** `external-sink/email, model-chosen, free-text`. */
export function describeLabel(label: Label): string {
  const attributes = [label.reach, label.scope, label.destination, label.payload].filter(
    word => word !== undefined,
  );
  return [`${label.label}/${label.kind}`, ...attributes].join(', ');
}

/** `code: body posts the argument 'url' (src/a.ts:3)`. */
export function describeEvidence(evidence: Evidence): string {
  const where = placeOf(evidence.location) || clean(evidence.reference ?? '');
  return `${evidence.via}: ${clean(evidence.detail)}${where ? ` (${where})` : ''}`;
}

/** `1 agent`, `2 agents`, `0 agents`. */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : word.endsWith('s') || word.endsWith('x') ? 'es' : 's'}`;
}
