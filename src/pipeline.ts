import { audit } from './audits/index.ts';
import { analyze } from './flow/analyze.ts';
import type { Fact } from './model/fact.ts';
import { cutShort } from './pipeline/cut-short.ts';
import { tracesOf } from './pipeline/framework-traces.ts';
import { inCells } from './pipeline/notebook-cells.ts';
import { type Program, readProgram } from './pipeline/read-program.ts';
import { runCodeAnalyzers } from './pipeline/run-analyzers.ts';
import type { ScanDependencies, ScanOptions, ScanResult } from './pipeline/scan-types.ts';
import { type Beside, understand } from './pipeline/understand.ts';
import { asIf } from './pipeline/what-if.ts';
import { assemble } from './report/assemble.ts';
import { frameworksOf, unrecognisedFrameworks } from './report/frameworks.ts';
import type { Project } from './resolve/project.ts';
import type { ToolViews } from './servers/view.ts';

/** Scans a folder: read, analyze, link, label, find chains, judge, report. */
export async function scan(root: string, options: ScanOptions, deps: ScanDependencies): Promise<ScanResult> {
  const program = await readProgram(root, deps.analyzers, options);
  const { configuration, project, settings } = program;
  const code = runCodeAnalyzers(deps.analyzers, project, settings, configuration.facts);
  const seen = [...configuration.facts, ...code];
  return conclude(program, seen, options, deps);
}

/**
 * From facts to the report. `views` are tools of servers that became known elsewhere (listings, packages, live),
 * `others` the code of packages that are not part of the tree.
 */
export async function conclude(
  program: Program,
  seen: readonly Fact[],
  options: Pick<ScanOptions, 'accept' | 'whatIf' | 'drift' | keyof Beside>,
  deps: ScanDependencies,
  views?: ToolViews,
  others?: readonly Project[],
): Promise<ScanResult> {
  const { facts, gaps, ...known } = await understand(program, seen, options, views, others);
  const traces = tracesOf(deps.analyzers, program.project);
  const graph = asIf(known.graph, options.whatIf);
  const flow = analyze(graph, options.accept && { accept: options.accept });
  const chains = flow.chains.map(chain =>
    options.accept?.has(chain.id) ? { ...chain, status: 'accepted' as const } : chain,
  );
  const assembled = assemble({
    version: deps.version,
    root: program.name,
    graph,
    chains,
    findings: audit(graph, chains, facts, options.drift?.(graph, known.origins)),
    gaps: [
      ...program.gaps,
      ...gaps,
      ...unrecognisedFrameworks(traces, program.manifests, graph),
      ...cutShort(flow),
    ],
    files: program.files,
    frameworks: frameworksOf(traces, program.manifests, graph.nodes),
  });
  return { report: inCells(assembled, program.cells), facts, origins: known.origins };
}
