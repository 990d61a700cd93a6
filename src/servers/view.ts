import type { Annotations, FunctionRef, ToolParameter } from '../model/fact.ts';
import type { Json } from '../model/graph.ts';
import type { Location } from '../model/location.ts';

/** One tool as a server declares it, whatever way the declaration was obtained. */
export interface ToolDefinition {
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly parameters: readonly ToolParameter[];
  /** The schema as declared, for comparison, hashing and text checks. */
  readonly inputSchema?: Json;
  readonly annotations?: Annotations;
  readonly handler?: FunctionRef;
  readonly at?: Location;
}

/** A resource or prompt as a server declares it. */
export interface OfferedThing {
  readonly name: string;
  readonly description?: string;
  readonly uri?: string;
}

/** How the tools of a server became known. */
export type ViewSource = 'listing' | 'live' | 'package';

/** The tools of one server from one source. */
export interface ToolView {
  readonly via: ViewSource;
  readonly tools: readonly ToolDefinition[];
  /** False when the source shows that there are more tools than listed. */
  readonly complete: boolean;
  /** What was read, in words: a file, a package with its version. */
  readonly source: string;
  /** Text the server gives the model at connection, when known. */
  readonly instructions?: string;
  /** Resources and resource templates; absent when the source does not say. */
  readonly resources?: readonly OfferedThing[];
  readonly prompts?: readonly OfferedThing[];
  /** What else the source shows, for the node of the server. */
  readonly properties?: { readonly [key: string]: Json };
}

/** Views by server ref, by package key, or by configured server name; looked up in that order. */
export type ToolViews = ReadonlyMap<string, ToolView>;
