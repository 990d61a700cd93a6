import { deedsOn } from '../model/deed.ts';
import type { Audit, AuditInput, FindingDraft } from './audit.ts';
import { mappings } from './mappings.ts';

/** Tools whose definition is another one later than when somebody looked at it. */
export const changingDefinition: Audit = {
  id: 'changing-definition',
  title: 'Definition of a tool changes while the server runs',
  severity: 'high',
  tags: ['mcp', 'supply-chain', 'rug-pull'],
  mappings: mappings['changing-definition'],
  run,
};

function* run({ graph }: AuditInput): Iterable<FindingDraft> {
  const seen = new Set<string>();
  for (const node of graph.nodes) {
    const deed = node.kind === 'tool' && deedsOn(node).find(({ kind }) => kind === 'changes-definition');
    if (!deed) continue;
    const place = `${deed.at.file}:${deed.at.line}`;
    if (seen.has(place)) continue;
    seen.add(place);
    yield {
      about: [place, node.name],
      confidence: 0.8,
      message: `What a model is told of a tool of '${String(node.properties.server ?? 'the server')}' is ${deed.what}: it can become another text after it was looked at and allowed.`,
      location: deed.at,
    };
  }
}
