import type { Analyzer } from '../../analyzers/_shared/analyzer.ts';
import type { ServerDrift } from '../model/drift.ts';
import type { Fact, NodeFact } from '../model/fact.ts';
import type { Graph } from '../model/graph.ts';
import type { Report } from '../model/report.ts';
import type { ReadOptions } from './read-program.ts';
import type { Beside } from './understand.ts';

/** How to scan, beside where. */
export interface ScanOptions extends ReadOptions, Beside {
  /** Chain ids the project has decided to live with. */
  readonly accept?: ReadonlySet<string>;
  /** Changes to analyze as if they were made: `gate:NAME`, `remove:NAME`. */
  readonly whatIf?: readonly string[];
  /** Tells what is not as it was when the servers were locked. */
  readonly drift?: (graph: Graph, origins: ReadonlyMap<string, NodeFact>) => readonly ServerDrift[];
}

/** What the pipeline is given, because it names no framework itself. */
export interface ScanDependencies {
  readonly analyzers: readonly Analyzer[];
  readonly version: string;
}

/** The report, and the facts it came from; `origins` are those behind its nodes. */
export interface ScanResult {
  readonly report: Report;
  readonly origins: ReadonlyMap<string, NodeFact>;
  readonly facts: readonly Fact[];
}
