import { findChains } from '../flow/analyze.ts';
import type { Chain } from '../model/chain.ts';
import type { ServerDrift } from '../model/drift.ts';
import type { NodeFact } from '../model/fact.ts';
import type { RelatedLocation } from '../model/finding.ts';
import type { Graph } from '../model/graph.ts';
import { type Severity, severities } from '../model/vocabulary.ts';
import type { Audit, AuditInput, FindingDraft } from './audit.ts';
import { mappings } from './mappings.ts';

/** Servers that are not what they were when they were locked, or not what they were a moment ago. */
export const serverDrift: Audit = {
  id: 'server-drift',
  title: 'MCP server differs from what was locked',
  severity: 'medium',
  tags: ['mcp', 'supply-chain'],
  mappings: mappings['server-drift'],
  run,
};

function* run(input: AuditInput): Iterable<FindingDraft> {
  for (const drift of input.drift ?? []) yield draftOf(drift, input);
  for (const fact of input.facts)
    if (fact.fact === 'node' && typeof fact.properties?.unstable === 'string')
      yield unstable(fact, fact.properties.unstable);
}

function draftOf(drift: ServerDrift, input: AuditInput): FindingDraft {
  const { server, kind, at, versions, changes } = drift;
  const chains = newChains(drift, input);
  const what =
    kind === 'changed' && versions ? `The update of '${server}' (${versions.join(' to ')})` : `'${server}'`;
  const did = changes.length > 0 ? changes.join('; it ') : 'changes nothing that is seen here';
  const legs = legsOf(drift, input.graph);
  return {
    about: [kind, server],
    severity: severityOf(drift, chains),
    confidence: kind === 'unverified' ? 0.5 : 0.95,
    message: `${what} ${did}${legs ? `, which adds ${legs}` : ''}.${told(chains, drift, input)}`,
    location: at,
    related: related(drift, input.graph),
  };
}

function severityOf({ kind, touched, changes }: ServerDrift, chains: readonly NewChain[]): Severity {
  const worst = chains.map(({ chain }) => severities.indexOf(chain.severity)).sort((a, b) => a - b)[0];
  if (kind === 'removed' || kind === 'unverified') return 'info';
  const own = touched.length > 0 || (kind === 'changed' && changes.length > 0) ? 'medium' : 'low';
  return severities[Math.min(worst ?? severities.length, severities.indexOf(own))] ?? own;
}

interface NewChain {
  readonly chain: Chain;
  /** The context had no chain at all before. */
  readonly isFirst: boolean;
}

/** Open chains that exist only with the labels that the drift adds. */
function newChains({ added }: ServerDrift, { graph, chains }: AuditInput): readonly NewChain[] {
  if (added.length === 0) return [];
  const before = findChains(without(graph, added), { brief: true }).chains.filter(isOpen);
  const known = new Set(before.map(keyOf));
  const busy = new Set(before.map(chain => chain.context));
  return chains
    .filter(chain => isOpen(chain) && !known.has(keyOf(chain)))
    .map(chain => ({ chain, isFirst: !busy.has(chain.context) }));
}

function isOpen(chain: Chain): boolean {
  return chain.status === 'open';
}

/** One chain per rule, context and sink, whatever its best witness. */
function keyOf({ rule, context, sink }: Chain): string {
  return JSON.stringify([rule, context, sink]);
}

function without(graph: Graph, added: ServerDrift['added']): Graph {
  const gone = new Map(added.map(({ node, labels }) => [node, new Set(labels)]));
  const nodes = graph.nodes.map(node => {
    const labels = gone.get(node.id);
    if (!labels) return node;
    return { ...node, labels: node.labels.filter(item => !labels.has(`${item.label}/${item.kind}`)) };
  });
  return { ...graph, nodes };
}

function legsOf({ added }: ServerDrift, graph: Graph): string {
  const names = new Map(graph.nodes.map(node => [node.id, node.name]));
  const parts = added
    .slice(0, 3)
    .map(({ node, labels }) => `${labels.slice(0, 4).join(', ')} by '${names.get(node) ?? node}'`);
  return [...parts, ...(added.length > 3 ? [`${added.length - 3} more`] : [])].join('; ');
}

function told(chains: readonly NewChain[], drift: ServerDrift, input: AuditInput): string {
  const [worst] = [...chains].sort((a, b) => b.chain.risk - a.chain.risk);
  if (!worst) return joined(drift, input);
  const { chain, isFirst } = worst;
  const client = clientOf(chain, input.graph);
  const which = isFirst ? `the first chain in '${client}'` : `${count(chains.length)} in '${client}'`;
  return ` This makes ${which}: ${chain.rule}.`;
}

/** No new chain, but a further way for one that was open before. */
function joined({ added }: ServerDrift, { graph, chains }: AuditInput): string {
  const nodes = new Set(added.map(({ node }) => node));
  const chain = chains.find(item => isOpen(item) && playersOf(item).some(id => nodes.has(id)));
  return chain ? ` This is one more way for a chain in '${clientOf(chain, graph)}': ${chain.rule}.` : '';
}

function playersOf({ untrusted, sensitive, sink, alternatives }: Chain): readonly string[] {
  const others = [...alternatives.untrusted, ...alternatives.sensitive, ...alternatives.sink];
  return [untrusted ?? '', sensitive ?? '', sink, ...others];
}

function clientOf({ context }: Chain, graph: Graph): string {
  const agent = graph.contexts.find(({ id }) => id === context)?.agent;
  return graph.nodes.find(({ id }) => id === agent)?.name ?? 'this client';
}

function count(chains: number): string {
  return chains === 1 ? 'a new chain' : `${chains} new chains, the worst`;
}

function related({ touched }: ServerDrift, graph: Graph): readonly RelatedLocation[] {
  const nodes = graph.nodes.filter(node => touched.includes(node.id));
  return nodes.flatMap(({ location, name }) =>
    location ? [{ location, message: `'${name}' is new or defined otherwise` }] : [],
  );
}

function unstable(fact: NodeFact, how: string): FindingDraft {
  return {
    about: ['unstable', fact.name],
    severity: 'high',
    confidence: 0.9,
    message: `The tools of '${fact.name}' change while it runs: ${how}.`,
    location: fact.at,
  };
}
