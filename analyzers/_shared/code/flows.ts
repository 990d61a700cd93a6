import type { Fact, NodeFact } from '../../../src/model/fact.ts';
import { symbolMatcher } from '../../../src/resolve/symbols.ts';
import type { ClassValue, FunctionValue, Value } from '../../../src/resolve/value.ts';
import { describe, relate } from '../facts.ts';
import { argumentOf, optionsOf, textOf } from './arguments.ts';
import { eventsOf } from './events.ts';
import type { FlowRule } from './spec.ts';
import type { State } from './state.ts';
import { tellDelegations } from './tools.ts';

/** A method that is a step of a flow, with what it waits for. */
interface Step {
  readonly fn: FunctionValue;
  readonly ref: string;
  readonly isFirst: boolean;
  /** Decides which of the steps that wait for its words go on. */
  readonly decides: boolean;
  readonly after: readonly string[];
}

/**
 * Classes whose methods are steps: each step is a node that runs its own code and the agents in it, and the order is
 * what its decorators or the types of its events say.
 */
export function tellFlows(state: State): void {
  for (const rule of state.framework.flows ?? []) {
    const isFlow = symbolMatcher(rule.bases);
    const flows = new Map<string, { readonly cls: ClassValue; readonly steps: Step[] }>();
    for (const form of rule.steps) {
      for (const { target, args } of state.project.decorated(form.symbols)) {
        if (target.kind !== 'function' || !target.owner) continue;
        const cls = target.owner;
        if (!state.project.bases(cls).some(isFlow)) continue;
        const flow = flows.get(cls.id) ?? { cls, steps: [] };
        flows.set(cls.id, flow);
        const after = form.after ? waitsFor(argumentOf(args, form.after), 0) : [];
        const ref = `${state.project.ref(cls)}:step:${target.def.name}`;
        const known = flow.steps.findIndex(step => step.ref === ref);
        const step = { fn: target, ref, after, isFirst: form.first === true, decides: form.decides === true };
        if (known < 0) flow.steps.push(step);
        else flow.steps[known] = join(flow.steps[known], step);
      }
    }
    for (const { cls, steps } of flows.values()) tellFlow(state, rule, cls, steps);
  }
}

/** One method under several decorators. */
const join = (known: Step | undefined, step: Step): Step =>
  known
    ? {
        ...step,
        isFirst: known.isFirst || step.isFirst,
        decides: known.decides || step.decides,
        after: [...known.after, ...step.after],
      }
    : step;

function tellFlow(state: State, rule: FlowRule, cls: ClassValue, steps: readonly Step[]): void {
  const { framework, project } = state;
  const flow = project.ref(cls);
  const facts: Fact[] = [
    {
      fact: 'node',
      ref: flow,
      kind: 'workflow',
      name: cls.def.name,
      framework: framework.id,
      at: cls.at,
      ...describe(cls.def.doc),
      properties: { type: 'graph' },
    },
  ];
  for (const step of steps) facts.push(nodeOf(state, step), relate('uses', flow, step.ref, step.fn.at));
  facts.push(...(rule.by === 'events' ? byEvents(state, flow, steps) : byNames(flow, steps)));
  state.facts.push(...facts);
  for (const { ref, fn } of steps) tellDelegations(state, ref, fn);
}

function nodeOf({ framework, project }: State, { fn, ref }: Step): NodeFact {
  return {
    fact: 'node',
    ref,
    kind: 'tool',
    name: fn.def.name,
    framework: framework.id,
    at: fn.at,
    ...describe(fn.def.doc),
    handler: project.functionRef(fn),
    properties: { step: true },
  };
}

function byNames(flow: string, steps: readonly Step[]): readonly Fact[] {
  const named = new Map(steps.map(step => [step.fn.def.name, step]));
  const deciders = steps.filter(step => step.decides);
  return steps.flatMap(step => [
    ...(step.isFirst ? [relate('next', flow, step.ref, step.fn.at)] : []),
    ...step.after.flatMap(name => {
      const before = named.get(name);
      // A word that is no step is what a step that decides has said.
      const from = before ? [before] : deciders;
      return from.flatMap(item =>
        item.ref === step.ref
          ? []
          : [relate('next', item.ref, step.ref, step.fn.at, before ? {} : { conditional: true })],
      );
    }),
  ]);
}

function byEvents(state: State, flow: string, steps: readonly Step[]): readonly Fact[] {
  const events = steps.map(step => ({ step, ...eventsOf(state.project, step.fn) }));
  return events.flatMap(({ step, takes }) => [
    ...(takes.includes('StartEvent') ? [relate('next', flow, step.ref, step.fn.at)] : []),
    ...events
      .filter(other => other.step.ref !== step.ref && other.gives.some(name => takes.includes(name)))
      .map(other =>
        relate(
          'next',
          other.step.ref,
          step.ref,
          step.fn.at,
          other.gives.length > 1 ? { conditional: true } : {},
        ),
      ),
  ]);
}

/** Names in `listen(method)`, `listen("name")`, `listen(or_(a, and_(b, "c")))`. */
function waitsFor(value: Value | undefined, depth: number): readonly string[] {
  if (!value || depth > 4) return [];
  return optionsOf(value).flatMap((item): readonly string[] => {
    if (item.kind === 'function') return [item.def.name];
    if (item.kind === 'list') return item.items.flatMap(inner => waitsFor(inner.value, depth + 1));
    if (item.kind === 'instance') return item.args.positional.flatMap(inner => waitsFor(inner, depth + 1));
    const name = textOf(item);
    return name === undefined ? [] : [name];
  });
}
