import type { Barrier, Edge, Graph, Node } from '../../../src/model/graph.ts';
import type { Label } from '../../../src/model/label.ts';
import type { Edit } from './edit.ts';

/** What a person's approval of each call is worth, as the engine grades it. */
const approval: Barrier = {
  kind: 'gate',
  mechanism: 'approval (what-if)',
  credit: 0.8,
  cut: false,
  detail: 'A person sees each call with its arguments.',
};

const acting: ReadonlySet<string> = new Set(['call', 'emit', 'save', 'uses', 'writes', 'renders']);

/** The graph after the edits. Edits on things that are not there change nothing. */
export function applyEdits(graph: Graph, edits: readonly Edit[]): Graph {
  return edits.reduce(applyEdit, graph);
}

function applyEdit(graph: Graph, edit: Edit): Graph {
  const edge = graph.edges.find(({ id }) => id === edit.target);
  const between = (other: Edge): boolean =>
    edge !== undefined &&
    ((other.from === edge.from && other.to === edge.to) ||
      (other.from === edge.to && other.to === edge.from));
  const targets = withProvided(graph, edit.target);
  switch (edit.change) {
    case 'remove':
      return edge
        ? { ...graph, edges: graph.edges.filter(other => !between(other)) }
        : removeNodes(graph, targets);
    case 'approve': {
      const agent = graph.nodes.find(({ id }) => id === edit.target)?.kind === 'agent';
      return onEdges(graph, other => {
        if (!acting.has(other.kind)) return false;
        return edge ? between(other) : targets.has(agent ? other.from : other.to);
      });
    }
    case 'restrict':
      return onNodes(graph, edge ? new Set([edge.to]) : targets, restrict);
    case 'relabel':
      return onNodes(graph, new Set([edit.target]), node => relabel(node, edit));
  }
}

/** A server stands for the tools it provides. */
function withProvided(graph: Graph, id: string): ReadonlySet<string> {
  const all = new Set([id]);
  for (const { kind, from, to } of graph.edges) if (kind === 'provides' && from === id) all.add(to);
  return all;
}

function removeNodes(graph: Graph, gone: ReadonlySet<string>): Graph {
  return {
    nodes: graph.nodes.filter(({ id }) => !gone.has(id)),
    edges: graph.edges.filter(({ from, to }) => !gone.has(from) && !gone.has(to)),
    contexts: graph.contexts
      .filter(({ agent }) => !gone.has(agent))
      .map(context =>
        context.nodes.some(id => gone.has(id))
          ? { ...context, nodes: context.nodes.filter(id => !gone.has(id)) }
          : context,
      ),
  };
}

function onEdges(graph: Graph, guarded: (edge: Edge) => boolean): Graph {
  const edges = graph.edges.map(edge =>
    guarded(edge) ? { ...edge, barriers: [...(edge.barriers ?? []), approval] } : edge,
  );
  return { ...graph, edges };
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

const kindOf = {
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
    kind: known?.kind ?? kindOf[edit.label],
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
