import type { Catalog, ToolPatternRow } from '../catalog/types.ts';
import type { NodeFact } from '../model/fact.ts';
import type { Evidence, Label } from '../model/label.ts';
import { unite } from './draft.ts';

/** What the project itself has said of a tool (`trefoil.yml`); it stands above all other evidence. */
export function userRowOf(fact: NodeFact, catalog: Catalog): ToolPatternRow | undefined {
  if (fact.kind !== 'tool') return undefined;
  const server = fact.properties?.server;
  return catalog.userTool(fact.name, typeof server === 'string' ? server : fact.framework);
}

/** Labels with the user's own put over them. */
export function underPolicy(
  labels: readonly Label[],
  row: ToolPatternRow,
  catalog: Catalog,
): readonly Label[] {
  const evidence: Evidence = { via: 'policy', detail: row.reason };
  const fromWords = catalog
    .labels(row.capabilities, row.reason)
    .map((label): Label => ({ ...label, confidence: 0.99, evidence: [evidence] }));
  const stated = row.labels.map(
    ({ certainty, ...label }): Label => ({ ...label, confidence: certainty ?? 0.99, evidence: [evidence] }),
  );
  const mine = unite([...fromWords, ...stated]);
  const kept = labels.filter(
    label =>
      !row.not.includes(label.label) &&
      !mine.some(own => own.label === label.label && own.kind === label.kind),
  );
  return unite([...mine, ...kept]);
}

/** One sentence per label that the user's own row takes away from what was found. */
export function takenByPolicy(labels: readonly Label[], row: ToolPatternRow): readonly string[] {
  return labels
    .filter(label => row.not.includes(label.label))
    .map(label => {
      const [evidence] = label.evidence;
      const found = evidence ? ` (${evidence.via}: ${evidence.detail})` : '';
      return `The configuration takes ${label.label} (${label.kind}) away: ${row.reason}${found}.`;
    });
}
