import type { Barrier } from './graph.ts';
import type { Location } from './location.ts';
import type { ChainRule, ChainStatus, Severity, Tier } from './vocabulary.ts';

/** One hop of a witness path; `edge` is an edge id. */
export interface Step {
  readonly edge: string;
  readonly from: string;
  readonly to: string;
  readonly location?: Location;
}

/** A change that breaks chains. `action` is a short imperative word list, see flow/fixes. */
export interface Fix {
  readonly action:
    | 'add-approval'
    | 'remove-tool'
    | 'restrict-tool'
    | 'bind-destination'
    | 'split-agent'
    | 'deny'
    | 'remove-server'
    | 'disable-renderer'
    | 'pin';
  /** Node or edge id that changes. */
  readonly target: string;
  /** Ids of the chains this fix cuts, sorted. */
  readonly cuts: readonly string[];
  /** One sentence for people. */
  readonly detail: string;
  /** A snippet in the dialect at hand. */
  readonly patch?: string;
}

/** The factors of `risk = 100 · impact · exposure · sink · autonomy` (design, section 10), each 0 to 1. */
export interface RiskFactors {
  readonly impact: number;
  readonly exposure: number;
  readonly sink: number;
  readonly autonomy: number;
}

/** Untrusted leg, sensitive leg and sink leg through one junction context. Absent legs (families) are empty. */
export interface Chain {
  readonly id: string;
  readonly rule: ChainRule;
  readonly tier: Tier;
  readonly status: ChainStatus;
  readonly severity: Severity;
  /** 0 to 100. */
  readonly risk: number;
  readonly factors: RiskFactors;
  /** 0 to 1, the weakest leg's label confidence times the path's. */
  readonly confidence: number;
  /** Context id of the junction. */
  readonly context: string;
  readonly untrusted?: string;
  readonly sensitive?: string;
  readonly sink: string;
  readonly legs: {
    readonly untrusted: readonly Step[];
    readonly sensitive: readonly Step[];
    readonly sink: readonly Step[];
  };
  readonly gates: readonly Barrier[];
  /** Other node ids that could play a leg instead, sorted. */
  readonly alternatives: {
    readonly untrusted: readonly string[];
    readonly sensitive: readonly string[];
    readonly sink: readonly string[];
  };
  readonly explanation: string;
  readonly fixes: readonly Fix[];
}
