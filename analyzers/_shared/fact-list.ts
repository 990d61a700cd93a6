import type { Fact, GapFact, Ref } from '../../src/model/fact.ts';
import type { Location } from '../../src/model/location.ts';
import { clip, gap } from './facts.ts';

/** Facts in the order they are told, each once: the first node of a ref wins, as does the first relation of a kind between two. */
export class FactList {
  readonly facts: Fact[] = [];
  readonly #seen = new Set<string>();

  /** Adds facts; a node or relation already there is not repeated. */
  add(...facts: readonly Fact[]): void {
    for (const fact of facts) {
      const key =
        fact.fact === 'node'
          ? `n ${fact.ref}`
          : fact.fact === 'relation'
            ? `r ${fact.kind} ${fact.from} ${fact.to}`
            : JSON.stringify(fact);
      if (this.#seen.has(key)) continue;
      this.#seen.add(key);
      this.facts.push(fact);
    }
  }

  /** Whether a node with this ref has been added. */
  has(ref: Ref): boolean {
    return this.#seen.has(`n ${ref}`);
  }

  /** Adds a gap; long details are clipped. */
  gap(reason: GapFact['reason'], at: Location, detail: string, ...affects: readonly Ref[]): void {
    this.add(gap(reason, at, clip(detail), affects));
  }
}
