import type { Edge, Graph, Node } from '../model/graph.ts';
import { levelOf } from './credit.ts';
import { type Legs, legsOf } from './legs.ts';
import { byId } from './order.ts';

/**
 * Four states per node. BASE: what the node brings into every run of its own (labels, answers of tools, loads,
 * instructions). AMB: BASE and what earlier steps of the same workflow run left. RET: what it answers to any caller,
 * so without that caller's own arguments. IN: everything that can be in one of its runs.
 */
export const states = { base: 0, amb: 1, ret: 2, in: 3 } as const;

/** A step between states; `edge` indexes `edges`, -1 inside a node. */
export interface Net {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly legs: readonly Legs[];
  /** Node id to the ids of the servers that provide it. */
  readonly providers: ReadonlyMap<string, readonly string[]>;
  /** Owner nodes of contexts: they decide calls. */
  readonly owner: Uint8Array;
  /** Compressed rows: moves of state s are offsets[s] .. offsets[s + 1]. Sorted by target, then edge. */
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  readonly sources: Int32Array;
  readonly via: Int32Array;
  /** 1 where the move starts or continues one run (call, hand-off, trigger), so that runs stay apart. */
  readonly run: Uint8Array;
  /** Level of each move for untrusted text and for sensitive data. */
  readonly levelU: Uint8Array;
  readonly levelS: Uint8Array;
}

/** Moves into each state, for searching backwards; entries index the moves of `Net`. */
export interface Backward {
  readonly offsets: Int32Array;
  readonly moves: Int32Array;
}

/** Lays the graph out in typed arrays. `killed`: agents whose own gates count for nothing. */
export function compile(graph: Graph, killed: ReadonlySet<string> = new Set()): Net {
  const nodes = byId(graph.nodes);
  const edges = byId(graph.edges);
  const indexOf = new Map<string, number>();
  for (const [index, node] of nodes.entries()) indexOf.set(node.id, index);
  const owner = new Uint8Array(nodes.length);
  for (const context of graph.contexts) {
    const index = indexOf.get(context.agent);
    if (index !== undefined) owner[index] = 1;
  }
  const ordered = new Set<string>();
  const providers = new Map<string, string[]>();
  for (const edge of edges) {
    if (edge.kind === 'next') ordered.add(`${edge.from} ${edge.to}`);
    if (edge.kind === 'provides') providers.set(edge.to, [...(providers.get(edge.to) ?? []), edge.from]);
  }
  const moves = new MoveList(nodes.length * 3 + edges.length * 2);
  for (let node = 0; node < nodes.length; node++) {
    moves.add(4 * node + states.base, 4 * node + states.amb, -1, 0);
    moves.add(4 * node + states.base, 4 * node + states.ret, -1, 0);
    moves.add(4 * node + states.amb, 4 * node + states.in, -1, 0);
  }
  edges.forEach((edge, index) => {
    const from = indexOf.get(edge.from);
    const to = indexOf.get(edge.to);
    if (from === undefined || to === undefined || edge.carries === 'typed') return;
    addStep(moves, edge, index, from, to, nodes[from], ordered);
  });
  const rows = moves.rows(nodes.length * 4);
  const levels = levelsOf(rows.via, edges, killed);
  const legs = nodes.map(legsOf);
  return { nodes, edges, indexOf, legs, providers, owner, ...rows, ...levels };
}

function addStep(
  moves: MoveList,
  edge: Edge,
  index: number,
  from: number,
  to: number,
  source: Node | undefined,
  ordered: ReadonlySet<string>,
): void {
  const a = 4 * from;
  const b = 4 * to;
  switch (edge.kind) {
    case 'call':
    case 'emit':
      moves.add(a + states.in, b + states.in, index, 1);
      break;
    case 'result':
      moves.add(a + states.ret, b + states.base, index, 0);
      break;
    case 'handoff':
      // Workflow steps share one run, so what several predecessors leave comes together.
      if (ordered.has(`${edge.from} ${edge.to}`)) moves.add(a + states.in, b + states.amb, index, 0);
      else moves.add(a + states.in, b + states.in, index, 1);
      moves.add(b + states.ret, a + states.ret, index, 0);
      break;
    case 'input':
      if (source?.kind === 'instruction' || source?.kind === 'mcp-server') {
        moves.add(a + states.in, b + states.base, index, 0);
      } else moves.add(a + states.in, b + states.in, index, 1);
      break;
    case 'load':
      moves.add(a + states.in, b + states.base, index, 0);
      break;
    case 'save':
      moves.add(a + states.in, b + states.base, index, 0);
      break;
    default:
  }
}

