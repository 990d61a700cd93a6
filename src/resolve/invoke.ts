import type { Expression } from '../lang/module.ts';
import type { Location } from '../model/location.ts';
import { builtinCall } from './builtin-calls.ts';
import { callKey } from './call-key.ts';
import { type CallOrigin, type Evaluator, limits, unknown } from './evaluator.ts';
import { siteOf } from './expression.ts';
import { elsewhere } from './generic.ts';
import { externalBase } from './member.ts';
import { bindParameters, parameterRest } from './parameters.ts';
import { makeScope, type Scope } from './scope.ts';
import { isTaken } from './truth.ts';
import { fingerprint, mapOptions, signature, unite } from './union.ts';
import type { CallArguments, ClassValue, FunctionValue, InstanceValue, Value } from './value.ts';

/** Calls a value; see `Evaluator.call`. */
export function invoke(
  ev: Evaluator,
  callee: Value,
  args: CallArguments,
  at: Location,
  origin?: CallOrigin,
): Value {
  return mapOptions(callee, at, c => one(ev, c, args, at, origin));
}

function one(ev: Evaluator, callee: Value, args: CallArguments, at: Location, origin?: CallOrigin): Value {
  switch (callee.kind) {
    case 'function':
      return callFunction(ev, callee, args, at);
    case 'class':
      return instance(ev, callee, args, at, origin);
    case 'external':
      return callExternal(ev, callee.symbol, callee.receiver, args, at, origin);
    case 'instance':
      return callInstance(ev, callee, args, at, origin);
    // `require('x')()` and a default export that is called as a module.
    case 'module': {
      const main = ev.exported(callee.path, 'default', at);
      return main ? one(ev, main, args, at, origin) : unknown('dynamic', `call of module ${callee.path}`, at);
    }
    case 'unknown': {
      const method = /\.(\w+)$/.exec(callee.detail)?.[1];
      if (method && ev.conventions.telling.has(method)) {
        return allocate(ev, { symbol: `?.${method}`, args, receiver: callee }, at, origin);
      }
      return unknown(callee.reason, `${callee.detail}()`.slice(0, 100), at);
    }
    default:
      return unknown('dynamic', `call of a ${callee.kind}`, at);
  }
}

function callExternal(
  ev: Evaluator,
  symbol: string,
  receiver: Value | undefined,
  args: CallArguments,
  at: Location,
  origin?: CallOrigin,
): Value {
  const builtin = builtinCall(ev, symbol, receiver, args, at);
  if (builtin) return builtin;
  if (receiver && ev.conventions.fluent(symbol)) return receiver;
  if (ev.conventions.transparent(symbol) && args.positional[0]) return args.positional[0];
  return allocate(ev, { symbol, args, ...(receiver && { receiver }) }, at, origin);
}

/**
 * Makes an object. Its identity is the place, plus a fingerprint of the arguments when the same place makes
 * different objects for different callers (a factory); so equal objects stay one.
 */
function allocate(
  ev: Evaluator,
  what: Pick<InstanceValue, 'symbol' | 'args'> & Partial<InstanceValue>,
  at: Location,
  origin?: CallOrigin,
): InstanceValue {
  let id = siteOf(at);
  if (origin && !origin.scope.generic) {
    const general = genericRun(ev, origin.scope);
    const usual = general ? ev.evaluate(origin.expression, general) : undefined;
    const mine = argumentsSignature(what.args, what.receiver);
    if (usual?.kind !== 'instance' || argumentsSignature(usual.args, usual.receiver) !== mine)
      id += `@${fingerprint(mine)}`;
  }
  return { kind: 'instance', id, at, ...what };
}

/** Arguments that do not make a different agent or tool: the same definition with another model is the same thing. */
const incidental =
  /^(?:model|llm|temperature|max_?\w*|verbose|debug|api_?key|context|config|timeout|session\w*|user\w*|callbacks|metadata|checkpointer|logger|cache\w*|retries|stream\w*)$/i;

/** Whether an argument does not count for what the object is. Settings that hold tools do. */
function isIncidental(name: string, value: Value): boolean {
  return incidental.test(name) && !holdsTools(value);
}

function holdsTools(value: Value): boolean {
  if (value.kind === 'record') return value.entries.some(e => e.key === 'tools');
  if (value.kind !== 'instance') return false;
  return value.args.named.some(n => n.name === 'tools') || value.args.positional.some(holdsTools);
}

function argumentsSignature(args: CallArguments, receiver?: Value): string {
  const value = (v: Value): string =>
    v.kind === 'record'
      ? signature({ ...v, entries: v.entries.filter(e => !isIncidental(e.key, e.value)) })
      : signature(v);
  const parts = [
    ...args.positional.map(value),
    ...args.named.filter(n => !isIncidental(n.name, n.value)).map(n => `${n.name}=${signature(n.value)}`),
  ];
  return `${receiver ? signature(receiver) : ''}(${parts.join()})`;
}

/** True when an object's telling arguments hang on parameters of the function around it. */
export function dependsOnParameters(value: Value, depth = 0): boolean {
  if (depth > 5) return false;
  const next = (v: Value): boolean => dependsOnParameters(v, depth + 1);
  switch (value.kind) {
    case 'unknown':
      return value.reason === 'parameter' || (depth < 5 && value.detail.startsWith('arguments of'));
    case 'text':
      return value.parts.some(p => typeof p !== 'string' && next(p));
    case 'list':
      return value.items.some(i => next(i.value)) || value.open?.startsWith('arguments of') === true;
    case 'record':
      return value.entries.some(e => !isIncidental(e.key, e.value) && next(e.value));
    case 'union':
      return value.options.some(next);
    case 'function':
      return (
        (value.self !== undefined && next(value.self)) ||
        value.partial?.positional.some(next) === true ||
        value.partial?.named.some(n => next(n.value)) === true
      );
    case 'external':
      return value.receiver !== undefined && next(value.receiver);
    case 'instance':
      return (
        value.args.rest?.startsWith(parameterRest) === true ||
        value.args.rest === elsewhere ||
        value.args.positional.some(next) ||
        value.args.named.some(n => !isIncidental(n.name, n.value) && next(n.value)) ||
        (value.receiver !== undefined && next(value.receiver))
      );
    default:
      return false;
  }
}

