import type { Barrier, GapReason, Json } from './graph.ts';
import type { Label } from './label.ts';
import type { Location } from './location.ts';
import type { NodeKind, RelationKind } from './vocabulary.ts';

/**
 * Names a node between analyzers and linker. Two facts with the same ref speak of the same node.
 * Code values: `code:<file>:<line>:<column>` of the allocation (plus `@<context>`); config entries:
 * `<format>:<file>:<name>`; well-known things: `server:<name>`, `host:<client>`.
 */
export type Ref = string;

/** One parameter of a tool as the model sees it. `type` is a JSON-schema type word or `enum`. */
export interface ToolParameter {
  readonly name: string;
  readonly type?: string;
  readonly description?: string;
  readonly required?: boolean;
  /** Allowed values for enums and literals. */
  readonly values?: readonly (string | number | boolean)[];
}

/** MCP tool annotations as declared (claims, not facts). */
export interface Annotations {
  readonly title?: string;
  readonly readOnlyHint?: boolean;
  readonly destructiveHint?: boolean;
  readonly idempotentHint?: boolean;
  readonly openWorldHint?: boolean;
}

/** Points at a function in a Module; `context` keeps factory calls apart (opaque, from the resolver). */
export interface FunctionRef {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly context?: string;
  /** Only the calls in these lines count: one arm of a function that answers for many tools. */
  readonly lines?: readonly [from: number, to: number];
}

/** A constructor argument or flag the catalog may look at to narrow a row (`read_only: true`, `root_dir: './x'`). */
export type Settings = { readonly [name: string]: Json };

export interface NodeFact {
  readonly fact: 'node';
  readonly ref: Ref;
  readonly kind: NodeKind;
  /** What a user would say; for a tool the name the model sees. */
  readonly name: string;
  readonly framework: string;
  readonly at: Location;
  readonly description?: string;
  /** Catalog key for ready-made tools and classes: `langchain_community.tools.ShellTool`, `@langchain/tavily#TavilySearch`. */
  readonly symbol?: string;
  /** Catalog key for MCP servers: `npm:@modelcontextprotocol/server-github`, `pypi:mcp-server-fetch`, `image:…`, `url:…`. */
  readonly package?: string;
  readonly handler?: FunctionRef;
  readonly parameters?: readonly ToolParameter[];
  readonly annotations?: Annotations;
  /** The schema of the parameters as declared, where it was seen whole. */
  readonly schema?: Json;
  readonly settings?: Settings;
  /** Labels an analyzer knows from configuration itself (a mail trigger is `untrusted-input/email`). */
  readonly labels?: readonly Label[];
  readonly properties?: { readonly [key: string]: Json };
}

export interface RelationFact {
  readonly fact: 'relation';
  readonly kind: RelationKind;
  readonly from: Ref;
  readonly to: Ref;
  readonly at: Location;
  /** `typed`: only a validated boolean, enum, number or id moves. `arguments`: only arguments, not the history. */
  readonly carries?: 'typed' | 'arguments';
  readonly conditional?: boolean;
  /** Barriers that sit on exactly this relation, such as `needs_approval` on an agent's tool. */
  readonly barriers?: readonly Barrier[];
  readonly properties?: { readonly [key: string]: Json };
}

/**
 * A gate seen somewhere that guards others by ref or by name: HITL middleware with a list of tool names,
 * `interrupt_before=["tools"]`, `permissions.ask`. The linker turns it into barriers on the steps it covers.
 */
export interface GateFact {
  readonly fact: 'gate';
  readonly ref: Ref;
  readonly name: string;
  readonly framework: string;
  readonly at: Location;
  /** Agent, server, client or workflow the gate belongs to. */
  readonly scope: Ref;
  /** Tool names it asks for; `*` for all. */
  readonly guards: readonly string[] | '*';
  /** Tool names it leaves free although `guards` is `*`. */
  readonly except?: readonly string[];
  /** Workflow nodes (refs) that must be passed before the guarded steps run, where order carries the gate. */
  readonly before?: readonly Ref[];
  readonly barrier: Barrier;
}

export interface GapFact {
  readonly fact: 'gap';
  readonly reason: GapReason;
  readonly at: Location;
  readonly detail: string;
  readonly affects?: readonly Ref[];
}

/** What one analyzer saw in one place. */
export type Fact = NodeFact | RelationFact | GateFact | GapFact;
