import type { Barrier } from '../../src/model/graph.ts';
import { gateBarrier } from '../_shared/facts.ts';
import { outgoing, reachable } from '../_shared/wires.ts';
import type { Flow } from './flow.ts';

/** Human input nodes that every way from one node to another passes. */
export function humanInputsBetween(flow: Flow, from: string, to: string): readonly Barrier[] {
  const next = outgoing(flow.app.wires);
  const between = reachable(next, [from]);
  if (!between.has(to)) return [];
  return [...between]
    .filter(id => flow.role(id) === 'gate' && !reachable(next, [from], new Set([id])).has(to))
    .map(id => ({
      ...gateBarrier('human-input', 0.8, 'A person answers before the flow goes on.', flow.at(id)),
      gate: flow.refOf(id),
    }));
}
