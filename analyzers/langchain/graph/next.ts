import type { Ref } from '../../../src/model/fact.ts';
import { relate } from '../../_shared/facts.ts';
import type { Scan } from '../scan.ts';
import type { PlacedGraph } from './facts.ts';
import { graphGates } from './gates.ts';
import { bridged } from './order.ts';
import { start } from './read.ts';
import { stateTrigger } from './triggers.ts';

/** The order of a graph as `next` relations, with gates and what starts it. Called when all graphs are placed. */
export function orderGraph(
  scan: Scan,
  graph: PlacedGraph,
  all: ReadonlyMap<Ref, PlacedGraph>,
  nested: ReadonlySet<Ref>,
): void {
  const { model } = graph;
  const steps = bridged(model.edges, name => graph.refs.has(name));
  const headsOf = (name: string): readonly Ref[] =>
    (graph.refs.get(name) ?? []).flatMap(ref => heads(ref, all, 0));
  const tailsOf = (name: string): readonly Ref[] =>
    (graph.refs.get(name) ?? []).flatMap(ref => tails(ref, all, 0));
  for (const step of steps) {
    if (step.from === start || step.from === step.to) continue;
    for (const from of tailsOf(step.from))
      for (const to of headsOf(step.to))
        if (from !== to)
          scan.add(relate('next', from, to, step.at, step.conditional ? { conditional: true } : {}));
  }
  const first = steps.filter(step => step.from === start).flatMap(step => headsOf(step.to));
  if (!nested.has(model.ref))
    for (const ref of new Set(first)) scan.add(relate('next', model.ref, ref, model.call.at));
  graphGates(scan, graph, name => headsOf(name).map(ref => scan.nameOf(ref)));
  if (!nested.has(model.ref)) stateTrigger(scan, graph, [...new Set(first)]);
}

/** Where data enters: an inner graph is entered at its first nodes. */
function heads(ref: Ref, all: ReadonlyMap<Ref, PlacedGraph>, depth: number): readonly Ref[] {
  return ends(ref, all, depth, 'from');
}

/** Where data leaves: an inner graph is left at its last nodes. */
function tails(ref: Ref, all: ReadonlyMap<Ref, PlacedGraph>, depth: number): readonly Ref[] {
  return ends(ref, all, depth, 'to');
}

function ends(
  ref: Ref,
  all: ReadonlyMap<Ref, PlacedGraph>,
  depth: number,
  side: 'from' | 'to',
): readonly Ref[] {
  const inner = all.get(ref);
  if (!inner || depth > 6) return [ref];
  const steps = bridged(inner.model.edges, name => inner.refs.has(name));
  const names =
    side === 'from'
      ? steps.filter(step => step.from === start).map(step => step.to)
      : [...inner.refs.keys()].filter(
          name => !steps.some(step => step.from === name && step.to !== name && inner.refs.has(step.to)),
        );
  const found = names
    .flatMap(name => inner.refs.get(name) ?? [])
    .flatMap(next => ends(next, all, depth + 1, side));
  const fallback = [...inner.refs.values()].flat();
  return found.length > 0 ? [...new Set(found)] : fallback.length > 0 ? fallback : [ref];
}
