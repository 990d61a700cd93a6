import type { Location } from './location.ts';
import type { Severity } from './vocabulary.ts';

/** A place that matters to a finding, with its own phrase. */
export interface RelatedLocation {
  readonly location: Location;
  readonly message: string;
}

/** Ids in public taxonomies (reference/standards.md), sorted. */
export interface Mappings {
  readonly owaspLlm: readonly string[];
  readonly owaspAgentic: readonly string[];
  readonly owaspMcp: readonly string[];
  readonly atlas: readonly string[];
  readonly cwe: readonly string[];
}

/** One alert: a rule, a sentence of facts without advice, a primary place. */
export interface Finding {
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly confidence: number;
  readonly message: string;
  readonly location: Location;
  readonly related: readonly RelatedLocation[];
  /** Chain id when the finding is a chain. */
  readonly chain?: string;
  readonly mappings: Mappings;
}
