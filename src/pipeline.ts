import type { Analyzer } from '../analyzers/_shared/analyzer.ts';
import { audit } from './audits/index.ts';
import { analyze } from './flow/analyze.ts';
import type { Fact } from './model/fact.ts';
import type { Report } from './model/report.ts';
import { cutShort } from './pipeline/cut-short.ts';
import { tracesOf } from './pipeline/framework-traces.ts';
import { type Program, type ReadOptions, readProgram } from './pipeline/read-program.ts';
import { runCodeAnalyzers } from './pipeline/run-analyzers.ts';
import { type Beside, understand } from './pipeline/understand.ts';
import { asIf } from './pipeline/what-if.ts';
import { assemble } from './report/assemble.ts';
import { frameworksOf, unrecognisedFrameworks } from './report/frameworks.ts';
import type { ToolViews } from './servers/view.ts';

/** How to scan, beside where. */
export interface ScanOptions extends ReadOptions, Beside {
  /** Chain ids the project has decided to live with. */
  readonly accept?: ReadonlySet<string>;
  /** Changes to analyze as if they were made: `gate:NAME`, `remove:NAME`. */
  readonly whatIf?: readonly string[];
}

/** What the pipeline is given, because it names no framework itself. */
export interface ScanDependencies {
  readonly analyzers: readonly Analyzer[];
  readonly version: string;
}

/** The report, and the facts it came from. */
export interface ScanResult {
  readonly report: Report;
  readonly facts: readonly Fact[];
}

/** Scans a folder: read, analyze, link, label, find chains, judge, report. */
export async function scan(root: string, options: ScanOptions, deps: ScanDependencies): Promise<ScanResult> {
  const program = await readProgram(root, deps.analyzers, options);
  const seen = [...program.configuration.facts, ...runCodeAnalyzers(deps.analyzers, program.project)];
  return conclude(program, seen, options, deps);
}

/** From facts to the report. `views` are tools of servers that became known elsewhere (listings, packages, live). */
export async function conclude(
  program: Program,
  seen: readonly Fact[],
  options: Pick<ScanOptions, 'accept' | 'whatIf' | keyof Beside>,
  deps: ScanDependencies,
  views?: ToolViews,
): Promise<ScanResult> {
  const { facts, gaps, ...known } = await understand(program, seen, options, views);
  const traces = tracesOf(deps.analyzers, program.project);
  const graph = asIf(known.graph, options.whatIf);
  const flow = analyze(graph, options.accept && { accept: options.accept });
  const chains = flow.chains.map(chain =>
    options.accept?.has(chain.id) ? { ...chain, status: 'accepted' as const } : chain,
  );
  const report = assemble({
    version: deps.version,
    root: program.name,
    graph,
    chains,
    findings: audit(graph, chains, facts),
    gaps: [
      ...program.gaps,
      ...gaps,
      ...unrecognisedFrameworks(traces, program.manifests, graph.nodes),
      ...cutShort(flow),
    ],
    files: program.files,
    frameworks: frameworksOf(traces, program.manifests, graph.nodes),
  });
  return { report, facts };
}
