import type { Expression, Parameter } from '../lang/module.ts';
import type { Location } from '../model/location.ts';
import { patternNames } from './collect.ts';
import { destructure } from './destructure.ts';
import { type Evaluator, unknown } from './evaluator.ts';
import type { Scope } from './scope.ts';
import type { CallArguments, FunctionValue, InstanceValue, Value } from './value.ts';

/**
 * Binds arguments to parameters: positional, named, rest, keywords, defaults, JS patterns, the bound object.
 * With `open`, a parameter without argument is an unknown `parameter` instead of missing.
 */
export function bindParameters(
  ev: Evaluator,
  fn: FunctionValue,
  args: CallArguments,
  outer: Scope,
  open: boolean,
): ReadonlyMap<string, Value> {
  const frame = new Map<string, Value>();
  const at = fn.at;
  const positional = [...(fn.partial?.positional ?? []), ...args.positional];
  const named = new Map([...(fn.partial?.named ?? []), ...args.named].map(n => [n.name, n.value]));
  const python = outer.static.language === 'python';
  if (fn.self && !python) frame.set('this', fn.self);
  if (fn.self && python && takesSelf(fn)) positional.unshift(fn.self);
  const rest = open || args.rest !== undefined ? { open: `arguments of ${fn.def.name}` } : {};
  let index = 0;
  for (const p of fn.def.params) {
    const missing = (): Value => fallback(ev, p, outer, open || args.rest !== undefined, at, fn);
    if (p.kind === 'rest') {
      const items = positional.slice(index).map(value => ({ value }));
      frame.set(p.name, { kind: 'list', id: `${fn.id}*${p.name}`, items, at, ...rest });
      index = positional.length;
      continue;
    }
    if (p.kind === 'keywords') {
      const entries = [...named].map(([key, value]) => ({ key, value }));
      frame.set(p.name, { kind: 'record', id: `${fn.id}**${p.name}`, entries, at, ...rest });
      continue;
    }
    const byName = named.get(p.name);
    named.delete(p.name);
    const value =
      byName ??
      (p.kind === 'plain' && index < positional.length ? positional[index] : undefined) ??
      missing();
    if (p.kind === 'plain' && !byName) index++;
    frame.set(p.name, value);
    if (!p.pattern) continue;
    for (const { name, path } of patternNames(p.pattern)) {
      const part = destructure(ev, value, path, outer, at);
      frame.set(
        name,
        part.kind === 'unknown' && part.reason !== 'parameter' && open
          ? unknown('parameter', name, at)
          : part,
      );
    }
  }
  return frame;
}

/** Static methods have no object parameter. */
function takesSelf(fn: FunctionValue): boolean {
  return !fn.def.isStatic && !fn.def.decorators.some(d => d.kind === 'name' && d.name === 'staticmethod');
}

function fallback(
  ev: Evaluator,
  p: Parameter,
  outer: Scope,
  open: boolean,
  at: Location,
  fn: FunctionValue,
): Value {
  if (p.default) {
    const value = ev.evaluate(p.default, outer);
    // `tools=None` says that a caller may give some; an open run keeps that in sight.
    if (!open || !(value.kind === 'literal' && value.value === null)) return value;
  }
  const typed = open && p.annotation ? typedParameter(ev, p, p.annotation, outer, fn) : undefined;
  return typed ?? unknown('parameter', p.name, at);
}

/**
 * A parameter whose annotation names a class stands for some object of it: `def register(server: FastMCP)` shows
 * what `server.tool` is even where no caller is known. `parameterRest` marks it as nobody's in particular.
 */
function typedParameter(
  ev: Evaluator,
  p: Parameter,
  annotation: Expression,
  outer: Scope,
  fn: FunctionValue,
): Value | undefined {
  const named = ev.evaluate(stripType(annotation, 0), outer);
  return objectOfType(named, `${fn.id}(${p.name})`, `${parameterRest}${p.name}`, fn.at);
}

/** Some object of the class a type names; undefined for builtins and for what is no class. */
export function objectOfType(
  named: Value,
  id: string,
  rest: string,
  at: Location,
): InstanceValue | undefined {
  const type = named.kind === 'union' ? (named.options[0] ?? named) : named;
  const args = { positional: [], named: [], rest };
  if (type.kind === 'class')
    return { kind: 'instance', id, symbol: `${type.file}#${type.def.name}`, classValue: type, args, at };
  if (type.kind !== 'external' || /^(?:builtins|typing|globalThis)\./.test(type.symbol)) return undefined;
  return { kind: 'instance', id, symbol: type.symbol, args, at };
}

/** Start of `args.rest` of an object that is only known as a parameter. */
export const parameterRest = 'parameter ';

/** The class named by `Optional[X]`, `X | None`, `Annotated[X, ...]`, `X<T>`; other forms as they are. */
export function stripType(e: Expression, depth: number): Expression {
  if (depth > 5) return e;
  if (e.kind === 'binary') return stripType(isNone(e.left) ? e.right : e.left, depth + 1);
  if (e.kind !== 'subscript') return e;
  const name = e.object.kind === 'name' ? e.object.name : e.object.kind === 'member' ? e.object.property : '';
  if (!/^(?:Optional|Annotated|Awaited|Awaitable|Promise|Readonly|Partial|Required)$/.test(name))
    return stripType(e.object, depth + 1);
  return stripType(e.index.kind === 'list' ? (e.index.items[0]?.value ?? e.index) : e.index, depth + 1);
}

function isNone(e: Expression): boolean {
  return (
    (e.kind === 'literal' && e.value === null) ||
    (e.kind === 'name' && (e.name === 'undefined' || e.name === 'null'))
  );
}
