import type { Audit } from './audit.ts';
import { chainFindings } from './chain-findings.ts';
import { mappings } from './mappings.ts';

/** Chains of the rule `gate-killer`. */
export const gateKiller: Audit = {
  id: 'gate-killer',
  title: 'Agent can rewrite its own gates',
  severity: 'high',
  tags: ['chain', 'gates'],
  mappings: mappings['gate-killer'],
  run: input => chainFindings('gate-killer', input),
};
