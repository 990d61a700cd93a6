import type { Graph } from '../model/graph.ts';
import { unattended } from './autonomy.ts';
import { type Both, join } from './both.ts';
import { LocalSearch, type LocalSource } from './local.ts';
import { type Backward, backward, compile, type Net, states } from './net.ts';
import { levelAt, propagate, type SourceName, type Tree } from './propagate.ts';
import { propagateOnGraph } from './propagate-graphology.ts';
import { type Detour, detoursOf, type ReachedSink, sinksOf } from './sinks.ts';

/** Which engine spreads the labels; both give the same trees. */
export type Engine = 'graphology' | 'arrays';

/** Both legs of some of the sources, and where they meet. */
export interface Meetings {
  readonly untrusted: Tree;
  readonly sensitive: Tree;
  readonly both: Both;
}

/** Everything known after propagation; questions about one agent are answered on demand. */
export interface Taint {
  readonly net: Net;
  readonly back: Backward;
  readonly untrusted: Tree;
  readonly sensitive: Tree;
  /** Ways for both legs to meet in one run. Several, where some pairs of sources do not count. */
  readonly meetings: readonly Meetings[];
  /** Node index of each context's owner, with the context's node indices. */
  readonly contexts: ReadonlyMap<number, { readonly id: string; readonly inside: ReadonlySet<number> }>;
  /** Agents that can rewrite what guards them. */
  readonly killed: ReadonlySet<string>;
  /** Per node: 1 when runs start without anyone watching. */
  readonly unattended: Uint8Array;
  sources(agent: number, leg: SourceName): readonly LocalSource[];
  sinks(agent: number): readonly ReachedSink[];
  /** Ways to sinks through nodes that `joins` accepts. */
  detours(agent: number, joins: (node: number) => boolean): readonly Detour[];
}

/** Below this many nodes the graphology engine is used, unless told otherwise. */
const smallGraph = 2000;

/** Spreads the labels. Gates of agents that untrusted text can make rewrite their own configuration fall, then again. */
export function taintOf(graph: Graph, engine?: Engine): Taint {
  const chosen = engine ?? (graph.nodes.length < smallGraph ? 'graphology' : 'arrays');
  let killed: ReadonlySet<string> = new Set();
  for (;;) {
    const taint = spread(graph, killed, chosen);
    const found = killersOf(taint);
    if (found.size === killed.size) return taint;
    killed = found;
  }
}

function spread(graph: Graph, killed: ReadonlySet<string>, engine: Engine): Taint {
  const net = compile(graph, killed);
  const back = backward(net);
  const run = engine === 'arrays' ? propagate : propagateOnGraph;
  const untrusted = run(net, 'untrusted');
  const sensitive = run(net, 'sensitive');
  const local = new LocalSearch(net, back);
  const isKilled = (agent: number) => killed.has(net.nodes[agent]?.id ?? '');
  const contexts = new Map<number, { readonly id: string; readonly inside: ReadonlySet<number> }>();
  for (const context of graph.contexts) {
    const owner = net.indexOf.get(context.agent);
    if (owner === undefined) continue;
    const inside = new Set(context.nodes.flatMap(id => net.indexOf.get(id) ?? []));
    contexts.set(owner, { id: context.id, inside });
  }
  return {
    net,
    back,
    untrusted,
    sensitive,
    meetings: meetingsOf(net, run, untrusted, sensitive),
    contexts: new Map([...contexts].sort(([a], [b]) => a - b)),
    killed,
    unattended: unattended(net),
    sources: (agent, leg) => local.sources(agent, leg),
    sinks: agent => sinksOf(net, agent, isKilled(agent)),
    detours: (agent, joins) => detoursOf(net, agent, isKilled(agent), joins),
  };
}

/**
 * What a requester asks for and only the requester's own data make no pair. So where there is such data: everybody's
 * text with the rest of the data, and everybody else's text with all data.
 */
function meetingsOf(
  net: Net,
  run: (net: Net, leg: SourceName) => Tree,
  untrusted: Tree,
  sensitive: Tree,
): readonly Meetings[] {
  const isOwn = (node: number) => net.nodes[node]?.properties.readers === 'requester';
  if (!net.legs.some((legs, node) => legs.sensitive && isOwn(node)))
    return [{ untrusted, sensitive, both: join(net, untrusted, sensitive) }];
  const notOwn = net.legs.map((legs, node) => (isOwn(node) ? { ...legs, sensitive: undefined } : legs));
  const notUser = net.legs.map(legs =>
    legs.untrusted?.label.kind === 'user' ? { ...legs, untrusted: undefined } : legs,
  );
  const others = run({ ...net, legs: notUser }, 'untrusted');
  const rest = run({ ...net, legs: notOwn }, 'sensitive');
  return [
    { untrusted, sensitive: rest, both: join(net, untrusted, rest) },
    { untrusted: others, sensitive, both: join(net, others, sensitive) },
  ];
}

/** Agents whose runs hold untrusted text and that can, without an effective gate, write their own configuration. */
function killersOf(taint: Taint): ReadonlySet<string> {
  const found = new Set<string>(taint.killed);
  const configures = taint.net.legs.some(legs => legs.actions.some(leg => leg.action?.configuration));
  if (!configures) return found;
  for (const [agent] of taint.contexts) {
    const id = taint.net.nodes[agent]?.id;
    if (id === undefined || levelAt(taint.untrusted, 4 * agent + states.in) > 1) continue;
    const open = taint.sinks(agent).filter(sink => sink.level < 2);
    if (open.some(sink => taint.net.legs[sink.node]?.actions.some(leg => leg.action?.configuration)))
      found.add(id);
  }
  return found;
}
