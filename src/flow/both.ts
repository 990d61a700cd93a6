import { type Net, states } from './net.ts';
import { doubtAt, levelAt, pathTo, type Tree } from './propagate.ts';

/**
 * Where one run holds untrusted text and sensitive data together. Two callers of the same agent start two runs, so it is
 * not enough that both legs reach the agent.
 */
export interface Both {
  /** Per node: barrier level of the best joint run, 3 for none. */
  readonly level: Uint8Array;
  /** Per node: 0 both legs are at home here, 1 untrusted text arrives by the move, 2 sensitive data does, 3 both do. */
  readonly how: Uint8Array;
  /** Per node: the move of `how` 1 to 3. */
  readonly move: Int32Array;
}

/** Moves of both legs into one run of a node. */
export interface Meeting {
  readonly untrusted: readonly number[];
  readonly sensitive: readonly number[];
}

/** Doubt of two legs together, 0 to 6, and the buckets per level. */
const doubts = 7;

/** Joins the two trees: fewest barriers first, then the surer sources. Linear in the moves. */
export function join(net: Net, untrusted: Tree, sensitive: Tree): Both {
  const size = net.nodes.length;
  const level = new Uint8Array(size).fill(3);
  const how = new Uint8Array(size);
  const move = new Int32Array(size).fill(-1);
  const buckets: number[][] = Array.from({ length: 3 * doubts }, () => []);
  const offer = (at: number, doubt: number, node: number, kind: number, by: number) => {
    if (at < 3) buckets[at * doubts + doubt]?.push(node, kind, by);
  };
  for (let node = 0; node < size; node++) {
    const amb = 4 * node + states.amb;
    const doubt = doubtAt(untrusted, amb) + doubtAt(sensitive, amb);
    offer(Math.max(levelAt(untrusted, amb), levelAt(sensitive, amb)), doubt, node, 0, -1);
  }
  for (let next = 0; next < net.run.length; next++) {
    if (net.run[next] !== 1) continue;
    const from = net.sources[next] ?? 0;
    const node = (net.targets[next] ?? 0) >> 2;
    const amb = 4 * node + states.amb;
    const stepU = net.levelU[next] ?? 0;
    const stepS = net.levelS[next] ?? 0;
    const doubtU = doubtAt(untrusted, from) + doubtAt(sensitive, amb);
    const doubtS = doubtAt(sensitive, from) + doubtAt(untrusted, amb);
    offer(Math.max(stepU, levelAt(untrusted, from), levelAt(sensitive, amb)), doubtU, node, 1, next);
    offer(Math.max(stepS, levelAt(sensitive, from), levelAt(untrusted, amb)), doubtS, node, 2, next);
  }
  for (let place = 0; place < buckets.length; place++) {
    const bucket = buckets[place] ?? [];
    const at = Math.trunc(place / doubts);
    for (let i = 0; i < bucket.length; i += 3) {
      const node = bucket[i] ?? 0;
      if ((level[node] ?? 3) < 3) continue;
      level[node] = at;
      how[node] = bucket[i + 1] ?? 0;
      move[node] = bucket[i + 2] ?? -1;
      const state = 4 * node + states.in;
      const end = net.offsets[state + 1] ?? 0;
      for (let next = net.offsets[state] ?? 0; next < end; next++) {
        if (net.run[next] !== 1) continue;
        offer(
          Math.max(at, net.levelU[next] ?? 0, net.levelS[next] ?? 0),
          place % doubts,
          (net.targets[next] ?? 0) >> 2,
          3,
          next,
        );
      }
    }
  }
  return { level, how, move };
}

/** The moves of both legs into the joint run of a node that has one. */
export function meetingAt(net: Net, both: Both, untrusted: Tree, sensitive: Tree, node: number): Meeting {
  const tail: number[] = [];
  let at = node;
  while (both.how[at] === 3) {
    const move = both.move[at] ?? -1;
    tail.unshift(move);
    at = (net.sources[move] ?? 0) >> 2;
  }
  const amb = 4 * at + states.amb;
  const move = both.move[at] ?? -1;
  const from = net.sources[move] ?? 0;
  const u = both.how[at] === 1 ? [...pathTo(net, untrusted, from), move] : pathTo(net, untrusted, amb);
  const s = both.how[at] === 2 ? [...pathTo(net, sensitive, from), move] : pathTo(net, sensitive, amb);
  return { untrusted: [...u, ...tail], sensitive: [...s, ...tail] };
}
