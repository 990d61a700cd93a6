import type { BehaviorReader } from '../behavior/types.ts';
import type { Catalog } from '../catalog/types.ts';
import type { Annotations, ToolParameter } from '../model/fact.ts';
import type { Label } from '../model/label.ts';

/** Labels from the words of a listing alone; see `lexical/`. */
export type Lexical = (tool: {
  readonly name: string;
  readonly description?: string;
  readonly parameters?: readonly ToolParameter[];
  readonly annotations?: Annotations;
  readonly server?: string;
}) => readonly Label[];

/** What labels are made from. Without `behavior` or `lexical` that kind of evidence is missing. */
export interface Knowledge {
  readonly catalog: Catalog;
  readonly behavior?: BehaviorReader;
  readonly lexical?: Lexical;
}