/** The same body run for nobody in particular. */
function genericRun(ev: Evaluator, scope: Scope): Scope | undefined {
  if (scope.generic) return scope;
  const fn = scope.static.function;
  const parent = scope.parent ? genericRun(ev, scope.parent) : undefined;
  if (!parent) return undefined;
  if (fn && scope.static.kind === 'function') return ev.genericScope(ev.functionValue(fn, parent));
  return undefined;
}

function instance(
  ev: Evaluator,
  cls: ClassValue,
  args: CallArguments,
  at: Location,
  origin?: CallOrigin,
): Value {
  return allocate(ev, { symbol: `${cls.file}#${cls.def.name}`, classValue: cls, args }, at, origin);
}

function callInstance(
  ev: Evaluator,
  callee: InstanceValue,
  args: CallArguments,
  at: Location,
  origin?: CallOrigin,
): Value {
  if (callee.classValue) {
    const method = ev.classMember(callee.classValue, '__call__');
    if (method?.kind === 'function') return callFunction(ev, { ...method, self: callee }, args, at);
    const base = externalBase(ev, callee.classValue);
    if (base !== undefined)
      return allocate(ev, { symbol: `${base}()()`, args, receiver: callee }, at, origin);
  }
  return allocate(ev, { symbol: `${callee.symbol}()`, args, receiver: callee }, at, origin);
}

/**
 * Calls a project function. The same call with plain arguments gives the same value wherever it is written, so it is
 * run once; what was cut short by a limit or a cycle holds only for the question it came up in.
 */
export function callFunction(ev: Evaluator, fn: FunctionValue, args: CallArguments, at: Location): Value {
  const key = callKey(fn, args);
  if (key === undefined) return runOnce(ev, fn, args, at);
  const known = ev.calls.get(key);
  if (known) return known;
  const before = ev.budget.cuts;
  const value = runOnce(ev, fn, args, at);
  if (ev.budget.cuts === before && ev.recursive.size === 0) ev.calls.set(key, value);
  return value;
}

/** A function inside itself tells nothing new after the second time, and can cost without end. */
const maxRecursion = 2;

function runOnce(ev: Evaluator, fn: FunctionValue, args: CallArguments, at: Location): Value {
  const going = ev.running.get(fn.id) ?? 0;
  if (going >= maxRecursion) {
    ev.recursive.add(fn.id);
    return unknown('cycle', `${fn.def.name} calls itself`, at);
  }
  ev.running.set(fn.id, going + 1);
  const value = runFunction(ev, fn, args, at);
  ev.running.set(fn.id, going);
  if (going === 0) ev.recursive.delete(fn.id);
  return value;
}

/** Runs a project function with its parameters bound: alternatives of everything it may return. */
function runFunction(ev: Evaluator, fn: FunctionValue, args: CallArguments, at: Location): Value {
  const outer = fn.scope as Scope;
  const name = fn.def.name || 'anonymous function';
  if (outer.depth > limits.callDepth * 3 || ev.budget.depth > limits.depth - 20) {
    ev.budget.cuts++;
    return unknown('limit', `call of ${name}`, at);
  }
  const frame = bindParameters(ev, fn, args, outer, false);
  const scope: Scope = {
    ...makeScope(ev.staticOf(fn.def, outer.static), outer, frame, isGenericCall(fn, args, outer)),
    called: true,
  };
  const { yields } = scope.static;
  if (yields.length > 0) {
    const values = yields.map(y => ev.evaluate(y, scope));
    const isManager = fn.def.decorators.some(d => JSON.stringify(d).includes('contextmanager'));
    return isManager
      ? unite(values, at)
      : { kind: 'list', id: `${fn.id}*`, items: values.map(value => ({ value, conditional: true })), at };
  }
  const values = takenReturns(ev, scope)
    .slice(0, 12)
    .flatMap(r => (r ? [ev.evaluate(r, scope)] : []));
  const useful = values.filter(v => !(v.kind === 'literal' && v.value === null));
  if (values.length === 0) return { kind: 'literal', value: null, at };
  const result = unite(useful.length > 0 ? useful : values, at);
  return result.kind === 'unknown' && result.reason === 'parameter'
    ? unknown('dynamic', `result of ${name}`, at)
    : result;
}

/** The returns that can be reached in this run: none in a branch that is not taken, none after one that certainly is. */
function takenReturns(ev: Evaluator, scope: Scope): readonly (Expression | undefined)[] {
  const { returns, returnBlocks } = scope.static;
  const out: (Expression | undefined)[] = [];
  for (const [index, value] of returns.entries()) {
    const blocks = returnBlocks[index] ?? [];
    const taken = isTaken(ev, blocks, scope);
    if (taken !== false) out.push(value);
    if (taken === true && blocks.length > 0) break;
  }
  return out;
}

/** A function without parameters runs the same for every caller. */
function isGenericCall(fn: FunctionValue, args: CallArguments, outer: Scope): boolean {
  return outer.generic && !fn.self && args.positional.length === 0 && args.named.length === 0;
}
