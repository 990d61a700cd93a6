import type { Expression, Statement } from '../lang/module.ts';
import { locate, type Range } from '../model/location.ts';
import { patternNames } from './collect.ts';
import { destructure } from './destructure.ts';
import { type Evaluator, limits } from './evaluator.ts';
import { makeScope, type Scope, type StaticScope } from './scope.ts';
import type { Value } from './value.ts';

const maxRounds = 400;
const maxNested = 3;

interface Loop {
  readonly target: Expression;
  readonly iter: Expression;
}

/**
 * The runs of a call inside loops: one per element where the loops go over known lists, so that
 * `for (const t of tools) server.registerTool(t.name, ...)` makes one tool per element with its own name and handler.
 * The scope alone when there is no loop, or when what it goes over is not known.
 */
export function roundsOf(ev: Evaluator, at: Range, scope: Scope): readonly Scope[] {
  const loops = loopsAround(bodyOf(scope.static), at);
  if (loops.length === 0) return [scope];
  let runs: readonly Scope[] = [scope];
  for (const loop of loops.slice(-maxNested)) {
    runs = runs.flatMap(run => perElement(ev, loop, run)).slice(0, maxRounds);
  }
  return runs;
}

function bodyOf(statics: StaticScope): readonly Statement[] {
  if (statics.kind === 'module') return statics.module.body;
  return statics.function?.body ?? [];
}

function perElement(ev: Evaluator, loop: Loop, scope: Scope): readonly Scope[] {
  ev.budget.fuel = limits.fuel;
  const items = itemsOf(ev.evaluate(loop.iter, scope));
  if (!items || items.length < 2) return [scope];
  const names = patternNames(loop.target);
  const where = locate(scope.static.file, loop.iter.at);
  const bindings = new Map(scope.static.bindings);
  // The loop's own bindings give way to the frame; what the body derives from them is read anew.
  for (const { name } of names) bindings.delete(name);
  const statics: StaticScope = { ...scope.static, bindings };
  return items.slice(0, maxRounds).map(item => {
    const frame = new Map(scope.frame);
    for (const { name, path } of names) frame.set(name, destructure(ev, item, path, scope, where));
    return makeScope(statics, scope.parent, frame, false);
  });
}

/** Elements of a list or keys of a record; undefined when iterating gives something unknown. */
function itemsOf(value: Value): readonly Value[] | undefined {
  if (value.kind === 'list') return value.items.map(item => item.value);
  if (value.kind !== 'record') return undefined;
  return value.entries.map(entry => ({ kind: 'literal', value: entry.key, at: value.at }));
}

/** `for` statements whose body holds the range, outermost first. */
function loopsAround(body: readonly Statement[], at: Range): readonly Loop[] {
  const out: Loop[] = [];
  let level: readonly Statement[] = body;
  for (let depth = 0; depth < 60; depth++) {
    const around = level.find(statement => contains(statement.at, at));
    if (!around) return out;
    if (around.kind === 'for' && around.body.some(inner => contains(inner.at, at))) out.push(around);
    level = innerBodies(around);
  }
  return out;
}

function innerBodies(s: Statement): readonly Statement[] {
  switch (s.kind) {
    case 'for':
    case 'while':
    case 'with':
      return s.body;
    case 'if':
      return [...s.then, ...s.else];
    case 'try':
      return [...s.body, ...s.handlers.flat(), ...s.finally];
    case 'switch':
      return s.cases.flatMap(item => item.body);
    default:
      return [];
  }
}

function contains(outer: Range, inner: Range): boolean {
  const starts = outer[0] < inner[0] || (outer[0] === inner[0] && outer[1] <= inner[1]);
  return starts && (outer[2] > inner[2] || (outer[2] === inner[2] && outer[3] >= inner[3]));
}
