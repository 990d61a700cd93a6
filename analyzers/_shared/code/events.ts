import type { Expression } from '../../../src/lang/module.ts';
import type { Project } from '../../../src/resolve/project.ts';
import type { FunctionValue } from '../../../src/resolve/value.ts';

/** Types of events a step waits for and makes, by their last names. */
export interface Events {
  readonly takes: readonly string[];
  readonly gives: readonly string[];
}

/** Read off the annotations of a step, and off `ctx.send_event(Event(…))` in its body. */
export function eventsOf(project: Project, fn: FunctionValue): Events {
  const takes = fn.def.params.flatMap(({ annotation }) => (annotation ? typesIn(annotation, 0) : []));
  const returned = fn.def.returns ? typesIn(fn.def.returns, 0) : [];
  const sent = project.callsIn(fn).flatMap(call => {
    if (!/(?:^|\.)send_event$/.test(call.symbol)) return [];
    const [event] = call.args.positional;
    return event?.kind === 'instance' ? (event.symbol.split(/[.#]/).at(-1) ?? []) : [];
  });
  return { takes, gives: [...new Set([...returned, ...sent])] };
}

/** Last names of the types in an annotation; containers and unions are looked into. */
export function typesIn(e: Expression, depth: number): readonly string[] {
  if (depth > 6) return [];
  if (e.kind === 'name') return [e.name];
  if (e.kind === 'member') return [e.property];
  if (e.kind === 'binary') return [...typesIn(e.left, depth + 1), ...typesIn(e.right, depth + 1)];
  if (e.kind === 'list') return e.items.flatMap(({ value }) => typesIn(value, depth + 1));
  if (e.kind === 'subscript') return [...typesIn(e.object, depth + 1), ...typesIn(e.index, depth + 1)];
  return e.kind === 'literal' && typeof e.value === 'string' ? e.value.split(/[^\w]+/).filter(Boolean) : [];
}
