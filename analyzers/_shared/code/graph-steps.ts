import { symbolMatcher } from '../../../src/resolve/symbols.ts';
import type { ClassValue, FunctionValue, Value } from '../../../src/resolve/value.ts';
import { describe } from '../facts.ts';
import { nameOf } from './arguments.ts';
import type { StepRule } from './spec.ts';
import type { State } from './state.ts';
import { tellDelegations } from './tools.ts';

/** Code of its own as a step of a graph: an object of a project class, or a function under a decorator. */
export function stepOf(
  state: State,
  rule: StepRule | undefined,
  value: Value | undefined,
): string | undefined {
  if (!rule || !value) return undefined;
  if (value.kind === 'function')
    return isStepFunction(state, rule, value) ? tell(state, value, value) : undefined;
  if (value.kind !== 'instance' || !value.classValue) return undefined;
  const isBase = symbolMatcher(rule.bases);
  if (!state.project.bases(value.classValue).some(isBase)) return undefined;
  return tell(state, value, handlerOf(state, rule, value.classValue));
}

const isStepFunction = (state: State, rule: StepRule, fn: FunctionValue): boolean =>
  state.project.decoratorsOf(fn).some(({ symbol }) => symbolMatcher(rule.functions)(symbol));

/** The first method under the decorator of handlers, along the bases. */
function handlerOf(state: State, rule: StepRule, cls: ClassValue): FunctionValue | undefined {
  const isHandler = symbolMatcher(rule.handlers);
  return state.project
    .methods(cls)
    .find(method => state.project.decoratorsOf(method).some(({ symbol }) => isHandler(symbol)));
}

function tell(state: State, value: Value, handler: FunctionValue | undefined): string {
  const { project, framework } = state;
  const ref = project.ref(value);
  if (state.told.has(ref)) return ref;
  state.told.add(ref);
  state.facts.push({
    fact: 'node',
    ref,
    kind: 'tool',
    name: value.kind === 'instance' ? nameOf(value, ['id', 'name']) : (handler?.def.name ?? 'step'),
    framework: framework.id,
    at: value.at,
    ...describe(handler?.def.doc),
    ...(handler && { handler: project.functionRef(handler) }),
    properties: { step: true },
  });
  if (handler) tellDelegations(state, ref, handler);
  return ref;
}
