import type { Label } from '../model/label.ts';
import type { Audit, AuditInput, FindingDraft } from './audit.ts';
import { mappings } from './mappings.ts';
import { freeUses, groupBy, listNames } from './steps.ts';

/** Tools whose effect cannot be taken back, callable without anybody being asked. One finding per agent. */
export const destructiveWithoutGate: Audit = {
  id: 'destructive-without-gate',
  title: 'Irreversible tools without a gate',
  severity: 'low',
  tags: ['action', 'approval'],
  mappings: mappings['destructive-without-gate'],
  run,
};

function* run({ graph }: AuditInput): Iterable<FindingDraft> {
  const uses = freeUses(graph).filter(({ tool }) => tool.labels.some(isIrreversible));
  for (const [id, group] of groupBy(uses, ({ agent }) => agent.id)) {
    const [first] = group;
    const location = first?.agent.location;
    if (!first || !location) continue;
    const labels = group.flatMap(({ tool }) => tool.labels.filter(isIrreversible));
    yield {
      about: [id],
      severity: labels.some(({ kind }) => kind === 'pay' || kind === 'permission') ? 'medium' : 'low',
      confidence: Math.max(...labels.map(label => label.confidence)),
      message: `${listNames([first.agent.name])} can call ${listNames(group.map(({ tool }) => tool.name))} without anybody being asked; what they do cannot be taken back.`,
      location,
      related: group
        .slice(0, 10)
        .flatMap(({ tool }) =>
          tool.location ? [{ location: tool.location, message: `${tool.name} acts` }] : [],
        ),
    };
  }
}

const kinds: ReadonlySet<string> = new Set(['delete', 'pay', 'permission', 'physical']);

const isIrreversible = (label: Label): boolean =>
  label.label === 'destructive-action' && kinds.has(label.kind) && label.confidence >= 0.7;
