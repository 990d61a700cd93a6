import type { Audit } from './audit.ts';
import { chainFindings } from './chain-findings.ts';
import { mappings } from './mappings.ts';

/** Chains of the rule `lethal-trifecta`. */
export const lethalTrifecta: Audit = {
  id: 'lethal-trifecta',
  title: 'Lethal trifecta in one context',
  severity: 'high',
  tags: ['chain', 'exfiltration'],
  mappings: mappings['lethal-trifecta'],
  run: input => chainFindings('lethal-trifecta', input),
};
