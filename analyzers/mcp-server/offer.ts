import type { Annotations, FunctionRef, ToolParameter } from '../../src/model/fact.ts';
import type { Location } from '../../src/model/location.ts';
import type { Value } from '../../src/resolve/value.ts';
import type { Kind } from './symbols.ts';

/** One tool, resource or prompt as a server's code offers it. */
export interface Offer {
  readonly kind: Kind;
  readonly name: string;
  readonly description?: string;
  readonly parameters: readonly ToolParameter[];
  readonly annotations?: Annotations;
  readonly handler?: FunctionRef;
  readonly at: Location;
  /** The object it was registered on, as far as it is known. */
  readonly receiver?: Value;
  /** A call that makes the user decide inside the handler. */
  readonly asks?: Asked;
  /** A switch that leaves tools out of the list and is not asked for by the call. */
  readonly hiddenBy?: string;
}

/** A question to the user inside a handler. */
export interface Asked {
  readonly mechanism: string;
  /** True when the question shows the arguments. */
  readonly showsArguments: boolean;
  readonly at: Location;
}

/** Something is registered here whose name cannot be read. */
export interface Unread {
  readonly kind: Kind;
  readonly detail: string;
  readonly at: Location;
  readonly receiver?: Value;
  readonly reason: 'unknown-tools' | 'runtime-only';
}

export interface Found {
  readonly offers: readonly Offer[];
  readonly unread: readonly Unread[];
}
