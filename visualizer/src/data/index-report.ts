import type { Chain } from '../../../src/model/chain.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { Context, Edge, Node } from '../../../src/model/graph.ts';
import type { Report } from '../../../src/model/report.ts';

/** A report with everything that views look up by id. */
export interface IndexedReport {
  readonly report: Report;
  readonly nodes: ReadonlyMap<string, Node>;
  readonly edges: ReadonlyMap<string, Edge>;
  readonly contexts: ReadonlyMap<string, Context>;
  readonly chains: ReadonlyMap<string, Chain>;
  /** Finding of a chain, by chain id. */
  readonly findings: ReadonlyMap<string, Finding>;
  /** Edges that touch a node. */
  readonly around: ReadonlyMap<string, readonly Edge[]>;
  /** Contexts a node is a member of. */
  readonly contextsOf: ReadonlyMap<string, readonly Context[]>;
  /** Chains in which a node plays a leg or is passed. */
  readonly chainsOf: ReadonlyMap<string, readonly Chain[]>;
  /** Server that provides a tool. */
  readonly serverOf: ReadonlyMap<string, string>;
}

export function indexReport(report: Report): IndexedReport {
  const around = new Map<string, Edge[]>();
  const serverOf = new Map<string, string>();
  for (const edge of report.edges) {
    push(around, edge.from, edge);
    if (edge.to !== edge.from) push(around, edge.to, edge);
    if (edge.kind === 'provides') serverOf.set(edge.to, edge.from);
  }
  const contextsOf = new Map<string, Context[]>();
  for (const context of report.contexts) {
    for (const id of new Set([context.agent, ...context.nodes])) push(contextsOf, id, context);
  }
  const chainsOf = new Map<string, Chain[]>();
  for (const chain of report.chains) for (const id of nodesOfChain(chain)) push(chainsOf, id, chain);
  return {
    report,
    nodes: byId(report.nodes),
    edges: byId(report.edges),
    contexts: byId(report.contexts),
    chains: byId(report.chains),
    findings: new Map(report.findings.flatMap(finding => (finding.chain ? [[finding.chain, finding]] : []))),
    around,
    contextsOf,
    chainsOf,
    serverOf,
  };
}

/** Nodes that play a leg of a chain or lie on a witness path, each once. */
export function nodesOfChain(chain: Chain): readonly string[] {
  const steps = [...chain.legs.untrusted, ...chain.legs.sensitive, ...chain.legs.sink];
  const ends = [chain.untrusted, chain.sensitive, chain.sink].flatMap(id => id ?? []);
  return [...new Set([...ends, ...steps.flatMap(({ from, to }) => [from, to])])];
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map(item => [item.id, item]));
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const known = lists.get(key);
  if (known) known.push(item);
  else lists.set(key, [item]);
}
