import { states } from '../flow/net.ts';
import { levelAt } from '../flow/propagate.ts';
import { taintOf } from '../flow/taint.ts';
import type { Graph, Node } from '../model/graph.ts';
import type { Audit, AuditInput, FindingDraft } from './audit.ts';
import { mappings } from './mappings.ts';
import { isStopped, listNames } from './steps.ts';

/** Vector stores and knowledge bases that hold what outsiders wrote and that agents read as knowledge. */
export const attackerWritableCorpus: Audit = {
  id: 'attacker-writable-corpus',
  title: 'Outsiders write into the knowledge of an agent',
  severity: 'medium',
  tags: ['rag', 'store'],
  mappings: mappings['attacker-writable-corpus'],
  run,
};

function* run({ graph }: AuditInput): Iterable<FindingDraft> {
  const corpora = graph.nodes.filter(isCorpus);
  if (corpora.length === 0) return;
  const taint = taintOf(graph);
  for (const store of corpora) {
    const readers = readersOf(graph, store);
    // The store's own label says that such stores may hold anything; a finding needs a writer that is reached.
    const writers = graph.edges.filter(
      edge => edge.kind === 'save' && edge.to === store.id && !isStopped(edge),
    );
    const reached = writers.filter(edge => {
      const writer = taint.net.indexOf.get(edge.from);
      return writer !== undefined && levelAt(taint.untrusted, 4 * writer + states.in) < 2;
    });
    if (readers.length === 0 || reached.length === 0 || !store.location) continue;
    yield {
      about: [store.id],
      confidence: 0.7,
      message: `Text that outsiders write gets into ${listNames([store.name])}, which ${listNames(readers.map(agent => agent.name))} reads as knowledge.`,
      location: store.location,
    };
  }
}

/** Analyzers call it `store` or `type`. */
const isCorpus = ({ kind, properties: { store, type } }: Node): boolean =>
  kind === 'store' && [store, type].some(word => word === 'vector' || word === 'knowledge');

function readersOf(graph: Graph, store: Node): readonly Node[] {
  const ids = new Set(
    graph.edges.filter(edge => edge.kind === 'load' && edge.from === store.id).map(edge => edge.to),
  );
  return graph.nodes.filter(node => ids.has(node.id));
}
