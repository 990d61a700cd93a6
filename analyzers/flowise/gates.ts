import type { Barrier } from '../../src/model/graph.ts';
import type { Location } from '../../src/model/location.ts';
import { gateBarrier } from '../_shared/facts.ts';
import { outgoing, reachable } from '../_shared/wires.ts';
import type { Flow } from './flow.ts';

/** Barrier of a tool that waits for a person before it runs; the person sees the call. */
export function approvalOf(tool: string, at: Location): Barrier {
  return gateBarrier('requiresHumanInput', 0.8, `A person confirms each call of ${tool}.`, at);
}

/** Human input nodes that every way from one node to another passes. */
export function humanInputsBetween(flow: Flow, from: string, to: string): readonly Barrier[] {
  const next = outgoing(flow.export.wires);
  const between = reachable(next, [from]);
  const gates = [...between].filter(
    id => flow.role(id) === 'gate' && !reachable(next, [from], new Set([id])).has(to),
  );
  return gates.map(id => {
    const barrier = gateBarrier(
      'humanInputAgentflow',
      0.8,
      'A person proceeds or rejects before the flow goes on.',
      flow.at(id),
    );
    return { ...barrier, gate: flow.refOf(id) };
  });
}
