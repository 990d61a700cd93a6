import type { Barrier, Edge } from '../model/graph.ts';
import type { Location } from '../model/location.ts';
import { unique } from './merge.ts';
import { compareText, stableJson } from './order.ts';

/** An edge under construction: barriers of gates may still be added. Lives only inside one call of `link`. */
export interface EdgeDraft {
  readonly kind: Edge['kind'];
  readonly from: string;
  readonly to: string;
  readonly location?: Location;
  readonly carries?: 'typed' | 'arguments';
  readonly conditional?: boolean;
  readonly barriers: Barrier[];
  /** Index of the relation that made this edge; edges of one relation share their gates. */
  readonly relation: number;
}

/** Gives ids (`kind:from>to`, counted where several say the same) and sorts by them. */
export function finishEdges(drafts: readonly EdgeDraft[]): readonly Edge[] {
  const taken = new Map<string, number>();
  const seen = new Set<string>();
  const edges: Edge[] = [];
  for (const draft of drafts) {
    const { relation: _relation, barriers, ...rest } = draft;
    const content = stableJson({ ...rest, barriers });
    if (seen.has(content)) continue;
    seen.add(content);
    const id = unique(`${draft.kind}:${draft.from}>${draft.to}`, taken);
    edges.push({ id, ...rest, ...(barriers.length > 0 && { barriers }) });
  }
  return edges.sort((a, b) => compareText(a.id, b.id));
}
