import type { Fact, GapFact, Ref } from '../../src/model/fact.ts';
import type { Location } from '../../src/model/location.ts';
import type { Project } from '../../src/resolve/project.ts';
import { clip, gap } from '../_shared/facts.ts';

export const framework = 'claude-agent-sdk';

/** Facts of one run of the analyzer; a node or relation is added once. */
export class Scan {
  readonly project: Project;
  readonly facts: Fact[] = [];
  readonly #seen = new Set<string>();

  constructor(project: Project) {
    this.project = project;
  }

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

  gap(reason: GapFact['reason'], at: Location, detail: string, ...affects: readonly Ref[]): void {
    this.add(gap(reason, at, clip(detail, 300), affects));
  }
}
