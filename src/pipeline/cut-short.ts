import type { FlowResult } from '../flow/analyze.ts';
import type { Gap } from '../model/graph.ts';

/** The gap a list of chains leaves that was cut short. */
export function cutShort({ truncated, chains }: FlowResult): readonly Gap[] {
  if (!truncated) return [];
  return [
    { reason: 'depth-limit', detail: `there are more than ${chains.length} chains; the rest is left out` },
  ];
}
