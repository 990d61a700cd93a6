import type { ClassValue, Value } from '../../../src/resolve/value.ts';
import { placeOf, type State } from './state.ts';
import { classTool, functionTool, madeTool } from './tools.ts';

/**
 * Tools that are declared but given to no agent that was recognised: a folder of tools for others, or an agent that is
 * put together while the program runs. No context has them; they are told so that they can be seen and judged.
 */
export function tellLoose(state: State): void {
  const isNew = (value: { readonly id: string }): boolean => !state.places.has(placeOf(value.id));
  for (const { rule, target } of state.decorated.values()) {
    if (rule.borrowed || target.kind !== 'function' || !isNew(target)) continue;
    functionTool(state, target, undefined);
  }
  for (const { rule } of state.makers) {
    if (rule.borrowed || rule.wraps) continue;
    for (const call of state.project.calls(rule.symbols))
      if (isNew(call) && !isUsed(state, call.args.positional[0])) madeTool(state, call, rule, undefined);
  }
  for (const { rule } of state.classes) {
    if (rule.borrowed || rule.offers || rule.bases.length === 0) continue;
    for (const cls of state.project.subclasses(rule.bases)) {
      if (!isNew(cls) || !works(state, cls, rule.methods)) continue;
      classTool(state, cls, cls, rule);
    }
  }
}

/** A function that is a tool already, made one again. */
const isUsed = (state: State, value: Value | undefined): boolean =>
  value?.kind === 'function' && state.places.has(placeOf(value.id));

/** False for a base that leaves the work to others. */
function works(state: State, cls: ClassValue, methods: readonly string[]): boolean {
  return state.project.methods(cls).some(method => methods.includes(method.def.name));
}
