import { morePatchRows } from './data/more-patches.ts';
import { type PatchRow, patchRows } from './data/patches.ts';

/** Rows with a framework or client of their own come first in each file; the first that fits counts. */
export const allPatchRows: readonly PatchRow[] = [
  ...morePatchRows.filter(row => row.clients && row.frameworks),
  ...patchRows,
  ...morePatchRows,
];
