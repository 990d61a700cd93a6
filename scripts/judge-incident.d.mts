import type { Report } from '../src/model/report.ts';

/** A chain that must be found: rule, label kinds of its legs, lowest severity. */
export interface Wanted {
  readonly rule: string;
  readonly untrusted?: string;
  readonly sensitive?: string;
  readonly sink?: string;
  readonly severity: string;
}

/** `expected.yml` of an incident pair. */
export interface ExpectedPair {
  readonly incident: string;
  readonly title: string;
  readonly format: string;
  readonly vulnerable: string;
  readonly fixed: string;
  readonly fires: readonly Wanted[];
  /** Rules beside chains that fire in the vulnerable variant and not in the fixed one. */
  readonly findings?: readonly string[];
  /** Highest severity left of the wanted rules and of any trifecta, open or gated: `none`, `info`, `low` ... */
  readonly fixedHighest: string;
}

export function judgeVulnerable(report: Report, expected: ExpectedPair): readonly string[];
export function judgeFixed(report: Report, expected: ExpectedPair): readonly string[];
export function highestOf(report: Report, expected: ExpectedPair): string;
