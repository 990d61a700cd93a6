import type { Catalog } from '../catalog/types.ts';
import type { FunctionRef } from '../model/fact.ts';
import type { Project } from '../resolve/project.ts';
import { createMemory } from './memory.ts';
import { readBehavior } from './read.ts';
import type { Behavior, BehaviorReader } from './types.ts';

export type {
  Behavior,
  BehaviorReader,
  Check,
  HeldRecords,
  ReachedArgument,
  ReachedCall,
  UnknownCall,
  ValueKind,
} from './types.ts';

/** Reads handlers on demand; each once. */
export function createBehavior(project: Project, catalog: Catalog): BehaviorReader {
  const memory = createMemory(project, catalog);
  const known = new Map<string, Behavior | undefined>();
  return {
    of(ref: FunctionRef) {
      const key = `${ref.file}:${ref.line}:${ref.column}\0${ref.context ?? ''}\0${ref.lines?.join('-') ?? ''}`;
      if (known.has(key)) return known.get(key);
      const fn = project.function(ref);
      const found = fn ? readBehavior(project, catalog, memory, fn, ref.lines) : undefined;
      known.set(key, found);
      return found;
    },
  };
}
