import type { GateFact } from '../../src/model/fact.ts';
import type { Json } from '../../src/model/graph.ts';
import type { Location } from '../../src/model/location.ts';
import type { Hook, ReadHook } from './hooks.ts';
import type { Rule } from './rules.ts';

/** How the host treats calls that no rule speaks about. */
export type Mode =
  | 'default'
  /** Edits run, the rest asks. */
  | 'edits'
  /** Nothing asks. */
  | 'off'
  /** What is not allowed is refused. */
  | 'closed'
  /** A model decides. */
  | 'classifier';

/** What one workspace folder sets up for one coding agent, put together from all its files. */
export interface Setup {
  readonly client: string;
  readonly dir: string;
  readonly at: Location;
  readonly rules: readonly Rule[];
  readonly mode: Mode;
  /** Where the mode is set. */
  readonly modeAt?: Location;
  /** Only these built-in tools exist; absent means all. */
  readonly only?: readonly string[];
  /** Shell commands cannot reach the network. */
  readonly shellOffline?: boolean;
  /** Shell commands can reach these hosts only. */
  readonly shellDomains?: readonly string[];
  readonly gates?: readonly GateFact[];
  readonly hooks?: { readonly known: readonly ReadHook[]; readonly unknown: readonly Hook[] };
  readonly subAgents?: readonly SubAgent[];
  readonly properties?: { readonly [key: string]: Json };
}

/** A custom agent of a host. */
export interface SubAgent {
  readonly name: string;
  readonly description?: string;
  readonly at: Location;
  /** Built-in tools it may use; absent means it inherits all. */
  readonly tools?: readonly string[];
  readonly denied: readonly string[];
  /** Tools of MCP servers named in its list. */
  readonly mcpTools: readonly string[];
  readonly rules: readonly Rule[];
  readonly mode?: Mode;
  readonly prompt?: string;
}

/** The more open of two modes. */
export function opener(a: Mode, b: Mode): Mode {
  const order: readonly Mode[] = ['off', 'classifier', 'edits', 'default', 'closed'];
  return order.indexOf(a) <= order.indexOf(b) ? a : b;
}
