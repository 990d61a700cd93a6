import type { Barrier, Edge, Graph, Node } from '../model/graph.ts';
import type { Label } from '../model/label.ts';
import { type GraphIndex, indexGraph } from './graph-index.ts';

/**
 * One change to an agent system, as fixes propose and what-if tries. `node` and `agent` are node ids, `edge` an edge
 * id standing for all data steps between its two ends.
 */
export type Change =
  /** A person confirms each call of the node, whoever makes it; of a server: each call of its tools. */
  | { readonly change: 'approve'; readonly node: string }
  | { readonly change: 'approve-step'; readonly edge: string }
  /** The agent no longer has the tool, server or store. */
  | { readonly change: 'take-away'; readonly agent: string; readonly node: string }
  | { readonly change: 'remove'; readonly node: string }
  /** The destination comes from trusted data instead of the model. */
  | { readonly change: 'bind'; readonly node: string }
  /** Code runs without network and without the host's files. */
  | { readonly change: 'isolate'; readonly node: string }
  /** The node can no longer write the agent's configuration. */
  | { readonly change: 'protect'; readonly node: string }
  /** The server's own setting takes these tools away. */
  | {
      readonly change: 'restrict-server';
      readonly node: string;
      readonly setting: string;
      readonly tools: readonly string[];
    }
  /** Nothing is loaded when the text is shown. */
  | { readonly change: 'quiet'; readonly node: string }
  /** Only checked values move along the step. */
  | { readonly change: 'type'; readonly edge: string }
  /** Untrusted text is read by another agent that has no other tools and answers with checked values. */
  | { readonly change: 'split'; readonly agent: string; readonly readers: readonly string[] };

/** What a person's approval of each call is worth (threat model, gates). */
const approval: Barrier = {
  kind: 'gate',
  mechanism: 'approval (what-if)',
  credit: 0.8,
  cut: false,
  detail: 'A person sees each call with its arguments.',
};

const outward: ReadonlySet<string> = new Set(['call', 'emit', 'save', 'handoff']);

/** What a sandbox without network, DNS and host files takes from the code inside. */
const insideSandbox: ReadonlySet<string> = new Set([
  ...['network', 'url', 'dns', 'package', 'port'],
  ...['filesystem', 'secret', 'cloud', 'internal-network'],
  ...['web', 'repository'],
]);

/** Two changes are the same when this text is. */
export function changeKey(change: Change): string {
  switch (change.change) {
    case 'take-away':
      return `take-away ${change.agent} ${change.node}`;
    case 'restrict-server':
      return `restrict-server ${change.node} ${change.setting}`;
    case 'split':
      return `split ${change.agent}`;
    case 'approve-step':
    case 'type':
      return `${change.change} ${change.edge}`;
    default:
      return `${change.change} ${change.node}`;
  }
}

/**
 * The graph after the changes. Changes of things that are not there do nothing. `known` is the index of the graph, for
 * callers that have it.
 */
export function applyChanges(graph: Graph, changes: readonly Change[], known?: GraphIndex): Graph {
  if (changes.length === 0) return graph;
  const index = known ?? indexGraph(graph);
  const approvals = changes.filter(isApproval);
  const others = changes.filter(change => !isApproval(change));
  const changed = others.reduce((now, change) => applyChange(now, change, index), graph);
  return approvals.length > 0 ? approve(changed, approvals, index) : changed;
}

