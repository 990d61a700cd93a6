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

/** A way to a sink that passes a node where more data joins. */
export interface Detour {
  readonly through: number;
  readonly sink: ReachedSink;
}

const outward = new Set<string>(['call', 'emit', 'save', 'handoff']);

/** Nodes on the way looked at for data that joins there; more would be the same story again. */
const mostDetours = 500;

/**
 * Nodes with a sink or action label that an agent's output gets to without another agent deciding in between: its
 * tools, stores and renderers, what these write to, and later fixed steps of its workflow. Ordered by node.
 */
export function sinksOf(net: Net, agent: number, killed: boolean): readonly ReachedSink[] {
  return sinksAmong(net, agent, search(net, agent, agent, killed));
}

/** Ways to sinks by each node after the agent that `joins`, that node itself included. Ordered by node, then sink. */
export function detoursOf(
  net: Net,
  agent: number,
  killed: boolean,
  joins: (node: number) => boolean,
): readonly Detour[] {
  const first = search(net, agent, agent, killed);
  const places = [...first.level.keys()].filter(
    node => node !== agent && net.owner[node] !== 1 && joins(node),
  );
  return places
    .sort((a, b) => a - b)
    .slice(0, mostDetours)
    .flatMap(through => {
      const start = pathOf(net, first, through);
      const level = first.level.get(through) ?? 0;
      return sinksAmong(net, agent, search(net, through, agent, killed)).map(sink => ({
        through,
        sink: { ...sink, level: Math.max(level, sink.level), path: [...start, ...sink.path] },
      }));
    });
}

interface Reached {
  readonly level: ReadonlyMap<number, number>;
  /** Edge that reached each node, -1 at the start. */
  readonly by: ReadonlyMap<number, number>;
}

function search(net: Net, start: number, agent: number, killed: boolean): Reached {
  const by = new Map<number, number>();
  const level = new Map<number, number>();
  const queues: number[][] = [[start, -1], [], []];
  for (let at = 0; at < 3; at++) {
    const queue = queues[at] ?? [];
    for (let i = 0; i < queue.length; i += 2) {
      const node = queue[i] ?? 0;
      if (level.has(node)) continue;
      level.set(node, at);
      by.set(node, queue[i + 1] ?? -1);
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
  return { level, by };
}

function sinksAmong(net: Net, agent: number, reached: Reached): readonly ReachedSink[] {
  const found: ReachedSink[] = [];
  for (const [node, level] of reached.level) {
    const legs = net.legs[node];
    if (!legs || (node !== agent && net.owner[node] === 1)) continue;
    if (legs.sinks.length + legs.actions.length > 0)
      found.push({ node, level, path: pathOf(net, reached, node) });
  }
  return found.sort((a, b) => a.node - b.node);
}

function pathOf(net: Net, reached: Reached, node: number): readonly number[] {
  const path: number[] = [];
  let edge = reached.by.get(node) ?? -1;
  while (edge >= 0) {
    path.push(edge);
    edge = reached.by.get(net.indexOf.get(net.edges[edge]?.from ?? '') ?? -1) ?? -1;
  }
  return path.reverse();
}
