import type { Location } from './location.ts';
import type {
  ActionKind,
  Destination,
  EvidenceVia,
  ExecutionKind,
  LabelId,
  Payload,
  Reach,
  Scope,
  SensitiveKind,
  SinkKind,
  UntrustedKind,
} from './vocabulary.ts';

/** One reason for a label: a sentence, how we know, and where to look. */
export interface Evidence {
  readonly via: EvidenceVia;
  readonly detail: string;
  readonly location?: Location;
  /** A URL or catalog row id for facts that are not in the scanned tree. */
  readonly reference?: string;
}

/** Any kind word a label may carry; which list applies follows from the label id. */
export type LabelKind = UntrustedKind | SensitiveKind | SinkKind | ExecutionKind | ActionKind;

/**
 * A role in the trifecta, given to a node. `confidence` is 0 to 1. Exactly the attribute of its label id is set:
 * `reach` on untrusted-input, `scope` on sensitive-data, `destination` and `payload` on external-sink.
 */
export interface Label {
  readonly label: LabelId;
  readonly kind: LabelKind;
  readonly confidence: number;
  readonly reach?: Reach;
  readonly scope?: Scope;
  readonly destination?: Destination;
  readonly payload?: Payload;
  readonly evidence: readonly Evidence[];
}
