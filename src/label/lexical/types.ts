import type { Annotations, ToolParameter } from '../../model/fact.ts';
import type { LabelId } from '../../model/vocabulary.ts';

/** What a listing says of a tool: all the lexical model ever sees. */
export interface ListedTool {
  readonly name: string;
  readonly description?: string;
  readonly parameters?: readonly ToolParameter[];
  readonly annotations?: Annotations;
  /** Name of the server the tool comes from; its words hint at the domain (`gmail`, `slack`). */
  readonly server?: string;
}

/** Probability per label that a reader of the real behaviour would give it, 0 to 1. */
export type Scores = { readonly [label in LabelId]: number };
