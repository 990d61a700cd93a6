import { findChains } from '../src/flow/analyze.ts';
import { join } from '../src/flow/both.ts';
import { optionsOf } from '../src/flow/fix-options.ts';
import { type GraphIndex, indexGraph } from '../src/flow/graph-index.ts';
import { hittingSet } from '../src/flow/hitting-set.ts';
import { compile, type Net } from '../src/flow/net.ts';
import { pathTo, propagate } from '../src/flow/propagate.ts';
import type { Chain } from '../src/model/chain.ts';
import type { Context, Edge, Graph, Node } from '../src/model/graph.ts';
import type { Label } from '../src/model/label.ts';

/** How the flow engine scales, as ratios to a plain breadth-first search over the same typed arrays. */
const sizes = [10_000, 100_000, 1_000_000];
const rounds = 3;

const evidence = [{ via: 'code', detail: 'bench' }] as const;
const labels: readonly Label[] = [
  { label: 'untrusted-input', kind: 'web', reach: 'anyone', confidence: 0.9, evidence },
  { label: 'sensitive-data', kind: 'database', scope: 'tenant', confidence: 0.9, evidence },
  {
    label: 'external-sink',
    kind: 'email',
    destination: 'model-chosen',
    payload: 'free-text',
    confidence: 0.9,
    evidence,
  },
];

/** Same numbers every time. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

/** Agents with eight tools each, of which few have a role, hand-offs between agents and stores they share. */
function build(edgeCount: number): Graph {
  const random = createRandom(edgeCount);
  const agents = Math.ceil(edgeCount / 20);
  const nodes: Node[] = [];
  const edges: Edge[] = [];
  const contexts: Context[] = [];
  const at = (kind: string, number: number) => `${kind}:${String(number).padStart(7, '0')}`;
  const add = (kind: Node['kind'], id: string, own: readonly Label[] = []) =>
    nodes.push({ id, kind, name: id, labels: own, capabilities: [], properties: {} });
  const step = (kind: Edge['kind'], from: string, to: string) =>
    edges.push({ id: `${kind}:${from}>${to}:${edges.length}`, kind, from, to });
  for (let agent = 0; agent < agents; agent++) {
    const id = at('agent', agent);
    add('agent', id);
    contexts.push({ id: `context:${id}`, agent: id, nodes: [id] });
    for (let tool = 0; tool < 8; tool++) {
      const name = at('tool', agent * 8 + tool);
      const label = labels[random(60)];
      add('tool', name, label ? [label] : []);
      step('call', id, name);
      step('result', name, id);
    }
    step('handoff', id, at('agent', random(agents)));
    const store = at('store', random(agents));
    if (random(2) === 0) step('save', id, store);
    else step('load', store, id);
  }
  for (let store = 0; store < agents; store++) add('store', at('store', store));
  for (let store = 0; edges.length < edgeCount; store++)
    step('load', at('store', store % agents), at('agent', random(agents)));
  // The linker hands over sorted graphs.
  const sorted = <T extends { readonly id: string }>(items: readonly T[]) =>
    [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { nodes: sorted(nodes), edges: sorted(edges), contexts: sorted(contexts) };
}

/** The yardstick: every state reached from the sources of one leg. */
function plainSearch(net: Net): number {
  const seen = new Uint8Array(net.nodes.length * 4);
  const queue = new Int32Array(net.nodes.length * 4);
  let tail = 0;
  net.legs.forEach((legs, node) => {
    if (!legs.untrusted) return;
    seen[4 * node] = 1;
    queue[tail++] = 4 * node;
  });
  for (let head = 0; head < tail; head++) {
    const state = queue[head] ?? 0;
    for (let move = net.offsets[state] ?? 0; move < (net.offsets[state + 1] ?? 0); move++) {
      const target = net.targets[move] ?? 0;
      if (seen[target] === 1) continue;
      seen[target] = 1;
      queue[tail++] = target;
    }
  }
  return tail;
}

/** The cheapest set of changes for all chains, as the planner asks for it in each of its rounds. */
function cutAll(chains: readonly Chain[], index: GraphIndex): number {
  const places = new Map<string, number>();
  const costs: number[] = [];
  const clauses = chains.map(chain =>
    optionsOf(chain, index).map(option => {
      const place = places.get(option.key) ?? places.size;
      places.set(option.key, place);
      costs[place] = option.cost;
      return place;
    }),
  );
  return hittingSet(clauses, costs).cost;
}

function best(work: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

const row = (cells: readonly string[]): string =>
  cells.map((cell, at) => (at === 0 ? cell.padStart(9) : cell.padStart(22))).join('');

console.log(
  row([
    'edges',
    'plain search',
    'lay out',
    'spread both legs',
    'join',
    '1000 witnesses',
    'all, with stories',
    'chains',
  ]),
);
for (const size of sizes) {
  const graph = build(size);
  const net = compile(graph);
  const untrusted = propagate(net, 'untrusted');
  const sensitive = propagate(net, 'sensitive');
  const owners = [...net.owner.keys()].filter(node => net.owner[node] === 1).slice(0, 1000);
  const base = best(() => plainSearch(net));
  const spread = best(() => [propagate(net, 'untrusted'), propagate(net, 'sensitive')]);
  const joined = best(() => join(net, untrusted, sensitive));
  const witnesses = best(() => owners.map(agent => pathTo(net, untrusted, 4 * agent + 3)));
  const laid = best(() => compile(graph));
  const all = best(() => findChains(graph, { engine: 'arrays' }));
  const { chains } = findChains(graph, { engine: 'arrays' });
  const index = indexGraph(graph);
  const cuts = best(() => cutAll(chains, index));
  const cell = (time: number) => `${time.toFixed(1)} ms (${(time / base).toFixed(1)}x)`;
  const cells = [laid, spread, joined, witnesses, cuts, all].map(cell);
  console.log(row([String(size), `${base.toFixed(2)} ms`, ...cells, String(chains.length)]));
}
