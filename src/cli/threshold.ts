import type { Report } from '../model/report.ts';
import { type Severity, severities } from '../model/vocabulary.ts';

/** Words `--fail-on` accepts. `info` findings never fail a run. */
export const thresholds = ['critical', 'high', 'medium', 'low', 'never'] as const;
export type Threshold = (typeof thresholds)[number];

/** A scan fails from this severity on unless told otherwise. */
export const defaultThreshold: Threshold = 'high';

/**
 * True when a finding counts: at or above the threshold, not in the baseline, and not of a chain the project accepted.
 * `known` holds finding and chain ids.
 */
export function exceeds(report: Report, threshold: Threshold, known: ReadonlySet<string>): boolean {
  if (threshold === 'never') return false;
  const limit = severities.indexOf(threshold);
  const accepted = new Set(report.chains.filter(({ status }) => status === 'accepted').map(({ id }) => id));
  const counts = (id: string, severity: Severity, chain: string | undefined): boolean =>
    severities.indexOf(severity) <= limit &&
    !known.has(id) &&
    (chain === undefined || (!known.has(chain) && !accepted.has(chain)));
  return report.findings.some(finding => counts(finding.id, finding.severity, finding.chain));
}
