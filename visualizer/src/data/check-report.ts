import type { Report } from '../../../src/model/report.ts';
import { readChain, readFinding } from './check-chain.ts';
import { readContext, readEdge, readGap, readNode } from './check-graph.ts';
import { between, counts, list, object, text, texts } from './shape.ts';

/** A usable report, or one plain sentence why there is none. `dropped`: entries that made no sense. */
export type Checked =
  | { readonly ok: true; readonly report: Report; readonly dropped: number }
  | { readonly ok: false; readonly problem: string };

/**
 * Reads report text of any origin. Lenient where that is harmless (a malformed entry is left out and counted), strict
 * where it is not (another format, another major version).
 */
export function checkReport(json: string): Checked {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { ok: false, problem: 'This is not JSON.' };
  }
  const raw = object(value);
  if (!Array.isArray(raw.nodes) || !Array.isArray(raw.chains)) {
    return { ok: false, problem: 'This JSON is not a Trefoil report: it has no nodes and chains.' };
  }
  if (raw.schemaVersion !== 1) {
    return {
      ok: false,
      problem: `This report has format version ${String(raw.schemaVersion).slice(0, 20)}; this explorer reads 1.`,
    };
  }
  const report = read(raw);
  const keys = ['nodes', 'edges', 'contexts', 'chains', 'findings'] as const;
  const dropped = keys.reduce((sum, key) => {
    const given = raw[key];
    return sum + (Array.isArray(given) ? given.length - report[key].length : 0);
  }, 0);
  return { ok: true, report, dropped };
}

function read(raw: { readonly [key: string]: unknown }): Report {
  const summary = object(raw.summary);
  const coverage = object(summary.coverage);
  return {
    schemaVersion: 1,
    tool: { name: 'trefoil', version: text(object(raw.tool).version, 'unknown') },
    root: text(raw.root, 'project'),
    nodes: unique(list(raw.nodes, readNode)),
    edges: unique(list(raw.edges, readEdge)),
    contexts: unique(list(raw.contexts, readContext)),
    chains: unique(list(raw.chains, readChain)),
    findings: unique(list(raw.findings, readFinding)),
    gaps: list(raw.gaps, readGap),
    summary: {
      nodes: counts(summary.nodes),
      labels: counts(summary.labels),
      severities: counts(summary.severities),
      tiers: counts(summary.tiers),
      statuses: counts(summary.statuses),
      coverage: {
        filesSeen: between(coverage.filesSeen, 0, 1e12),
        filesParsed: between(coverage.filesParsed, 0, 1e12),
        filesSkipped: counts(coverage.filesSkipped),
        agentsWithUnknownTools: between(coverage.agentsWithUnknownTools, 0, 1e12),
        toolsWithoutEvidence: between(coverage.toolsWithoutEvidence, 0, 1e12),
      },
      frameworks: list(summary.frameworks, entry => ({
        id: text(object(entry).id, 'unknown'),
        versions: texts(object(entry).versions),
        agents: between(object(entry).agents, 0, 1e12),
      })),
    },
  };
}

/** The first of each id. */
function unique<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return items.filter(({ id }) => !seen.has(id) && seen.add(id));
}
