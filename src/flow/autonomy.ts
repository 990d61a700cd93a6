import type { Node } from '../model/graph.ts';
import { type Net, states } from './net.ts';

const passes = new Set<string>(['input', 'handoff', 'call']);

/**
 * Marks nodes whose runs start without a person watching: by a trigger that is not a person (`properties.interactive`
 * is not true and it is not labelled as a user's turn), or by an agent
 * whose properties say so: `approval: 'off'`, `autoApprove: true`, `autonomous: true`.
 */
export function unattended(net: Net): Uint8Array {
  const marked = new Uint8Array(net.nodes.length);
  const queue: number[] = [];
  net.nodes.forEach((node, index) => {
    if (isUnwatched(node)) queue.push(index);
  });
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (marked[node] === 1) continue;
    marked[node] = 1;
    const state = 4 * node + states.in;
    for (let move = net.offsets[state] ?? 0; move < (net.offsets[state + 1] ?? 0); move++) {
      const edge = net.edges[net.via[move] ?? -1];
      const target = (net.targets[move] ?? 0) >> 2;
      if (edge && passes.has(edge.kind) && marked[target] !== 1) queue.push(target);
    }
  }
  return marked;
}

/** Whether a person takes part in what this node starts. */
function isUnwatched(node: Node): boolean {
  if (node.kind === 'agent')
    return node.properties.approval === 'off' || node.properties.autoApprove === true;
  if (node.kind !== 'trigger' || node.properties.interactive === true) return false;
  const words = node.labels.filter(label => label.label === 'untrusted-input').map(label => label.kind);
  return words.length === 0 || words.some(kind => kind !== 'user' && kind !== 'url-parameter');
}
