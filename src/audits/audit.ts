import type { Chain } from '../model/chain.ts';
import type { ServerDrift } from '../model/drift.ts';
import type { Fact } from '../model/fact.ts';
import type { Mappings, RelatedLocation } from '../model/finding.ts';
import type { Graph } from '../model/graph.ts';
import type { Location } from '../model/location.ts';
import type { Severity } from '../model/vocabulary.ts';

/** What every audit may look at: the labelled graph and the chains found in it. */
export interface AuditInput {
  readonly graph: Graph;
  readonly chains: readonly Chain[];
  /** What the graph was made from: full texts, schemas and annotations of tools. */
  readonly facts: readonly Fact[];
  /** How servers differ from a lock file; absent when there is none. */
  readonly drift?: readonly ServerDrift[];
}

/** A finding before it gets its id and the rule's mappings. */
export interface FindingDraft {
  /** Ids of the things the finding is about; with the rule they make its id. */
  readonly about: readonly string[];
  /** When absent, the rule's own. */
  readonly severity?: Severity;
  readonly confidence: number;
  /** Facts in a sentence, no advice. */
  readonly message: string;
  readonly location: Location;
  readonly related?: readonly RelatedLocation[];
  readonly chain?: string;
}

/** One rule. Its page lies beside it as `<id>.md`. */
export interface Audit {
  readonly id: string;
  readonly title: string;
  /** Severity of a typical finding; chains bring their own. */
  readonly severity: Severity;
  readonly tags: readonly string[];
  readonly mappings: Mappings;
  run(input: AuditInput): Iterable<FindingDraft>;
}
