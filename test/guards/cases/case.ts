import type { Report } from '../../../src/model/report.ts';
import { type Files, openTrifectas } from '../scan-inline.ts';

/** Two projects that differ in one point: the loud one must be told of, the quiet one must not. */
export interface Case {
  /** Row of the table in `docs/credit.md`. */
  readonly about: string;
  readonly name: string;
  readonly loud: Files;
  readonly quiet: Files;
  /** What only the loud one says. */
  readonly way: RegExp;
  /** What a report says; open trifectas as `source + source > sink` when absent. */
  readonly told?: (report: Report) => readonly string[];
}

/** What a case listens to. */
export const toldBy = (item: Case) => item.told ?? openTrifectas;

/** Open chains of any rule as `rule severity tier`. */
export const openChains = ({ chains }: Report): readonly string[] =>
  chains
    .filter(chain => chain.status === 'open')
    .map(({ rule, severity, tier }) => `${rule} ${severity} ${tier}`);

/** Findings as `rule severity`. */
export const rules = ({ findings }: Report): readonly string[] =>
  findings.map(({ rule, severity }) => `${rule} ${severity}`);
