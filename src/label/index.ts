import type { Behavior } from '../behavior/types.ts';
import type { NodeFact } from '../model/fact.ts';
import type { Gap, Graph, Node } from '../model/graph.ts';
import { confirmations } from './confirmations.ts';
import { labelsOfCatalog, serverOf } from './from-catalog.ts';
import { labelsOfCode } from './from-code.ts';
import { labelsOfWords } from './from-words.ts';
import type { Knowledge } from './knowledge.ts';
import { merge } from './merge.ts';
import { takenByPolicy, underPolicy, userRowOf } from './policy.ts';
import { labelsOfScreen } from './screens.ts';
import { unknownServerLabels } from './unknown-server.ts';
import { wideResult } from './wide-results.ts';

export type { Knowledge, Lexical } from './knowledge.ts';

/** The graph with labels, capabilities and barriers from bodies, and what could not be told. */
export interface Labelled {
  readonly graph: Graph;
  readonly gaps: readonly Gap[];
}

/**
 * Says of every node what it can do. Evidence in order: the project's own statements, the body, the catalog, the
 * configuration, the words. Only adds: nodes and edges stay what they are.
 */
export function labelGraph(
  graph: Graph,
  origins: ReadonlyMap<string, NodeFact>,
  knowledge: Knowledge,
): Labelled {
  const gaps: Gap[] = [];
  const bodies = new Map<string, Behavior>();
  const nodes = graph.nodes.map(node => {
    const fact = origins.get(node.id);
    if (!fact) return node;
    const behavior = fact.handler && node.kind !== 'agent' ? knowledge.behavior?.of(fact.handler) : undefined;
    if (behavior) bodies.set(node.id, behavior);
    return labelNode(node, fact, behavior, knowledge, gaps);
  });
  return { graph: { ...graph, nodes, edges: confirmations(graph.edges, bodies) }, gaps };
}

function labelNode(
  node: Node,
  fact: NodeFact,
  behavior: Behavior | undefined,
  knowledge: Knowledge,
  gaps: Gap[],
): Node {
  const { catalog } = knowledge;
  if (node.kind === 'mcp-server') {
    const row = fact.package ? serverOf(fact.package, catalog) : undefined;
    return row ? { ...node, capabilities: row.capabilities } : node;
  }
  if (node.kind === 'unknown') return { ...node, labels: [...node.labels, ...unknownServerLabels(fact)] };
  if (node.kind === 'renderer')
    return { ...node, labels: [...node.labels, ...labelsOfScreen(node, catalog)] };
  if (node.kind !== 'tool' && node.kind !== 'store') return node;
  const types = new Map(
    fact.parameters?.map(p => [
      p.name,
      p.values !== undefined || /^(?:integer|number|boolean|enum)$/.test(p.type ?? ''),
    ]),
  );
  const words = labelsOfWords(fact, knowledge.lexical);
  const known = labelsOfCatalog(fact, catalog);
  // A row of this very tool says which words may speak where no code does.
  const said =
    known.capabilities.length > 0
      ? words.filter(word => known.labels.some(one => one.label === word.label && one.confidence >= 0.5))
      : words;
  const code =
    behavior && labelsOfCode(behavior, { labels: said, isTyped: name => types.get(name) === true }, catalog);
  const merged = merge({ fact, code, catalog: known, words });
  const row = userRowOf(fact, catalog);
  const notes = [...merged.notes, ...(row ? takenByPolicy(merged.labels, row) : [])];
  if (behavior && code && !code.complete) gaps.push(gapOf(node, behavior));
  const wide = behavior && wideResult(behavior);
  const capabilities = [
    ...new Set([...(code?.capabilities ?? []), ...known.capabilities, ...(row?.capabilities ?? [])]),
  ].sort();
  return {
    ...node,
    labels: row ? underPolicy(merged.labels, row, catalog) : merged.labels,
    capabilities,
    properties: {
      ...node.properties,
      ...boxOf(capabilities),
      ...(wide !== undefined && { wideResult: wide }),
      ...(notes.length > 0 && { notes }),
    },
  };
}

/** All code it runs is kept from the network, or from the files of this machine. */
function boxOf(capabilities: readonly string[]): { readonly sandbox?: 'isolated' | 'network' } {
  if (capabilities.some(word => /^(?:code\.run|shell\.|process\.|container\.)/.test(word))) return {};
  if (capabilities.includes('code.remote')) return { sandbox: 'network' };
  return capabilities.includes('code.isolated') ? { sandbox: 'isolated' } : {};
}

/** A body that could not be followed to its end. */
function gapOf(node: Node, behavior: Behavior): Gap {
  const names = [...new Set(behavior.unknown.map(call => call.name))];
  const [first] = behavior.unknown;
  const shown = names.slice(0, 4).join(', ');
  const what =
    names.length > 0
      ? `calls ${shown}${names.length > 4 ? ` and ${names.length - 4} more` : ''}, which are not known`
      : 'is too large to be read to its end';
  return {
    reason: names.length > 0 ? 'unknown-callee' : 'depth-limit',
    location: first?.at ?? behavior.at,
    detail: `The body of '${node.name}' ${what}; its words were used beside it.`,
    affects: [node.id],
  };
}
