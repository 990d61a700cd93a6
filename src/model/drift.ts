import type { Location } from './location.ts';

/** Labels that were not there when the servers were locked. */
export interface AddedLabels {
  readonly node: string;
  /** `external-sink/email` and the like. */
  readonly labels: readonly string[];
}

/** How one MCP server differs from what the lock file says. */
export interface ServerDrift {
  readonly server: string;
  /** Node id, unless the server is gone. */
  readonly node?: string;
  /** `unverified`: this audit cannot see what the lock file was written from. */
  readonly kind: 'added' | 'removed' | 'changed' | 'unverified';
  readonly at: Location;
  /** Version before and after, where these differ. */
  readonly versions?: readonly [before: string, after: string];
  /** One phrase per change: `adds 'send'`. */
  readonly changes: readonly string[];
  readonly added: readonly AddedLabels[];
  /** Nodes whose definition is new or another one. */
  readonly touched: readonly string[];
}
