import type { Edge, Graph, Node } from '../model/graph.ts';

/** Look-ups that fixes and what-if need, built once per graph. */
export interface GraphIndex {
  readonly nodes: ReadonlyMap<string, Node>;
  readonly edges: ReadonlyMap<string, Edge>;
  /** Server id to what it provides, and back. */
  readonly provided: ReadonlyMap<string, readonly string[]>;
  readonly providers: ReadonlyMap<string, readonly string[]>;
  /** Node id to the ids of those that act on it by a data step, sorted. */
  readonly actors: ReadonlyMap<string, readonly string[]>;
  /** Agent id to what it uses by declaration, servers included. */
  readonly used: ReadonlyMap<string, readonly string[]>;
  /** Ids of the edges from one node to another, sorted; the key is both ids with a zero character between. */
  readonly between: ReadonlyMap<string, readonly string[]>;
  /** Context id to its agent. */
  readonly owners: ReadonlyMap<string, string>;
}

const acting: ReadonlySet<string> = new Set(['call', 'emit', 'save', 'handoff']);

/** Indexes a graph. */
export function indexGraph(graph: Graph): GraphIndex {
  const provided = new Map<string, string[]>();
  const providers = new Map<string, string[]>();
  const actors = new Map<string, string[]>();
  const used = new Map<string, string[]>();
  const between = new Map<string, string[]>();
  for (const edge of graph.edges) {
    if (edge.kind === 'provides') {
      put(provided, edge.from, edge.to);
      put(providers, edge.to, edge.from);
    }
    if (acting.has(edge.kind)) put(actors, edge.to, edge.from);
    if (edge.kind === 'uses') put(used, edge.from, edge.to);
    put(between, `${edge.from}\0${edge.to}`, edge.id);
  }
  for (const map of [provided, providers, actors, used, between])
    for (const list of map.values()) list.sort();
  return {
    nodes: new Map(graph.nodes.map(node => [node.id, node])),
    edges: new Map(graph.edges.map(edge => [edge.id, edge])),
    provided,
    providers,
    actors,
    used,
    between,
    owners: new Map(graph.contexts.map(context => [context.id, context.agent])),
  };
}

function put(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}
