import type { Node } from '../model/graph.ts';
import type { Audit, AuditInput, FindingDraft } from './audit.ts';
import { mappings } from './mappings.ts';
import { freeUses, listNames } from './steps.ts';

/** Tools that hand whole records of sensitive data to a model that was asked for a part of them. */
export const wideResultAudit: Audit = {
  id: 'wide-result',
  title: 'A tool returns more than it needs',
  severity: 'low',
  tags: ['minimisation', 'exposure'],
  mappings: mappings['wide-result'],
  run,
};

function* run({ graph }: AuditInput): Iterable<FindingDraft> {
  const users = new Map<string, string[]>();
  const tools = new Map<string, Node>();
  for (const { agent, tool } of freeUses(graph)) {
    tools.set(tool.id, tool);
    users.set(tool.id, [...(users.get(tool.id) ?? []), agent.name]);
  }
  for (const [id, tool] of tools) {
    const what = tool.properties.wideResult;
    const sensitive = tool.labels.find(label => label.label === 'sensitive-data' && label.confidence >= 0.5);
    if (typeof what !== 'string' || !sensitive || !tool.location) continue;
    yield {
      about: [id],
      confidence: sensitive.confidence,
      message: `${listNames([tool.name])} gives ${what} to the model of ${listNames(users.get(id) ?? [])}: columns that are added later go along as well.`,
      location: tool.location,
    };
  }
}
