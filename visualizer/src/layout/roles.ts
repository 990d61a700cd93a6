import type { Node } from '../../../src/model/graph.ts';
import type { Ranks } from './rank.ts';
import { type Lane, lanes } from './types.ts';

const laneOfLabel = {
  'untrusted-input': 'untrusted',
  'sensitive-data': 'sensitive',
  'external-sink': 'ways-out',
  'code-execution': 'ways-out',
  'destructive-action': 'ways-out',
} as const;

const laneOfLeg = { untrusted: 'untrusted', sensitive: 'sensitive', sink: 'ways-out' } as const;

/**
 * Lanes a node is drawn in, left to right: one per role it plays by label or in a chain, so that each lane lists
 * everything of its kind. What runs stands in its own lane only; a node without a role is a part of it.
 */
export function lanesOf(node: Node, ranks: Ranks): readonly Lane[] {
  if (isHead(node, ranks)) return ['agents'];
  const found = new Set<Lane>(node.labels.map(({ label }) => laneOfLabel[label]));
  for (const leg of ranks.roles.get(node.id) ?? []) found.add(laneOfLeg[leg]);
  return found.size === 0 ? ['agents'] : lanes.filter(lane => found.has(lane));
}

/** Agents, workflows, and whatever else has a context of its own (a server that stands for its unknown client). */
function isHead(node: Node, ranks: Ranks): boolean {
  return node.kind === 'agent' || node.kind === 'workflow' || ranks.owners.has(node.id);
}

/** True for a node that hangs below its agent. */
export function isPart(node: Node, lane: Lane, ranks: Ranks): boolean {
  return lane === 'agents' && !isHead(node, ranks);
}
