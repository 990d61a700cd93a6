import type { Node } from '../model/graph.ts';
import type { SinkLeg } from './legs.ts';
import { states } from './net.ts';
import type { Witness } from './pick.ts';
import type { ReachedSink } from './sinks.ts';
import type { Taint } from './taint.ts';
import { sinkWeight } from './weights.ts';

/** A memory store an agent writes and some run reads later. */
export interface Memory {
  readonly sink: ReachedSink;
  readonly leg: SinkLeg;
}

/**
 * Memory stores that the agent, holding untrusted text, writes directly or through one tool. Only stores known as
 * memory count; ordinary databases connect contexts anyway.
 */
export function memoriesOf(taint: Taint, agent: number, untrusted: Witness): readonly Memory[] {
  const { net } = taint;
  const found: Memory[] = [];
  const visit = (node: number, path: readonly number[]) => {
    const state = 4 * node + states.in;
    for (let move = net.offsets[state] ?? 0; move < (net.offsets[state + 1] ?? 0); move++) {
      const via = net.via[move] ?? -1;
      const edge = net.edges[via];
      const target = (net.targets[move] ?? 0) >> 2;
      const store = net.nodes[target];
      const level = net.levelU[move] ?? 0;
      if (!edge || !store || level === 3) continue;
      if (edge.kind === 'call' && path.length === 0 && net.owner[target] !== 1) visit(target, [via]);
      if (edge.kind !== 'save' || target === untrusted.node || !isLater(taint, agent, target)) continue;
      if (found.some(item => item.sink.node === target)) continue;
      found.push({ sink: { node: target, level, path: [...path, via] }, leg: legOf(store) });
    }
  };
  visit(agent, []);
  return found.sort((a, b) => a.sink.node - b.sink.node);
}

/** Long-lived memory that any run loads, or a conversation's memory that another agent loads. */
function isLater(taint: Taint, agent: number, target: number): boolean {
  const store = taint.net.nodes[target];
  if (store?.kind !== 'store') return false;
  const longLived =
    store.properties.memory === true ||
    store.labels.some(label => label.kind === 'memory' || label.kind === 'history');
  const readers = readersOf(taint, target);
  if (longLived) return readers.length > 0;
  return store.properties.store === 'memory' && readers.some(reader => reader !== agent);
}

function readersOf(taint: Taint, store: number): readonly number[] {
  const { net } = taint;
  const state = 4 * store + states.in;
  const found: number[] = [];
  for (let move = net.offsets[state] ?? 0; move < (net.offsets[state + 1] ?? 0); move++) {
    if (net.edges[net.via[move] ?? -1]?.kind === 'load') found.push((net.targets[move] ?? 0) >> 2);
  }
  return found;
}

function legOf(store: Node): SinkLeg {
  const known = store.labels.find(label => label.label === 'external-sink' && label.kind === 'memory');
  const confidence = Math.max(0.7, ...store.labels.map(label => label.confidence));
  const label = known ?? { label: 'external-sink', kind: 'memory', confidence, evidence: [] };
  return { label, weight: sinkWeight.memory, limits: [], constant: false };
}
