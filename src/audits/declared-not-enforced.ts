import type { NodeFact } from '../model/fact.ts';
import type { Node } from '../model/graph.ts';
import type { Label } from '../model/label.ts';
import type { Audit, AuditInput, FindingDraft } from './audit.ts';
import { mappings } from './mappings.ts';
import { groupBy, listNames } from './steps.ts';

/**
 * Tools that declare themselves read-only while their code or the catalog says otherwise, and switches of servers that hide
 * tools from the list and still run them.
 */
export const declaredNotEnforced: Audit = {
  id: 'declared-not-enforced',
  title: 'Tool declared read-only that changes things',
  severity: 'medium',
  tags: ['mcp', 'annotations'],
  mappings: mappings['declared-not-enforced'],
  run,
};

const minConfidence = 0.7;
/** Sinks that leave something behind at their destination. */
const publishing = new Set([
  'email',
  'chat',
  'publish',
  'write-back',
  'calendar',
  'form',
  'payment',
  'package',
  'file-active',
]);

function* run(input: AuditInput): Iterable<FindingDraft> {
  yield* hidden(input.graph);
  yield* declared(input);
}

/** One finding per switch: what it takes out of the list can be called by name. */
function* hidden({ nodes }: AuditInput['graph']): Iterable<FindingDraft> {
  const groups = groupBy(
    nodes.filter(node => node.kind === 'tool' && typeof node.properties.hiddenBy === 'string'),
    node => `${node.location?.file}\0${node.properties.server}\0${node.properties.hiddenBy}`,
  );
  for (const tools of groups.values()) {
    const acting = tools.filter(tool => tool.labels.some(isActing));
    const [first] = acting;
    if (!first?.location) continue;
    const word = String(first.properties.hiddenBy);
    yield {
      about: [first.location.file, String(first.properties.server), word],
      confidence: 0.8,
      message: `'${word}' only takes tools out of the list of '${first.properties.server}'; the handler of calls does not ask for it, so ${listNames(acting.map(tool => tool.name))} can still be called by name.`,
      location: first.location,
    };
  }
}

const isActing = (label: Label): boolean =>
  label.label === 'destructive-action' || label.label === 'code-execution' || label.label === 'external-sink';

function* declared({ facts, graph }: AuditInput): Iterable<FindingDraft> {
  const nodes = new Map(graph.nodes.map(node => [placeOf(node), node]));
  for (const fact of facts) {
    if (fact.fact !== 'node' || fact.kind !== 'tool' || fact.annotations?.readOnlyHint !== true) continue;
    const label = nodes.get(placeOf(fact))?.labels.find(contradicts);
    if (!label) continue;
    const [evidence] = label.evidence.filter(item => item.via === 'code' || item.via === 'catalog');
    yield {
      about: [fact.at.file, fact.name],
      confidence: label.confidence,
      message: `'${fact.name}' declares readOnlyHint, so clients may run it without asking; it is ${label.label}/${label.kind}: ${evidence?.detail ?? ''}`,
      location: fact.at,
      ...(evidence?.location && {
        related: [{ location: evidence.location, message: 'this is what it does' }],
      }),
    };
  }
}

function contradicts(label: Label): boolean {
  if (
    label.confidence < minConfidence ||
    !label.evidence.some(item => item.via === 'code' || item.via === 'catalog')
  )
    return false;
  if (label.label === 'destructive-action') return true;
  return label.label === 'external-sink' && publishing.has(label.kind);
}

function placeOf(item: Node | NodeFact): string {
  const at = 'location' in item ? item.location : 'at' in item ? item.at : undefined;
  return `${item.kind}\0${item.name}\0${at?.file ?? ''}\0${at?.line ?? 0}`;
}
