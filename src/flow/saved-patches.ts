import type { Graph } from '../model/graph.ts';
import type { PatchRow } from './data/patches.ts';
import { allPatchRows } from './patch-rows.ts';

/** A row as JSON can hold it: the expression as its source and flags. */
export type SavedPatch = Omit<PatchRow, 'symbol'> & {
  readonly symbol?: readonly [source: string, flags: string];
};

/** The rows that can fit anything in a graph, for the explorer: it carries no others, so that its page stays small. */
export function savedPatches({ nodes }: Pick<Graph, 'nodes'>): readonly SavedPatch[] {
  const frameworks = new Set(nodes.map(({ framework }) => framework ?? ''));
  const clients = new Set(nodes.map(({ properties }) => String(properties.client)));
  return allPatchRows
    .filter(
      row =>
        (!row.frameworks || row.frameworks.some(word => frameworks.has(word))) &&
        (!row.clients || row.clients.some(word => clients.has(word))),
    )
    .map(({ symbol, ...row }) => (symbol ? { ...row, symbol: [symbol.source, symbol.flags] } : row));
}
