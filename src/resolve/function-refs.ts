import type { FunctionRef } from '../model/fact.ts';
import type { Scope } from './scope.ts';
import type { FunctionValue, Value } from './value.ts';

/**
 * Names functions for facts. A function that stands in another one (`register(name, handler)` wraps the handler in a
 * closure) is a different one per run of the outer function: the reference then names the run too, so that readers
 * of the body see the arguments of that run and not those of all.
 */
export interface FunctionRefs {
  refOf(fn: FunctionValue): FunctionRef;
  /** The function of one run; undefined for references without a run. */
  inRun(ref: FunctionRef): FunctionValue | undefined;
}

/** References of one project; a run is told from others by what its parameters are. */
export function createFunctionRefs(): FunctionRefs {
  const numbers = new Map<string, Map<string, number>>();
  const known = new Map<string, FunctionValue>();
  return {
    refOf(fn) {
      const place = { file: fn.file, line: fn.at.line, column: fn.at.column ?? 1 };
      const run = keyOfRun(fn.scope as Scope);
      if (run === undefined) return place;
      const at = `${place.file}:${place.line}:${place.column}`;
      const runs = numbers.get(at) ?? new Map<string, number>();
      numbers.set(at, runs);
      const number = runs.get(run) ?? runs.size + 1;
      runs.set(run, number);
      const context = `run ${number}`;
      if (!known.has(`${at} ${context}`)) known.set(`${at} ${context}`, fn);
      return { ...place, context };
    },
    inRun: ref =>
      ref.context === undefined
        ? undefined
        : known.get(`${ref.file}:${ref.line}:${ref.column} ${ref.context}`),
  };
}

/** What the runs around a function were given; undefined where all of them are runs by nobody in particular. */
function keyOfRun(scope: Scope | undefined): string | undefined {
  const parts: string[] = [];
  for (let at = scope, n = 0; at && n < 8; at = at.parent, n++) {
    if (at.generic || at.frame.size === 0 || at.static.kind === 'class') continue;
    parts.push([...at.frame].map(([name, value]) => `${name}=${keyOfValue(value, 0)}`).join());
  }
  return parts.length > 0 ? parts.join('|') : undefined;
}

function keyOfValue(value: Value, depth: number): string {
  if (value.kind === 'literal') return JSON.stringify(value.value);
  const place = `${value.kind} ${value.at.file}:${value.at.line}:${value.at.column ?? 0}`;
  if (depth > 2) return place;
  if (value.kind === 'list')
    return `${place}[${value.items.slice(0, 40).map(item => keyOfValue(item.value, depth + 1))}]`;
  if (value.kind === 'record')
    return `${place}{${value.entries.slice(0, 20).map(entry => keyOfValue(entry.value, depth + 1))}}`;
  if (value.kind === 'union')
    return `${place}(${value.options.map(option => keyOfValue(option, depth + 1)).join('/')})`;
  return 'id' in value ? `${value.kind} ${value.id}` : place;
}
