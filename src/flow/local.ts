import type { SourceLeg } from './legs.ts';
import { better } from './legs.ts';
import { type Backward, type Net, states } from './net.ts';
import type { SourceName } from './propagate.ts';

/** A source in reach of an agent without passing through another agent. */
export interface LocalSource {
  readonly node: number;
  readonly leg: SourceLeg;
  readonly level: number;
  /** Moves from the source into the agent. */
  readonly path: readonly number[];
  /** Move that starts the run it comes in by; -1 when it is there in every run. */
  readonly run: number;
}

/** Search from one agent backwards; arrays are reused from agent to agent. */
export class LocalSearch {
  readonly #net: Net;
  readonly #back: Backward;
  readonly #stamp: Int32Array;
  readonly #next: Int32Array;
  #turn = 0;

  constructor(net: Net, back: Backward) {
    this.#net = net;
    this.#back = back;
    this.#stamp = new Int32Array(net.nodes.length * 4);
    this.#next = new Int32Array(net.nodes.length * 4);
  }

  /** Sources of one leg around the agent, best first. */
  sources(agent: number, leg: SourceName): readonly LocalSource[] {
    const net = this.#net;
    const levels = leg === 'untrusted' ? net.levelU : net.levelS;
    const home = new Set([0, 1, 3].map(state => 4 * agent + state));
    const buckets: number[][] = [[], [], []];
    const turn = ++this.#turn;
    const found: LocalSource[] = [];
    buckets[0]?.push(4 * agent + states.in, -1);
    for (let level = 0; level < 3; level++) {
      const bucket = buckets[level] ?? [];
      for (let i = 0; i < bucket.length; i += 2) {
        const state = bucket[i] ?? 0;
        if (this.#stamp[state] === turn) continue;
        this.#stamp[state] = turn;
        this.#next[state] = bucket[i + 1] ?? -1;
        const node = state >> 2;
        const source = net.legs[node]?.[leg];
        if (source && (state & 3) === states.base) {
          const path = this.#path(state);
          const run = path.find(move => net.run[move] === 1 && home.has(net.targets[move] ?? -1)) ?? -1;
          found.push({ node, leg: source, level, path, run });
        }
        for (let at = this.#back.offsets[state] ?? 0; at < (this.#back.offsets[state + 1] ?? 0); at++) {
          const move = this.#back.moves[at] ?? 0;
          const from = net.sources[move] ?? 0;
          const step = levels[move] ?? 0;
          if (step === 3 || (net.owner[from >> 2] === 1 && !home.has(from))) continue;
          if (from >> 2 === agent && net.via[move] !== -1) continue;
          buckets[Math.max(level, step)]?.push(from, move);
        }
      }
    }
    return found.sort((a, b) => this.#compare(a, b));
  }

  #path(state: number): readonly number[] {
    const path: number[] = [];
    for (let move = this.#next[state] ?? -1; move >= 0; ) {
      path.push(move);
      move = this.#next[this.#net.targets[move] ?? 0] ?? -1;
    }
    return path;
  }

  #compare(a: LocalSource, b: LocalSource): number {
    return (
      a.level - b.level || better(a.leg, b.leg) || hops(this.#net, a) - hops(this.#net, b) || a.node - b.node
    );
  }
}

/** Steps of the graph on the way, moves inside a node not counted. */
const hops = (net: Net, source: LocalSource): number =>
  source.path.filter(move => (net.via[move] ?? -1) >= 0).length;
