import type { Module } from '../lang/module.ts';
import type { ProjectFacts } from '../model/project-facts.ts';

/** What a project is made of. */
export interface ProjectInput {
  /** Lowered modules by path. */
  readonly modules: ReadonlyMap<string, Module>;
  /** Every source path of the tree, lowered or not. */
  readonly files: ReadonlySet<string>;
  readonly facts: ProjectFacts;
  readonly conventions: {
    readonly fluent: readonly string[];
    readonly transparent: readonly string[];
    readonly telling?: readonly string[];
  };
  /** Distribution names of frameworks: their own source counts as outside for examples beside it. */
  readonly frameworks: ReadonlySet<string>;
  /** Name of the scanned folder. */
  readonly name?: string;
}
