import type { Label } from './label.ts';
import type { Location } from './location.ts';
import type { NodeKind, RelationKind, StepKind } from './vocabulary.ts';

/** JSON values allowed in `properties`: everything stays serialisable. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A thing of the agent system. `id` is stable across unrelated edits (kind, file and name, never a line). */
export interface Node {
  readonly id: string;
  readonly kind: NodeKind;
  readonly name: string;
  readonly framework?: string;
  readonly location?: Location;
  readonly description?: string;
  readonly labels: readonly Label[];
  /** Sorted capability words such as `mail.read` or `http.send` (catalog/capabilities). */
  readonly capabilities: readonly string[];
  readonly properties: { readonly [key: string]: Json };
}

/** How strong a barrier is: `cut` removes the step, otherwise credit 0 to 1 multiplies the risk by (1 - credit). */
export interface Barrier {
  /** `gate`: someone or something decides; `sanitizer`: the data is changed. */
  readonly kind: 'gate' | 'sanitizer';
  /** Node id of the gate, where it is a node of its own. */
  readonly gate?: string;
  /** Construct, such as `HumanInTheLoopMiddleware`, `needs_approval`, `permissions.ask`. */
  readonly mechanism: string;
  readonly credit: number;
  readonly cut: boolean;
  readonly detail: string;
  readonly location?: Location;
}

/** A declared relation or a data step between two nodes. */
export interface Edge {
  readonly id: string;
  readonly kind: RelationKind | StepKind;
  readonly from: string;
  readonly to: string;
  readonly location?: Location;
  readonly barriers?: readonly Barrier[];
  /**
   * What limits the data on this step: `typed` carries no instruction and no free text; `arguments` carries only
   * the call's arguments; absent means the whole context or result moves.
   */
  readonly carries?: 'typed' | 'arguments';
  /** True when the edge exists only under a condition of the program (one branch, a flag). */
  readonly conditional?: boolean;
}

/** One message history of one agent run: where taint accumulates. `nodes` includes the agent itself. */
export interface Context {
  readonly id: string;
  readonly agent: string;
  readonly nodes: readonly string[];
}

/** What was seen and not understood. */
export interface Gap {
  readonly reason: GapReason;
  readonly location?: Location;
  readonly detail: string;
  /** Node ids whose picture is incomplete because of this gap. */
  readonly affects?: readonly string[];
}

export const gapReasons = [
  'unreadable-file',
  'file-too-large',
  'syntax-error',
  'invalid-config',
  'time-limit',
  'depth-limit',
  'unresolved-value',
  'unknown-tools',
  'unknown-server',
  'unknown-callee',
  'runtime-only',
  'unsupported',
  'no-agent-recognised',
  'link-outside-root',
] as const;
export type GapReason = (typeof gapReasons)[number];

/** The whole linked and labelled picture: input of the flow engine. */
export interface Graph {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  readonly contexts: readonly Context[];
}