/** `index` is that of the unchanged graph: ids keep their meaning whatever was changed before. */
function applyChange(graph: Graph, change: Change, index: GraphIndex): Graph {
  switch (change.change) {
    case 'approve':
    case 'approve-step':
      return graph;
    case 'take-away': {
      const gone = new Set([change.node, ...(index.provided.get(change.node) ?? [])]);
      const isGone = ({ from, to }: Edge) =>
        (from === change.agent && gone.has(to)) || (to === change.agent && gone.has(from));
      return { ...graph, edges: graph.edges.filter(edge => !isGone(edge)) };
    }
    case 'remove':
      return withoutNodes(graph, new Set([change.node, ...ownTools(index, change.node)]));
    case 'restrict-server': {
      const names = new Set(change.tools);
      const tools = (index.provided.get(change.node) ?? []).filter(id =>
        names.has(index.nodes.get(id)?.name ?? ''),
      );
      return withoutNodes(graph, new Set(tools));
    }
    case 'bind':
      return onNode(graph, change.node, bound);
    case 'isolate':
      return onNode(graph, change.node, node => ({
        ...node,
        labels: node.labels.filter(
          ({ label, kind }) => label !== 'code-execution' && !insideSandbox.has(kind),
        ),
        properties: { ...node.properties, sandbox: 'isolated' },
      }));
    case 'protect':
      return onNode(graph, change.node, node => ({
        ...node,
        labels: node.labels.filter(({ kind }) => kind !== 'configuration'),
      }));
    case 'quiet':
      return onNode(graph, change.node, node => ({
        ...node,
        labels: node.labels.filter(({ kind }) => kind !== 'render'),
      }));
    case 'type': {
      const edge = index.edges.get(change.edge);
      return onEdges(graph, other => edge !== undefined && sameStep(edge, other), typed);
    }
    case 'split': {
      const readers = new Set(change.readers);
      return onEdges(graph, edge => edge.to === change.agent && readers.has(edge.from), typed);
    }
  }
}

/** Tools that only this server provides. */
function ownTools(index: GraphIndex, server: string): readonly string[] {
  return (index.provided.get(server) ?? []).filter(tool => (index.providers.get(tool) ?? []).length === 1);
}

function withoutNodes(graph: Graph, gone: ReadonlySet<string>): Graph {
  if (gone.size === 0) return graph;
  return {
    nodes: graph.nodes.filter(({ id }) => !gone.has(id)),
    edges: graph.edges.filter(({ from, to }) => !gone.has(from) && !gone.has(to)),
    contexts: graph.contexts
      .filter(({ agent }) => !gone.has(agent))
      .map(context => ({ ...context, nodes: context.nodes.filter(id => !gone.has(id)) })),
  };
}

type Approval = Extract<Change, { readonly change: 'approve' | 'approve-step' }>;

const isApproval = (change: Change): change is Approval =>
  change.change === 'approve' || change.change === 'approve-step';

/** All approvals in one pass: a plan for a large graph has hundreds. Being asked twice about one call is asked once. */
function approve(graph: Graph, approvals: readonly Approval[], index: GraphIndex): Graph {
  const targets = new Set<string>();
  const steps = new Set<string>();
  for (const change of approvals) {
    if (change.change === 'approve')
      for (const id of [change.node, ...(index.provided.get(change.node) ?? [])]) targets.add(id);
    else {
      const edge = index.edges.get(change.edge);
      if (edge) steps.add(`${edge.from}\n${edge.to}`);
    }
  }
  return onEdges(
    graph,
    ({ kind, from, to }) =>
      outward.has(kind) && (targets.has(to) || (steps.size > 0 && steps.has(`${from}\n${to}`))),
    edge => ({ ...edge, barriers: [...(edge.barriers ?? []), approval] }),
  );
}

function onEdges(graph: Graph, picks: (edge: Edge) => boolean, change: (edge: Edge) => Edge): Graph {
  return { ...graph, edges: graph.edges.map(edge => (picks(edge) ? change(edge) : edge)) };
}

function onNode(graph: Graph, id: string, change: (node: Node) => Node): Graph {
  return { ...graph, nodes: graph.nodes.map(node => (node.id === id ? change(node) : node)) };
}

const typed = (edge: Edge): Edge => ({ ...edge, carries: 'typed' });

const sameStep = (a: Edge, b: Edge): boolean => a.from === b.from && a.to === b.to && a.kind === b.kind;

function bound(node: Node): Node {
  const labels = node.labels.map((label): Label => {
    if (label.label !== 'external-sink' || label.destination === 'constant') return label;
    return { ...label, destination: 'bound' };
  });
  return { ...node, labels };
}
