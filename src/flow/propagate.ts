import { doubtOf } from './legs.ts';
import type { Net } from './net.ts';
import { states } from './net.ts';

/** Not reached. */
export const unreached = 255;

/**
 * Strengths per level, a power of two: sure sources before likely ones before guesses, then the heavier, so each state
 * remembers the best source that reaches it.
 */
export const classes = 16;

/** Best way of one leg to every state. */
export interface Tree {
  /** `level * classes + class`, `unreached` where the leg does not get. */
  readonly key: Uint8Array;
  /** Move that reached the state; -1 at its source. */
  readonly move: Int32Array;
}

export type SourceName = 'untrusted' | 'sensitive';

/** Barrier level of the best way, 0 to 2; 3 when not reached. */
export function levelAt(tree: Tree, state: number): number {
  const key = tree.key[state] ?? unreached;
  return key === unreached ? 3 : Math.trunc(key / classes);
}

/** Doubt of the source that reaches the state, 0 to 3. */
export function doubtAt(tree: Tree, state: number): number {
  const key = tree.key[state] ?? unreached;
  return key === unreached ? 3 : (key % classes) >> 2;
}

/** Strength class of each node as a source, -1 for none: 0 the heaviest sure one, from 4 those of insiders, from 8 likely ones, from 12 guesses. */
export function classesOf(net: Net, leg: SourceName): Int8Array {
  const found = new Int8Array(net.nodes.length).fill(-1);
  net.legs.forEach((legs, node) => {
    const source = legs[leg];
    if (!source) return;
    const { weight } = source;
    const strength = weight > 0.94 ? 0 : weight > 0.79 ? 1 : weight > 0.59 ? 2 : 3;
    found[node] = strength + 4 * doubtOf(source.label);
  });
  return found;
}

/**
 * Spreads one leg over the net: fewest barriers first, then the strongest source, then the fewest moves. Linear in the
 * moves: every state is settled once, in bucket order.
 */
export function propagate(net: Net, leg: SourceName): Tree {
  const size = net.nodes.length * 4;
  const key = new Uint8Array(size).fill(unreached);
  const move = new Int32Array(size).fill(-1);
  const levels = leg === 'untrusted' ? net.levelU : net.levelS;
  const strength = classesOf(net, leg);
  const buckets: number[][] = Array.from({ length: 3 * classes }, () => []);
  for (let node = 0; node < strength.length; node++) {
    const found = strength[node] ?? -1;
    if (found >= 0) buckets[found]?.push(4 * node + states.base, -1);
  }
  for (let at = 0; at < buckets.length; at++) {
    const bucket = buckets[at] ?? [];
    for (let i = 0; i < bucket.length; i += 2) {
      const state = bucket[i] ?? 0;
      if (key[state] !== unreached) continue;
      key[state] = at;
      move[state] = bucket[i + 1] ?? -1;
      const end = net.offsets[state + 1] ?? 0;
      for (let next = net.offsets[state] ?? 0; next < end; next++) {
        const target = net.targets[next] ?? 0;
        const level = levels[next] ?? 0;
        if (level === 3 || key[target] !== unreached) continue;
        buckets[Math.max(level, Math.trunc(at / classes)) * classes + (at % classes)]?.push(target, next);
      }
    }
    buckets[at] = [];
  }
  return { key, move };
}

/** Moves from the source to the state, in order. */
export function pathTo(net: Net, tree: Tree, state: number): readonly number[] {
  const path: number[] = [];
  for (let move = tree.move[state] ?? -1; move >= 0; move = tree.move[net.sources[move] ?? 0] ?? -1)
    path.push(move);
  return path.reverse();
}

/** Node index of the source whose leg reaches the state. */
export function sourceOf(net: Net, tree: Tree, state: number): number {
  let at = state;
  for (let move = tree.move[at] ?? -1; move >= 0; move = tree.move[at] ?? -1) at = net.sources[move] ?? 0;
  return at >> 2;
}
