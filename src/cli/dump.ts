import type { ScanResult } from '../pipeline.ts';

/** What stages handed to each other, as JSON, for people who want to see why. */
export function dump(what: 'facts' | 'graph', { facts, report }: ScanResult): string {
  const { nodes, edges, contexts } = report;
  return `${JSON.stringify(what === 'facts' ? facts : { nodes, edges, contexts }, null, 2)}\n`;
}
