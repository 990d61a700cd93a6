import type { Report } from '../../src/model/report.ts';

/** A hand-written expectation: sets of lines, see `pictureOf` for their form. */
export interface Expected {
  readonly nodes: readonly string[];
  readonly labels: readonly string[];
  readonly chains: readonly string[];
}

/** `part: line` of what an expectation has and the report has not, and the other way round. */
export interface Difference {
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

/**
 * A report as lines: nodes `kind name`, labels `name label kind`, chains of the trifecta
 * `rule status agent untrusted sensitive sink`.
 */
export function pictureOf(report: Report): Expected {
  const names = new Map(report.nodes.map(node => [node.id, node.name]));
  const agents = new Map(report.contexts.map(context => [context.id, names.get(context.agent)]));
  return {
    nodes: report.nodes.map(node => `${node.kind} ${node.name}`),
    labels: report.nodes.flatMap(node =>
      node.labels.map(label => `${node.name} ${label.label} ${label.kind}`),
    ),
    chains: report.chains.map(chain => {
      const legs = [chain.untrusted, chain.sensitive, chain.sink].map(id => names.get(id ?? '') ?? '-');
      return [chain.rule, chain.status, agents.get(chain.context), ...legs].join(' ');
    }),
  };
}

/** Compares part by part; order and repetition do not matter. */
export function compare(expected: Expected, found: Expected): Difference {
  const parts = ['nodes', 'labels', 'chains'] as const;
  const lines = (a: Expected, b: Expected): readonly string[] =>
    parts.flatMap(part => {
      const known = new Set(b[part]);
      return [...new Set(a[part])].filter(line => !known.has(line)).map(line => `${part}: ${line}`);
    });
  return { missing: lines(expected, found), extra: lines(found, expected) };
}
