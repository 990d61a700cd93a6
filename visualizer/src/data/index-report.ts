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

/** Every look-up is made when it is first asked for: what-if makes an index per change and asks for little. */
export function indexReport(report: Report): IndexedReport {
  const { nodes, edges, contexts, chains, findings } = report;
  return lazy<IndexedReport>({
    report: () => report,
    nodes: () => byId(nodes),
    edges: () => byId(edges),
    contexts: () => byId(contexts),
    chains: () => byId(chains),
    findings: () =>
      new Map(findings.flatMap(finding => (finding.chain ? [[finding.chain, finding] as const] : []))),
    around: () => lists(edges, ({ from, to }) => (from === to ? [from] : [from, to])),
    contextsOf: () => lists(contexts, ({ agent, nodes: own }) => new Set([agent, ...own])),
    chainsOf: () => lists(chains, nodesOfChain),
    serverOf: () =>
      new Map(edges.flatMap(({ kind, from, to }) => (kind === 'provides' ? [[to, from] as const] : []))),
  });
}

/** An object whose values are made when they are first read. */
function lazy<T extends object>(makers: { readonly [K in keyof T]: () => T[K] }): T {
  const made = {} as T;
  for (const key of Object.keys(makers) as (keyof T)[])
    Object.defineProperty(made, key, {
      configurable: true,
      enumerable: true,
      get: () => {
        const value = makers[key]();
        Object.defineProperty(made, key, { value, enumerable: true });
        return value;
      },
    });
  return made;
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

/** Items by each of their keys. */
function lists<T>(
  items: readonly T[],
  keysOf: (item: T) => Iterable<string>,
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const known = found.get(key);
      if (known) known.push(item);
      else found.set(key, [item]);
    }
  }
  return found;
}
