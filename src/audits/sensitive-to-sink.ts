import type { Audit } from './audit.ts';
import { chainFindings } from './chain-findings.ts';
import { mappings } from './mappings.ts';

/** Chains of the rule `sensitive-to-sink`. */
export const sensitiveToSink: Audit = {
  id: 'sensitive-to-sink',
  title: 'Sensitive data can leave without need',
  severity: 'medium',
  tags: ['chain', 'over-exposure'],
  mappings: mappings['sensitive-to-sink'],
  run: input => chainFindings('sensitive-to-sink', input),
};
