import type { Fact, Ref } from '../../src/model/fact.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { FunctionValue, InstanceValue, Value } from '../../src/resolve/value.ts';
import { argumentOf, membersOf, nameOf } from '../_shared/code/arguments.ts';
import { delegatesOf } from '../_shared/code/delegates.ts';
import { relate } from '../_shared/facts.ts';
import { framework } from './framework.ts';

const packages = ['@llamaindex/workflow', '@llamaindex/workflow-core', '@llama-flow/core'];

/** Wrappers that give a workflow state, checks or a view of it and give it back. */
export const wrappers: readonly string[] = [
  ...packages.flatMap(name => [
    `${name}#createStatefulMiddleware().withState`,
    ...[
      'state#createStatefulMiddleware().withState',
      'trace-events#withTraceEvents',
      'validation#withValidation',
    ].map(made => `${name}/middleware/${made}`),
  ]),
  '@llamaindex/workflow-viz#withDrawing',
  '@llamaindex/workflow-viz-node#withDrawingNode',
];

interface Handler {
  readonly ref: Ref;
  readonly name: string;
  readonly fn: FunctionValue;
  /** Ids of the events that start it, and of those it makes. */
  readonly takes: readonly string[];
  readonly gives: readonly string[];
}

/** Event workflows of TypeScript: `flow.handle([askEvent], async (context, event) => answerEvent.with(…))`. */
export function eventHandlers(project: Project): readonly Fact[] {
  const flows = project.calls(packages.map(name => `${name}#createWorkflow`));
  if (flows.length === 0) return [];
  const agents = new Map(
    framework.agents
      .flatMap(rule => project.calls(rule.symbols))
      .map(call => [call.id, project.ref(call)] as const),
  );
  return flows.flatMap(flow => {
    const handlers = handlersOf(project, flow);
    return handlers.length > 0 ? flowFacts(project, flow, handlers, agents) : [];
  });
}

function handlersOf(project: Project, flow: InstanceValue): readonly Handler[] {
  return project.uses(flow).flatMap((use): readonly Handler[] => {
    if (use.kind !== 'call' || use.method !== 'handle') return [];
    const fn = argumentOf(use.args, [1]);
    const events = eventsIn(argumentOf(use.args, [0]));
    if (fn?.kind !== 'function' || events.length === 0) return [];
    const gives = project
      .callsIn(fn)
      .flatMap(({ symbol, receiver }) =>
        receiver?.kind === 'instance' && symbol.endsWith('.with') ? [receiver.id] : [],
      );
    const name = fn.def.name || `on ${events.map(event => event.holder ?? 'event').join(', ')}`;
    return [
      { ref: `${project.ref(flow)}:${use.at.line}`, name, fn, takes: events.map(({ id }) => id), gives },
    ];
  });
}

const eventsIn = (value: Value | undefined): readonly InstanceValue[] =>
  value ? membersOf(value).members.flatMap(item => (item.value.kind === 'instance' ? [item.value] : [])) : [];

function flowFacts(
  project: Project,
  flow: InstanceValue,
  handlers: readonly Handler[],
  agents: ReadonlyMap<string, Ref>,
): readonly Fact[] {
  const ref = project.ref(flow);
  const made = new Set(handlers.flatMap(({ gives }) => gives));
  return [
    {
      fact: 'node',
      ref,
      kind: 'workflow',
      name: nameOf(flow, undefined),
      framework: framework.id,
      at: flow.at,
      properties: { type: 'graph' },
    },
    ...handlers.flatMap((handler): readonly Fact[] => [
      {
        fact: 'node',
        ref: handler.ref,
        kind: 'tool',
        name: handler.name,
        framework: framework.id,
        at: handler.fn.at,
        handler: project.functionRef(handler.fn),
        properties: { step: true },
      },
      relate('uses', ref, handler.ref, handler.fn.at),
      // What no step makes comes from whoever runs the workflow.
      ...(handler.takes.some(id => !made.has(id)) ? [relate('next', ref, handler.ref, handler.fn.at)] : []),
      ...handlers
        .filter(next => next !== handler && next.takes.some(id => handler.gives.includes(id)))
        .map(next =>
          relate(
            'next',
            handler.ref,
            next.ref,
            handler.fn.at,
            new Set(handler.gives).size > 1 ? { conditional: true } : {},
          ),
        ),
      ...delegatesOf(project, handler.ref, handler.fn, agents, framework.runs),
    ]),
  ];
}
