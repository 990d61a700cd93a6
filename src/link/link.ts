import type { Fact, GapFact, GateFact, NodeFact, Ref, RelationFact } from '../model/fact.ts';
import type { Gap, Graph } from '../model/graph.ts';
import { contextsOf } from './contexts.ts';
import { orderOf } from './dominance.ts';
import { finishEdges } from './draft.ts';
import { placeGates } from './gates.ts';
import { mergeNodes, type Nodes } from './merge.ts';
import { compareText, inOrder, stableJson } from './order.ts';
import { edgesOf, type Relation, resolveRelations } from './relations.ts';
import { joinScreens } from './screens.ts';
import { joinServers } from './servers.ts';

/** The linked picture before labelling. */
export interface Linked {
  readonly graph: Graph;
  /** Merged fact of each node id: handler, symbol, package, settings, parameters, annotations for the label stage. */
  readonly origins: ReadonlyMap<string, NodeFact>;
  /** Gaps of the analyzers and the linker's own, with node ids in `affects`. */
  readonly gaps: readonly Gap[];
}

/**
 * Facts to graph: refs to nodes, relations to steps, gates to barriers, agents to contexts. Pure; the order of facts
 * does not matter.
 */
export function link(facts: readonly Fact[]): Linked {
  const ordered = inOrder(joinScreens(facts));
  const declared = ordered.filter(fact => fact.fact === 'node');
  const gateFacts = ordered.filter(fact => fact.fact === 'gate');
  const relationFacts = ordered.filter(fact => fact.fact === 'relation');
  const gateNodes = gateFacts.filter(gate => !declared.some(node => node.ref === gate.ref)).map(gateNode);
  const known = joinServers([...declared, ...gateNodes], relationFacts);
  const unknown = unknownNodes(known.nodes, known.relations);
  const merged = mergeNodes([...known.nodes, ...unknown]);
  const relations = resolveRelations(known.relations, merged.idOf);
  const nodes: Nodes = { ...merged, aliases: aliasesOf(relations, merged) };
  const drafts = [...edgesOf(relations, nodes)];
  const order = orderOf(relations, id => nodes.origins.get(id)?.kind);
  const gates = gateFacts.flatMap(fact => {
    const id = nodes.idOf.get(fact.ref);
    return id === undefined ? [] : [{ fact: { ...fact, scope: known.refOf(fact.scope) }, id }];
  });
  const placed = placeGates(gates, drafts, nodes, order);
  const edges = finishEdges([...drafts, ...placed.edges]);
  const gaps = [
    ...ordered
      .filter(fact => fact.fact === 'gap')
      .map(fact => gapOf(fact, ref => nodes.idOf.get(known.refOf(ref)))),
    ...placed.gaps,
  ];
  return {
    graph: { nodes: nodes.nodes, edges, contexts: contextsOf(nodes.nodes, edges) },
    origins: nodes.origins,
    gaps: [...gaps, ...unknown.map(unknownGap)].sort((a, b) => compareText(stableJson(a), stableJson(b))),
  };
}

function gateNode(gate: GateFact): NodeFact {
  const { ref, name, framework, at } = gate;
  const { mechanism, credit } = gate.barrier;
  return { fact: 'node', ref, kind: 'gate', name, framework, at, properties: { mechanism, credit } };
}

/** Tools of servers answer to the client's spelling too: `mcp__server__tool`. */
function aliasesOf(relations: readonly Relation[], nodes: Nodes): ReadonlyMap<string, string> {
  const aliases = new Map<string, string>();
  for (const { fact, from, to } of relations) {
    const server = nodes.origins.get(from);
    const tool = nodes.origins.get(to);
    if (fact.kind !== 'provides' || !server || tool?.kind !== 'tool') continue;
    aliases.set(to, `mcp__${server.name}__${tool.name}`);
  }
  for (const [id, fact] of nodes.origins)
    if (fact.kind === 'mcp-server') aliases.set(id, `mcp__${fact.name}`);
  return aliases;
}

/** A relation may speak of a thing nobody declared; it is kept as an unknown node. */
function unknownNodes(nodes: readonly NodeFact[], relations: readonly RelationFact[]): readonly NodeFact[] {
  const known = new Set<Ref>(nodes.map(node => node.ref));
  const found = new Map<Ref, NodeFact>();
  for (const relation of relations) {
    for (const ref of [relation.from, relation.to]) {
      if (known.has(ref) || found.has(ref)) continue;
      found.set(ref, {
        fact: 'node',
        ref,
        kind: 'unknown',
        name: nameOfRef(ref),
        framework: 'unknown',
        at: relation.at,
      });
    }
  }
  return [...found.values()];
}

/** Code refs hold lines, which would make ids move; only the words of other refs are kept. */
function nameOfRef(ref: Ref): string {
  if (ref.startsWith('code:')) return 'unknown';
  return ref.split(':').filter(Boolean).at(-1) ?? 'unknown';
}

function unknownGap(fact: NodeFact): Gap {
  return {
    reason: 'unresolved-value',
    location: fact.at,
    detail: `Something is attached here that could not be resolved: '${fact.name}'.`,
  };
}

function gapOf(fact: GapFact, idOf: (ref: Ref) => string | undefined): Gap {
  const affects = [...new Set((fact.affects ?? []).flatMap(ref => idOf(ref) ?? []))].sort();
  return {
    reason: fact.reason,
    location: fact.at,
    detail: fact.detail,
    ...(affects.length > 0 && { affects }),
  };
}
