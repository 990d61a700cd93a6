import type { Graph, Node } from '../model/graph.ts';
import { applyChanges, type Change } from './changes.ts';
import { type GraphIndex, indexGraph } from './graph-index.ts';

/** One question: what if this were gated by a person, or not there at all? */
export interface WhatIf {
  readonly verb: 'gate' | 'remove';
  /** A node's name or id; a tool of a server also as `server/tool` or `mcp__server__tool`. */
  readonly name: string;
}

/** The changed graph, and names that mean nothing in it. */
export interface WhatIfResult {
  readonly graph: Graph;
  readonly unknown: readonly string[];
}

const verbs = ['gate', 'remove'] as const;

/** Reads `gate:send_email` or `remove:fetch`; undefined when it is neither. */
export function readWhatIf(text: string): WhatIf | undefined {
  const at = text.indexOf(':');
  const verb = verbs.find(word => word === text.slice(0, at));
  const name = text.slice(at + 1).trim();
  return verb && name ? { verb, name } : undefined;
}

/** Applies questions to a graph. A name that several nodes carry means all of them. */
export function applyWhatIf(graph: Graph, questions: readonly WhatIf[]): WhatIfResult {
  const index = indexGraph(graph);
  const unknown: string[] = [];
  const changes = questions.flatMap(({ verb, name }): readonly Change[] => {
    const nodes = named(graph, index, name);
    if (nodes.length === 0) unknown.push(name);
    return nodes.flatMap(node => changesOf(verb, node, graph));
  });
  return { graph: applyChanges(graph, changes), unknown };
}

/** A gate on an agent covers everything the agent does. */
function changesOf(verb: WhatIf['verb'], node: Node, graph: Graph): readonly Change[] {
  if (verb === 'remove') return [{ change: 'remove', node: node.id }];
  if (node.kind !== 'agent') return [{ change: 'approve', node: node.id }];
  const acts = graph.edges.filter(({ kind, from }) => from === node.id && outward.has(kind));
  return acts.map(({ id }) => ({ change: 'approve-step', edge: id }));
}

const outward: ReadonlySet<string> = new Set(['call', 'emit', 'save', 'handoff']);

function named(graph: Graph, index: GraphIndex, name: string): readonly Node[] {
  const exact = index.nodes.get(name);
  if (exact) return [exact];
  const plain = graph.nodes.filter(node => node.name === name && node.kind !== 'gate');
  if (plain.length > 0) return plain;
  return graph.nodes.filter(node => spellings(node, index).includes(name));
}

/** How clients write tools of servers. */
function spellings(node: Node, index: GraphIndex): readonly string[] {
  if (node.kind === 'mcp-server') return [`mcp__${node.name}`];
  return (index.providers.get(node.id) ?? []).flatMap(id => {
    const server = index.nodes.get(id)?.name ?? '';
    return [`mcp__${server}__${node.name}`, `${server}/${node.name}`, `${server}.${node.name}`];
  });
}
