import type { Audit } from './audit.ts';
import { chainFindings } from './chain-findings.ts';
import { mappings } from './mappings.ts';

/** Chains of the rule `untrusted-to-action`. */
export const untrustedToAction: Audit = {
  id: 'untrusted-to-action',
  title: 'Untrusted text reaches a consequential action',
  severity: 'high',
  tags: ['chain', 'action'],
  mappings: mappings['untrusted-to-action'],
  run: input => chainFindings('untrusted-to-action', input),
};
