import type { Chain } from './chain.ts';
import type { Finding } from './finding.ts';
import type { Context, Edge, Gap, Node } from './graph.ts';

/** How much of the tree was read. Counts of files unless said. */
export interface Coverage {
  readonly filesSeen: number;
  readonly filesParsed: number;
  readonly filesSkipped: { readonly [reason: string]: number };
  /** Agents of which some tools are unknown. */
  readonly agentsWithUnknownTools: number;
  /** Tools that carry no label and no evidence. */
  readonly toolsWithoutEvidence: number;
}

/** A framework or format found in the tree, with the versions its manifests declare. */
export interface FrameworkUse {
  readonly id: string;
  readonly versions: readonly string[];
  readonly agents: number;
}

export interface Summary {
  readonly nodes: { readonly [kind: string]: number };
  readonly labels: { readonly [label: string]: number };
  readonly severities: { readonly [severity: string]: number };
  readonly tiers: { readonly [tier: string]: number };
  readonly statuses: { readonly [status: string]: number };
  readonly coverage: Coverage;
  readonly frameworks: readonly FrameworkUse[];
}

/** The contract of design section 11. Sorted arrays, no clock, no absolute path. */
export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'trefoil'; readonly version: string };
  /** Name of the scanned folder, never its absolute path. */
  readonly root: string;
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  readonly contexts: readonly Context[];
  readonly chains: readonly Chain[];
  readonly findings: readonly Finding[];
  readonly gaps: readonly Gap[];
  readonly summary: Summary;
}
