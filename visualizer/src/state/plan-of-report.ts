import type { Chain, Fix } from '../../../src/model/chain.ts';
import type { Report } from '../../../src/model/report.ts';
import { editOfFix } from './cuts.ts';
import { type Edit, writeEdit } from './edit.ts';
import { openChains } from './what-if.ts';

/**
 * The plan that the fixes of a report are part of: the first fix of each open chain. Where that does not close its chain
 * alone, the others that do not either belong to it. Empty when a chain has no fix, or one that this version cannot read.
 */
export function planOfReport(report: Report): readonly Edit[] {
  const edits = new Map<string, Edit>();
  const read = new Set<string>();
  for (const chain of openChains(report.chains)) {
    const fixes = plannedFor(chain);
    if (fixes.length === 0) return [];
    for (const fix of fixes) {
      const key = `${fix.action} ${fix.target} ${fix.detail}`;
      if (read.has(key)) continue;
      read.add(key);
      const edit = editOfFix(report, chain, fix);
      if (!edit) return [];
      edits.set(writeEdit(edit), edit);
    }
  }
  return [...edits.values()];
}

function plannedFor({ id, fixes }: Chain): readonly Fix[] {
  const [first] = fixes;
  if (!first) return [];
  return first.cuts.includes(id) ? [first] : fixes.filter(({ cuts }) => !cuts.includes(id));
}
