import type { Audit } from './audit.ts';
import { chainFindings } from './chain-findings.ts';
import { mappings } from './mappings.ts';

/** Chains of the rule `staged-memory`. */
export const stagedMemory: Audit = {
  id: 'staged-memory',
  title: 'Untrusted text can be planted in memory',
  severity: 'medium',
  tags: ['chain', 'memory'],
  mappings: mappings['staged-memory'],
  run: input => chainFindings('staged-memory', input),
};
