import type { Audit } from './audit.ts';
import { chainFindings } from './chain-findings.ts';
import { mappings } from './mappings.ts';

/** Chains of the rule `lethal-trifecta-across`. */
export const lethalTrifectaAcross: Audit = {
  id: 'lethal-trifecta-across',
  title: 'Lethal trifecta across agents, memory or workflows',
  severity: 'high',
  tags: ['chain', 'exfiltration'],
  mappings: mappings['lethal-trifecta-across'],
  run: input => chainFindings('lethal-trifecta-across', input),
};
