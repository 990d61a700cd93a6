import type { InstanceValue, Value } from '../../../src/resolve/value.ts';
import { callsOf, mentions, modelCalls, modelsIn } from '../bodies.ts';
import { startedName } from '../deployed.ts';
import { effectsOf, interruptsOf, runnablesIn, toolsRunIn } from '../effects.ts';
import type { Scan, Toolset } from '../scan.ts';
import { isBinding, isToolBase } from '../symbols.ts';
import { join, lost, nothing } from '../tools/result.ts';
import { toolsOf } from '../tools/toolset.ts';
import { argument, options } from '../values.ts';
import type { GraphNode } from './read.ts';
import { functionOf } from './targets.ts';

/** What a node of a graph is. */
export interface Role {
  readonly node: GraphNode;
  readonly kind: 'model' | 'dispatch' | 'step' | 'plain' | 'runnable' | 'human' | 'unknown';
  /** Tools bound to the model, or run by the dispatcher. */
  readonly tools: Toolset;
  /** Everything the body calls. */
  readonly calls: readonly InstanceValue[];
  readonly interrupts: readonly InstanceValue[];
  /** Agents and graphs the node is or runs. */
  readonly runs: readonly { readonly ref: string; readonly call: InstanceValue; readonly kind: string }[];
  /** The body reaches something outside. */
  readonly hasEffects: boolean;
}

const empty = { tools: nothing, calls: [], interrupts: [], runs: [], hasEffects: false } as const;

/** Decides what a node is from what it is made of. */
export function roleOf(scan: Scan, node: GraphNode): Role {
  const known = options(node.action).flatMap(option => scan.runnable(option) ?? []);
  if (known.length > 0) return { ...empty, node, kind: 'runnable', runs: known };
  const fn = options(node.action)
    .map(option => functionOf(scan, option))
    .find(option => option !== undefined);
  if (fn) return bodyRole(scan, node, callsOf(scan, fn), mentions(fn, toolCallWords));
  const object = options(node.action).find(option => option.kind === 'instance');
  if (object?.kind === 'instance') return objectRole(scan, node, object);
  return { ...empty, node, kind: node.action?.kind === 'unknown' ? 'unknown' : 'plain' };
}

const toolCallWords: ReadonlySet<string> = new Set([
  'tool_calls',
  'toolCalls',
  'tool_call',
  'function_call',
  'tool_input',
]);

function objectRole(scan: Scan, node: GraphNode, object: InstanceValue): Role {
  if (
    /(?:ToolNode|ToolExecutor)$/.test(object.symbol) ||
    scan.project.bases(classOf(object)).some(isToolNode)
  ) {
    return { ...empty, node, kind: 'dispatch', tools: toolsOf(scan, object) };
  }
  const models = modelsIn(object, 0);
  if (models.length > 0) {
    return { ...empty, node, kind: 'model', tools: bound(scan, models) };
  }
  if (isToolBase(object.symbol)) return { ...empty, node, kind: 'dispatch', tools: toolsOf(scan, object) };
  return { ...empty, node, kind: 'plain' };
}

const isToolNode = (symbol: string): boolean => /(?:^|[.#])ToolNode$/.test(symbol);

function classOf(object: InstanceValue): Parameters<Scan['project']['bases']>[0] {
  return object.classValue ?? noClass;
}

const noClass = {
  kind: 'class',
  id: '',
  file: '',
  at: { file: '', line: 1 },
  scope: undefined,
  def: { name: '', bases: [], keywords: [], decorators: [], body: [], at: [1, 1, 1, 1] },
} as const;

function bodyRole(
  scan: Scan,
  node: GraphNode,
  calls: readonly InstanceValue[],
  readsToolCalls: boolean,
): Role {
  const models = modelCalls(calls);
  const interrupts = interruptsOf(calls);
  const runs = runnablesIn(scan, calls);
  const hasEffects = effectsOf(scan, calls).length > 0;
  const base = { node, calls, interrupts, runs, hasEffects };
  const bindings = models.flatMap(model => model.bindings);
  const ran = toolsRunIn(calls);
  const runsByName = readsToolCalls && (ran.length > 0 || calls.some(isLookup));
  if (models.length > 0 && !(runsByName && bindings.length === 0)) {
    // The model's own loop in one node: tools that the body runs count beside those that are bound.
    const tools = join([
      bound(scan, bindings),
      ...(readsToolCalls ? ran.map(call => ranTools(scan, call)) : []),
    ]);
    return { ...base, kind: 'model', tools };
  }
  if (runsByName) {
    return { ...base, kind: 'dispatch', tools: join(ran.map(call => ranTools(scan, call))) };
  }
  if (ran.length > 0) return { ...base, kind: 'step', tools: join(ran.map(call => ranTools(scan, call))) };
  if (hasEffects || (interrupts.length === 0 && calls.some(call => startedName(call) !== undefined)))
    return { ...base, kind: 'step', tools: nothing };
  if (runs.length > 0) return { ...base, kind: 'runnable', tools: nothing };
  return { ...base, kind: interrupts.length > 0 ? 'human' : 'plain', tools: nothing };
}

/** `tools_by_name[call["name"]].invoke(call["args"])` on something that could not be resolved. */
function isLookup(call: InstanceValue): boolean {
  const [first] = call.args.positional;
  const takesArguments =
    first?.kind === 'unknown' && /\b(?:args|arguments|tool_?input|tool_?call)$/i.test(first.detail);
  return takesArguments && /^\?\.(?:a?invoke|a?run|_?a?call|func)$/.test(call.symbol);
}

function ranTools(scan: Scan, call: InstanceValue): Toolset {
  const { receiver } = call;
  if (receiver?.kind === 'function' || receiver?.kind === 'instance' || receiver?.kind === 'external')
    return toolsOf(scan, receiver);
  return nothing;
}

/** Tools of the bindings; a binding is accounted for from here on. */
export function bound(scan: Scan, bindings: readonly InstanceValue[]): Toolset {
  const seen = new Set<string>();
  return join(
    bindings.flatMap(binding => {
      if (!isBinding(binding.symbol) || seen.has(binding.id)) return [];
      seen.add(binding.id);
      scan.bound.add(placeOf(binding));
      const tools: Value | undefined = argument(binding.args, ['tools', 'functions'], 0);
      return tools ? [toolsOf(scan, tools)] : [lost('bind_tools without tools', binding.at)];
    }),
  );
}

export const placeOf = (value: InstanceValue): string =>
  `${value.at.file}:${value.at.line}:${value.at.column ?? 0}`;
