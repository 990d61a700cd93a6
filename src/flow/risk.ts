import type { RiskFactors } from '../model/chain.ts';
import type { Severity } from '../model/vocabulary.ts';

/** Lowest risk of each band. */
const bands: readonly (readonly [severity: Severity, from: number])[] = [
  ['critical', 80],
  ['high', 55],
  ['medium', 30],
  ['low', 10],
];

/** `100 · impact · exposure · sink · autonomy`, rounded, at most `cap`. */
export function riskOf(factors: RiskFactors, cap = 100): number {
  const { impact, exposure, sink, autonomy } = factors;
  return Math.min(cap, Math.round(100 * impact * exposure * sink * autonomy));
}

/** The band a risk from 0 to 100 falls into. */
export function severityOf(risk: number): Severity {
  return bands.find(([, from]) => risk >= from)?.[0] ?? 'info';
}

/** Two decimals, so that equal inputs give equal text everywhere. */
export const round2 = (value: number): number => Math.round(value * 100) / 100;
