import type { Evaluator } from './evaluator.ts';
import type { Scope, StaticScope } from './scope.ts';
import { walkScopes } from './site-index.ts';

/** The run of every body that belongs to no particular caller. */
export interface GenericRuns {
  all(): ReadonlyMap<StaticScope, Scope>;
  inFile(path: string): readonly Scope[];
}

/** Makes them all when first asked; bodies come in the order of the paths, outer ones first. */
export function createGenericRuns(ev: Evaluator, paths: readonly string[]): GenericRuns {
  let made: ReadonlyMap<StaticScope, Scope> | undefined;
  const files = new Map<string, Scope[]>();
  const all = (): ReadonlyMap<StaticScope, Scope> => {
    if (made) return made;
    // Default values of parameters are read while the runs are made and ask for the runs themselves: nothing is there yet.
    made = new Map();
    for (const path of paths) files.set(path, [...walkScopes(ev, path)]);
    made = new Map([...files.values()].flat().map(scope => [scope.static, scope] as const));
    return made;
  };
  return {
    all,
    inFile(path) {
      all();
      return files.get(path) ?? [];
    },
  };
}
