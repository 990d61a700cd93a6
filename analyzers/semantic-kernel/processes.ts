import type { Fact, Ref } from '../../src/model/fact.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { ClassValue, FunctionValue, InstanceValue, Value } from '../../src/resolve/value.ts';
import { argumentOf, nameOf, optionsOf } from '../_shared/code/arguments.ts';
import { delegatesOf } from '../_shared/code/delegates.ts';
import { describe, relate } from '../_shared/facts.ts';
import { agentSymbols, functionDecorators, framework as rules } from './framework.ts';

const framework = 'semantic-kernel';
const builders = [
  'semantic_kernel.processes.ProcessBuilder',
  'semantic_kernel.processes.process_builder.ProcessBuilder',
];
/** What comes before a target: `step.on_event('Done').send_event_to(next)`. */
const events = new Set(['on_event', 'on_function_result', 'on_input_event', 'on_function_error']);

interface Step {
  readonly ref: Ref;
  readonly added: InstanceValue;
}

/**
 * Processes: steps are classes whose functions run on events; a step starts another where one of its events is sent to
 * it; agents that it runs are its delegates.
 */
export function processFacts(project: Project): readonly Fact[] {
  const processes = project.calls(builders);
  if (processes.length === 0) return [];
  const agents = new Map(project.calls(agentSymbols).map(call => [call.id, project.ref(call)] as const));
  return processes.flatMap(process => {
    const ref = project.ref(process);
    const calls = callsOn(project, process);
    const steps = calls.flatMap((call): readonly Step[] =>
      call.method === 'add_step' ? [{ ref: project.ref(call.result), added: call.result }] : [],
    );
    if (steps.length === 0) return [];
    return [
      {
        fact: 'node',
        ref,
        kind: 'workflow',
        name: nameOf(process, ['name', 0]),
        framework,
        at: process.at,
        properties: { type: 'graph' },
      } satisfies Fact,
      ...steps.flatMap(step => stepFacts(project, ref, step, agents)),
      ...[{ ref, added: process }, ...steps].flatMap(from => edges(project, from, steps)),
    ];
  });
}

function stepFacts(
  project: Project,
  process: Ref,
  { ref, added }: Step,
  agents: ReadonlyMap<string, Ref>,
): readonly Fact[] {
  const type = argumentOf(added.args, ['step_type', 0]);
  const cls = type?.kind === 'class' ? type : undefined;
  const work = cls && workOf(project, cls);
  return [
    {
      fact: 'node',
      ref,
      kind: 'tool',
      name: cls?.def.name ?? added.holder ?? 'step',
      framework,
      at: cls?.at ?? added.at,
      ...describe(work?.def.doc ?? cls?.def.doc),
      ...(work && { handler: project.functionRef(work) }),
      properties: { step: true },
    },
    relate('uses', process, ref, added.at),
    ...(work ? delegatesOf(project, ref, work, agents, rules.runs) : []),
  ];
}

/** The function that events run; of several the first, as the kernel takes it. */
function workOf(project: Project, cls: ClassValue): FunctionValue | undefined {
  const isWork = new Set(functionDecorators);
  return project
    .methods(cls)
    .find(method => project.decoratorsOf(method).some(({ symbol }) => isWork.has(symbol)));
}

function edges(project: Project, from: Step, steps: readonly Step[]): readonly Fact[] {
  return callsOn(project, from.added)
    .filter(({ method }) => events.has(method))
    .flatMap(({ result }) => callsOn(project, result))
    .flatMap(({ method, result }) =>
      method === 'send_event_to' ? targets(argumentOf(result.args, ['target', 0]), steps, result, from) : [],
    );
}

function targets(
  value: Value | undefined,
  steps: readonly Step[],
  sent: InstanceValue,
  from: Step,
): readonly Fact[] {
  return (value ? optionsOf(value) : []).flatMap((option): readonly Fact[] => {
    if (option.kind !== 'instance') return [];
    const to =
      steps.find(step => step.added.id === option.id) ??
      // `ProcessFunctionTargetBuilder(step, ...)` around it.
      steps.find(step =>
        option.args.positional.some(item => item.kind === 'instance' && item.id === step.added.id),
      );
    return to && to.ref !== from.ref ? [relate('next', from.ref, to.ref, sent.at)] : [];
  });
}

function callsOn(
  project: Project,
  object: InstanceValue,
): readonly { readonly method: string; readonly result: InstanceValue }[] {
  return project
    .uses(object)
    .flatMap(use => (use.kind === 'call' ? [{ method: use.method, result: use.result }] : []));
}