function levelsOf(via: Int32Array, edges: readonly Edge[], killed: ReadonlySet<string>) {
  const levelU = new Uint8Array(via.length);
  const levelS = new Uint8Array(via.length);
  for (let move = 0; move < via.length; move++) {
    const edge = edges[via[move] ?? -1];
    if (!edge?.barriers) continue;
    levelU[move] = levelOf(edge.barriers, 'untrusted', killed.has(edge.from));
    levelS[move] = levelOf(edge.barriers, 'sensitive', killed.has(edge.from));
  }
  return { levelU, levelS };
}

/** Grows in typed arrays, then sorts into rows in linear time. */
class MoveList {
  #from: Int32Array;
  #to: Int32Array;
  #via: Int32Array;
  #run: Uint8Array;
  #length = 0;

  constructor(capacity: number) {
    this.#from = new Int32Array(capacity);
    this.#to = new Int32Array(capacity);
    this.#via = new Int32Array(capacity);
    this.#run = new Uint8Array(capacity);
  }

  add(from: number, to: number, via: number, run: 0 | 1): void {
    const at = this.#length++;
    this.#from[at] = from;
    this.#to[at] = to;
    this.#via[at] = via;
    this.#run[at] = run;
  }

  rows(size: number) {
    const [length, from, to, via, run] = [this.#length, this.#from, this.#to, this.#via, this.#run];
    const order = countingSort(countingSort(identity(length), to, size), from, size);
    const offsets = new Int32Array(size + 1);
    const sources = new Int32Array(length);
    const targets = new Int32Array(length);
    const edges = new Int32Array(length);
    const starts = new Uint8Array(length);
    for (let i = 0; i < length; i++) {
      const at = order[i] ?? 0;
      const state = from[at] ?? 0;
      offsets[state + 1] = (offsets[state + 1] ?? 0) + 1;
      sources[i] = state;
      targets[i] = to[at] ?? 0;
      edges[i] = via[at] ?? 0;
      starts[i] = run[at] ?? 0;
    }
    for (let s = 0; s < size; s++) offsets[s + 1] = (offsets[s + 1] ?? 0) + (offsets[s] ?? 0);
    return { offsets, sources, targets, via: edges, run: starts };
  }
}

function identity(length: number): Int32Array {
  const order = new Int32Array(length);
  for (let i = 0; i < length; i++) order[i] = i;
  return order;
}

/** Stable: equal keys keep their order. */
function countingSort(items: Int32Array, keys: Int32Array, size: number): Int32Array {
  const starts = new Int32Array(size + 1);
  for (let i = 0; i < items.length; i++) {
    const key = (keys[items[i] ?? 0] ?? 0) + 1;
    starts[key] = (starts[key] ?? 0) + 1;
  }
  for (let s = 0; s < size; s++) starts[s + 1] = (starts[s + 1] ?? 0) + (starts[s] ?? 0);
  const sorted = new Int32Array(items.length);
  for (let i = 0; i < items.length; i++) {
    const item = items[i] ?? 0;
    const key = keys[item] ?? 0;
    const at = starts[key] ?? 0;
    sorted[at] = item;
    starts[key] = at + 1;
  }
  return sorted;
}

/** The net turned around. */
export function backward(net: Net): Backward {
  const size = net.nodes.length * 4;
  const moves = countingSort(identity(net.targets.length), net.targets, size);
  const offsets = new Int32Array(size + 1);
  for (let move = 0; move < net.targets.length; move++) {
    const target = (net.targets[move] ?? 0) + 1;
    offsets[target] = (offsets[target] ?? 0) + 1;
  }
  for (let s = 0; s < size; s++) offsets[s + 1] = (offsets[s + 1] ?? 0) + (offsets[s] ?? 0);
  return { offsets, moves };
}
