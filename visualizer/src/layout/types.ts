import type { Chain } from '../../../src/model/chain.ts';
import type { Barrier, Graph } from '../../../src/model/graph.ts';
import type { NodeKind } from '../../../src/model/vocabulary.ts';

/** The columns of the picture, left to right. */
export const lanes = ['untrusted', 'agents', 'sensitive', 'ways-out'] as const;
export type Lane = (typeof lanes)[number];

/** How parts are drawn together: by size of the picture, not at all, or by what they belong to. */
export type Grouping = 'auto' | 'none' | 'server' | 'framework' | 'file' | 'agent';

export interface LayoutInput {
  readonly graph: Graph;
  readonly chains: readonly Chain[];
  readonly group: Grouping;
  /** Ids of groups shown open. */
  readonly opened: ReadonlySet<string>;
  /** Nodes that must be drawn on their own (the chosen chain, the chosen node). */
  readonly pinned: ReadonlySet<string>;
  /** Only these nodes; all when absent. */
  readonly visible?: ReadonlySet<string>;
}

/** One shape: a node in one role, or several nodes of one lane drawn together. */
export interface Item {
  readonly id: string;
  readonly band: string;
  readonly lane: Lane;
  /** One id, or all ids of a group, worst first. */
  readonly nodes: readonly string[];
  /** Group id when this is a closed group. */
  readonly group?: string;
  readonly title: string;
  readonly kind: NodeKind;
  /** Parts without a role hang below their agent, smaller. */
  readonly part: boolean;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type PlacedItem = Item & Box;

/** One context's row of the picture, several contexts drawn together, or what no single context holds. */
export interface Band {
  readonly id: string;
  readonly kind: 'context' | 'merged' | 'shared' | 'apart';
  readonly title: string;
  /** Contexts drawn in it. */
  readonly contexts: readonly string[];
  /** Set when the band stands for several contexts; opening it shows them one by one. */
  readonly group?: string;
}

export type PlacedBand = Band & Box;

/** All connections between two shapes as one line. */
export interface Link {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly edges: readonly string[];
  readonly gates: readonly Barrier[];
  /** Only typed values move. */
  readonly typed: boolean;
  /** Every one of its edges exists only under a condition. */
  readonly conditional: boolean;
  /** Agent to a part below it. */
  readonly tree: boolean;
}

export interface PlacedLink extends Link {
  /** SVG path data. */
  readonly path: string;
  /** Where a gate is drawn. */
  readonly mark: readonly [x: number, y: number];
}

export interface Picture {
  readonly lanes: readonly (Box & { readonly lane: Lane; readonly count: number })[];
  readonly bands: readonly PlacedBand[];
  readonly items: readonly PlacedItem[];
  readonly links: readonly PlacedLink[];
  readonly width: number;
  readonly height: number;
}
