import type { CallArguments, Value } from '../../../src/resolve/value.ts';
import { relate } from '../facts.ts';
import { argumentOf, membersOf, optionsOf, textOf } from './arguments.ts';
import { stepOf } from './graph-steps.ts';
import type { GraphRule, Places } from './spec.ts';
import { agentOf, type FoundAgent, type State } from './state.ts';

/** Members and edges that later calls put into a graph; edges are the order data takes. */
export function tellGraph(state: State, graph: FoundAgent): void {
  const rule = graph.rule.graph;
  if (!rule) return;
  const named = new Map<string, string>();
  const members = new Set<string>();
  const uses = state.project.uses(graph.call).flatMap(use => (use.kind === 'call' ? [use] : []));
  for (const use of uses) {
    if (!rule.nodes?.methods.includes(use.method)) continue;
    const ref = refOf(state, rule, argumentOf(use.args, rule.nodes.member));
    const name = textOf(argumentOf(use.args, rule.nodes.name));
    if (ref === undefined) continue;
    members.add(ref);
    if (name !== undefined) named.set(name, ref);
  }
  const ends = (args: CallArguments, places: Places): readonly string[] => {
    const value = argumentOf(args, places);
    const given =
      value?.kind === 'list'
        ? membersOf(value).members.map(item => item.value)
        : value
          ? optionsOf(value)
          : [];
    return given.flatMap(item => refOf(state, rule, item) ?? named.get(textOf(item) ?? '') ?? []);
  };
  for (const use of uses) {
    if (!rule.edges.methods.includes(use.method)) continue;
    const from = ends(use.args, rule.edges.from);
    const to = ends(use.args, rule.edges.to);
    for (const ref of [...from, ...to]) members.add(ref);
    for (const a of from) for (const b of to) if (a !== b) state.facts.push(relate('next', a, b, use.at));
  }
  for (const use of uses.filter(({ method }) => rule.chains?.includes(method))) {
    const line = ends(use.args, [0]);
    line.forEach((from, index) => {
      const to = line[index + 1];
      members.add(from);
      if (to !== undefined && to !== from) state.facts.push(relate('next', from, to, use.at));
    });
  }
  const first = refOf(state, rule, argumentOf(graph.call.args, rule.start));
  if (first !== undefined) members.add(first);
  for (const ref of members)
    if (ref !== graph.ref) state.facts.push(relate('uses', graph.ref, ref, graph.call.at));
}

/** The agent a value is, or wraps as its first argument; or the step that it is. */
function refOf(state: State, rule: GraphRule, value: Value | undefined): string | undefined {
  const step = stepOf(state, rule.steps, value);
  if (step !== undefined || value?.kind !== 'instance') return step;
  const direct = agentOf(state, value.id);
  if (direct) return direct.ref;
  const inner = argumentOf(value.args, ['agent', 0]);
  return inner?.kind === 'instance' ? agentOf(state, inner.id)?.ref : undefined;
}
