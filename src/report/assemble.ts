import type { Chain } from '../model/chain.ts';
import type { Finding } from '../model/finding.ts';
import type { Gap, Graph, Node } from '../model/graph.ts';
import { compareLocations } from '../model/location.ts';
import type { Coverage, FrameworkUse, Report, Summary } from '../model/report.ts';
import { severities } from '../model/vocabulary.ts';

/** What the stages found, in any order. */
export interface Parts {
  readonly version: string;
  /** Name of the scanned folder, never its path. */
  readonly root: string;
  readonly graph: Graph;
  readonly chains: readonly Chain[];
  readonly findings: readonly Finding[];
  readonly gaps: readonly Gap[];
  readonly files: Pick<Coverage, 'filesSeen' | 'filesParsed' | 'filesSkipped'>;
  readonly frameworks: readonly FrameworkUse[];
}

/** Puts the parts into one Report: sorted, counted, without duplicates. Worst chains and findings come first. */
export function assemble(parts: Parts): Report {
  const { graph, chains, findings } = parts;
  const gaps = sortGaps(parts.gaps);
  return {
    schemaVersion: 1,
    tool: { name: 'trefoil', version: parts.version },
    root: parts.root,
    nodes: graph.nodes.toSorted(byId),
    edges: graph.edges.toSorted(byId),
    contexts: graph.contexts.toSorted(byId),
    chains: chains.toSorted(byRisk),
    findings: findings.toSorted(byWeight),
    gaps,
    summary: summarize(parts, gaps),
  };
}

function summarize({ graph, chains, findings, files, frameworks }: Parts, gaps: readonly Gap[]): Summary {
  return {
    nodes: countBy(graph.nodes.map(({ kind }) => kind)),
    labels: countBy(graph.nodes.flatMap(({ labels }) => [...new Set(labels.map(({ label }) => label))])),
    severities: countBy(findings.map(({ severity }) => severity)),
    tiers: countBy(chains.map(({ tier }) => tier)),
    statuses: countBy(chains.map(({ status }) => status)),
    coverage: {
      ...files,
      filesSkipped: sortKeys(files.filesSkipped),
      agentsWithUnknownTools: agentsWithUnknownTools(graph, gaps),
      toolsWithoutEvidence: graph.nodes.filter(({ kind, labels }) => kind === 'tool' && labels.length === 0)
        .length,
    },
    frameworks: frameworks.toSorted(byId),
  };
}

/** Agents named by an `unknown-tools` gap, and agents that use a node nothing is known of. */
function agentsWithUnknownTools({ nodes, edges }: Graph, gaps: readonly Gap[]): number {
  const kinds = new Map(nodes.map(({ id, kind }) => [id, kind]));
  const named = gaps
    .filter(({ reason }) => reason === 'unknown-tools')
    .flatMap(({ affects }) => affects ?? []);
  const users = edges
    .filter(({ kind, to }) => kind === 'uses' && kinds.get(to) === 'unknown')
    .map(({ from }) => from);
  return new Set([...named, ...users].filter(id => kinds.get(id) === 'agent')).size;
}

function byId(a: Pick<Node, 'id'>, b: Pick<Node, 'id'>): number {
  return compareText(a.id, b.id);
}

/** Worst first; among equals open before gated, then the surer one. */
function byRisk(a: Chain, b: Chain): number {
  const settled = Number(a.status !== 'open') - Number(b.status !== 'open');
  return b.risk - a.risk || settled || b.confidence - a.confidence || byId(a, b);
}

function byWeight(a: Finding, b: Finding): number {
  const rank = severities.indexOf(a.severity) - severities.indexOf(b.severity);
  return rank || compareText(a.rule, b.rule) || compareLocations(a.location, b.location) || byId(a, b);
}

function sortGaps(gaps: readonly Gap[]): readonly Gap[] {
  const unique = new Map(
    gaps.map(gap => [JSON.stringify([gap.reason, gap.location, gap.detail, gap.affects]), gap]),
  );
  return [...unique.values()].sort(
    (a, b) =>
      compareLocations(a.location, b.location) ||
      compareText(a.reason, b.reason) ||
      compareText(a.detail, b.detail),
  );
}

function countBy(words: readonly string[]): { readonly [word: string]: number } {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return sortKeys(Object.fromEntries(counts));
}

function sortKeys(counts: { readonly [key: string]: number }): { readonly [key: string]: number } {
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => compareText(a, b)));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
