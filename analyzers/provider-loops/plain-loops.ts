import type { Fact } from '../../src/model/fact.ts';
import type { Location } from '../../src/model/location.ts';
import { partsOf } from '../../src/resolve/parts.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { InstanceValue } from '../../src/resolve/value.ts';
import { enclosingFunction } from '../_shared/code/enclosing.ts';
import { gap } from '../_shared/facts.ts';

/**
 * Loops that ask a model without giving it tools. Where the program takes calls out of the answer's text this is an
 * agent that nobody sees, so each file says so once. A single question outside a loop can choose nothing that comes back.
 */
export function plainLoops(project: Project, calls: readonly InstanceValue[]): readonly Fact[] {
  const files = new Map<string, Location>();
  for (const { at } of calls) if (!files.has(at.file) && isInLoop(project, at)) files.set(at.file, at);
  return [...files.values()].map(at =>
    gap(
      'unsupported',
      at,
      'a loop asks a model without tools; if the program takes calls out of its answer, these were not read',
    ),
  );
}

function isInLoop(project: Project, at: Location): boolean {
  const body = enclosingFunction(project, at)?.def.body ?? project.modules.get(at.file)?.body ?? [];
  return partsOf(body).some(
    part => (part.kind === 'while' || part.kind === 'for') && part.at[0] <= at.line && at.line <= part.at[2],
  );
}
