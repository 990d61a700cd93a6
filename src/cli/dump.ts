import type { Node } from '../model/graph.ts';
import type { Evidence, Label } from '../model/label.ts';
import type { ScanResult } from '../pipeline/scan-types.ts';
import { clean } from '../report/clean.ts';

/** What stages handed to each other, for people who want to see why: JSON, or a list of labels to go through. */
export function dump(what: 'facts' | 'graph' | 'labels', { facts, report }: ScanResult): string {
  const { nodes, edges, contexts } = report;
  if (what === 'labels') return labels(nodes);
  return `${JSON.stringify(what === 'facts' ? facts : { nodes, edges, contexts }, null, 2)}\n`;
}

/** Every tool, store and trigger with its labels, their confidence and the evidence, one paragraph each. */
function labels(nodes: readonly Node[]): string {
  const shown = nodes.filter(node => ['tool', 'store', 'trigger', 'renderer', 'unknown'].includes(node.kind));
  const bare = shown.filter(node => node.labels.length === 0);
  const summary = `${shown.length} tools, stores and triggers; ${bare.length} without labels\n`;
  return `${shown.map(paragraph).join('\n')}\n${summary}`;
}

function paragraph(node: Node): string {
  const place = node.location ? `${node.location.file}:${node.location.line}` : '';
  const words = node.capabilities.length > 0 ? `  [${node.capabilities.join(', ')}]` : '';
  const notes = Array.isArray(node.properties.notes)
    ? node.properties.notes.map(note => `  note: ${clean(String(note), 300)}`)
    : [];
  const body = node.labels.length > 0 ? node.labels.flatMap(lines) : ['  no label'];
  const { server } = node.properties;
  // Servers often offer tools of the same name.
  const of = typeof server === 'string' && server !== node.name ? ` of '${clean(server, 100)}'` : '';
  const head = `${node.kind} ${clean(node.name, 100)}${of}  ${clean(place, 200)}${words}`;
  return [head, ...body, ...notes, ''].join('\n');
}

function lines(label: Label): readonly string[] {
  const more = [label.reach, label.scope, label.destination, label.payload].filter(Boolean).join(', ');
  const head = `  ${label.label}/${label.kind}  ${label.confidence.toFixed(2)}${more ? `  (${more})` : ''}`;
  return [head, ...label.evidence.map(evidence)];
}

function evidence({ via, detail, location }: Evidence): string {
  return `    ${via}: ${clean(detail, 400)}${location ? ` — ${clean(location.file, 200)}:${location.line}` : ''}`;
}
