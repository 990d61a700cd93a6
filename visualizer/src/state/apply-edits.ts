import { applyChanges, type Change } from '../../../src/flow/changes.ts';
import type { Edge, Graph, Node } from '../../../src/model/graph.ts';
import type { Label } from '../../../src/model/label.ts';
import type { Edit } from './edit.ts';
import { indexOf } from './graph-lookups.ts';

const outward: ReadonlySet<string> = new Set(['call', 'emit', 'save', 'handoff']);

/** The graph after the edits. Edits on things that are not there change nothing. */
export function applyEdits(graph: Graph, edits: readonly Edit[]): Graph {
  const changes = edits.flatMap(edit => changesOf(graph, edit));
  return edits.reduce(applyOwn, applyChanges(graph, changes, indexOf(graph)));
}

/** What an edit is for the flow engine; empty for those that only the explorer knows. */
export function changesOf(graph: Graph, edit: Edit): readonly Change[] {
  if (edit.change === 'fix') return [edit.fix];
  if (edit.change === 'relabel' || edit.change === 'restrict') return [];
  const { target } = edit;
  const { edges, nodes } = indexOf(graph);
  const edge = edges.get(target);
  if (edit.change === 'remove') return edge ? [] : [{ change: 'remove', node: target }];
  const agent = nodes.get(target)?.kind === 'agent';
  if (!edge && !agent) return [{ change: 'approve', node: target }];
  const guarded = graph.edges.filter(
    other => outward.has(other.kind) && (edge ? isBetween(edge, other) : other.from === target),
  );
  const ways = new Map(guarded.map(other => [`${other.from}\n${other.to}`, other.id]));
  return [...ways.values()].map(id => ({ change: 'approve-step', edge: id }));
}

function applyOwn(graph: Graph, edit: Edit): Graph {
  if (edit.change === 'relabel') return onNodes(graph, new Set([edit.target]), node => relabel(node, edit));
  if (edit.change !== 'restrict' && edit.change !== 'remove') return graph;
  const edge = graph.edges.find(({ id }) => id === edit.target);
  if (edit.change === 'restrict')
    return onNodes(graph, edge ? new Set([edge.to]) : withProvided(graph, edit.target), restrict);
  return edge ? { ...graph, edges: graph.edges.filter(other => !isBetween(edge, other)) } : graph;
}

/** True for edges between the same two ends, in either direction. */
function isBetween(edge: Edge, other: Edge): boolean {
  return (
    (other.from === edge.from && other.to === edge.to) || (other.from === edge.to && other.to === edge.from)
  );
}

/** A server stands for the tools it provides. */
function withProvided(graph: Graph, id: string): ReadonlySet<string> {
  const all = new Set([id]);
  for (const { kind, from, to } of graph.edges) if (kind === 'provides' && from === id) all.add(to);
  return all;
}

function onNodes(graph: Graph, ids: ReadonlySet<string>, change: (node: Node) => Node): Graph {
  return { ...graph, nodes: graph.nodes.map(node => (ids.has(node.id) ? change(node) : node)) };
}

/** Every role in its narrow form: own recipients, one record, own people; code in a closed sandbox. */
function restrict(node: Node): Node {
  const labels = node.labels.map((label): Label => {
    if (label.label === 'untrusted-input') return { ...label, reach: 'insider' };
    if (label.label === 'sensitive-data') return { ...label, scope: 'record' };
    if (label.label === 'external-sink') return { ...label, destination: 'bound' };
    return label;
  });
  const runs = labels.some(({ label }) => label === 'code-execution');
  const kept = runs ? labels.filter(({ label }) => label !== 'code-execution') : labels;
  return { ...node, labels: kept, ...(runs && { properties: { ...node.properties, sandbox: 'isolated' } }) };
}

/** Kinds of labels that a person adds without saying more. */
export const plainKind = {
  'untrusted-input': 'web',
  'sensitive-data': 'document',
  'external-sink': 'network',
  'code-execution': 'code',
  'destructive-action': 'overwrite',
} as const;

function relabel(node: Node, edit: Extract<Edit, { change: 'relabel' }>): Node {
  const others = node.labels.filter(({ label }) => label !== edit.label);
  if (!edit.present) return { ...node, labels: others };
  const known = node.labels.find(({ label }) => label === edit.label);
  const label: Label = {
    label: edit.label,
    kind: known?.kind ?? plainKind[edit.label],
    ...(edit.label === 'untrusted-input' && { reach: known?.reach ?? 'anyone' }),
    ...(edit.label === 'sensitive-data' && { scope: known?.scope ?? 'tenant' }),
    ...(edit.label === 'external-sink' && {
      destination: known?.destination ?? 'model-chosen',
      payload: known?.payload ?? 'free-text',
    }),
    confidence: 1,
    evidence: [{ via: 'policy', detail: edit.reason || 'Set in what-if.' }],
  };
  return { ...node, labels: [...others, label] };
}
