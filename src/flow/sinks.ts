import { levelOf } from './credit.ts';
import type { Net } from './net.ts';
import { states } from './net.ts';

/** A node that an agent can make act, and how. */
export interface ReachedSink {
  readonly node: number;
  /** Barrier level of the easiest way, 0 to 2. */
  readonly level: number;
  /** Edge indices from the agent to the node; empty when the agent itself is the sink. */
  readonly path: readonly number[];
}

const outward = new Set<string>(['call', 'emit', 'save', 'handoff']);

/**
 * Nodes with a sink or action label that an agent's output gets to without another agent deciding in between: its
 * tools, stores and renderers, what these write to, and later fixed steps of its workflow. Ordered by node.
 */
export function sinksOf(net: Net, agent: number, killed: boolean): readonly ReachedSink[] {
  const next = new Map<number, number>();
  const level = new Map<number, number>();
  const queues: number[][] = [[agent, -1], [], []];
  for (let at = 0; at < 3; at++) {
    const queue = queues[at] ?? [];
    for (let i = 0; i < queue.length; i += 2) {
      const node = queue[i] ?? 0;
      if (level.has(node)) continue;
      level.set(node, at);
      next.set(node, queue[i + 1] ?? -1);
      if (node !== agent && net.owner[node] === 1) continue;
      const state = 4 * node + states.in;
      for (let move = net.offsets[state] ?? 0; move < (net.offsets[state + 1] ?? 0); move++) {
        const edge = net.edges[net.via[move] ?? -1];
        const target = (net.targets[move] ?? 0) >> 2;
        if (!edge || !outward.has(edge.kind) || level.has(target)) continue;
        const step = levelOf(edge.barriers, 'sink', killed && node === agent);
        if (step < 3) queues[Math.max(at, step)]?.push(target, net.via[move] ?? -1);
      }
    }
  }
  const found: ReachedSink[] = [];
  for (const [node, reached] of level) {
    const legs = net.legs[node];
    if (!legs || (node !== agent && net.owner[node] === 1)) continue;
    if (legs.sinks.length + legs.actions.length > 0)
      found.push({ node, level: reached, path: pathOf(net, next, node) });
  }
  return found.sort((a, b) => a.node - b.node);
}

function pathOf(net: Net, next: ReadonlyMap<number, number>, node: number): readonly number[] {
  const path: number[] = [];
  let edge = next.get(node) ?? -1;
  while (edge >= 0) {
    path.push(edge);
    edge = next.get(net.indexOf.get(net.edges[edge]?.from ?? '') ?? -1) ?? -1;
  }
  return path.reverse();
}
