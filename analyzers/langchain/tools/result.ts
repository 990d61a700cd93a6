import type { Location } from '../../../src/model/location.ts';
import type { Value } from '../../../src/resolve/value.ts';
import type { Toolset, ToolUse } from '../scan.ts';

/** Reads a value where tools are expected; handed down so that the parts need not know the whole. */
export type ReadTools = (value: Value) => Toolset;

export const nothing: Toolset = { uses: [], missing: [] };

/** A toolset of one tool. */
export function one(use: Omit<ToolUse, 'conditional'> & { readonly conditional?: boolean }): Toolset {
  return { uses: [{ conditional: false, ...use }], missing: [] };
}

/** A toolset that could not be read. */
export function lost(detail: string, at: Location): Toolset {
  return { uses: [], missing: [{ detail: `Tools that could not be read: ${detail}.`, at }] };
}

export function join(parts: readonly Toolset[]): Toolset {
  return { uses: parts.flatMap(part => part.uses), missing: parts.flatMap(part => part.missing) };
}

/** The same tools, present only on some paths of the program. */
export function marked(found: Toolset, conditional: boolean | undefined): Toolset {
  if (!conditional) return found;
  return { ...found, uses: found.uses.map(use => ({ ...use, conditional: true })) };
}
