import { ts } from 'ts-morph';
import { fromPairs, globalCall, merge, methodCall } from './builtins.ts';
import { type Env, env } from './env.ts';
import type { Machine } from './machine.ts';
import { pathCall } from './package-paths.ts';
import { factory, isFactory, method } from './schema.ts';
import { isFunction } from './scope.ts';
import { asText, type FunctionNode, list, literal, record, truth, unknown, type Value } from './value.ts';

const maxArguments = 200;
/** Packages whose functions make validators. */
const validators = /^(?:zod|zod\/.+|@hono\/zod-openapi|zod-openapi|@modelcontextprotocol\/sdk\/.*zod.*)$/;
/** Functions that give back what they are given, as far as a reader is concerned. */
const transparent =
  /^(?:__toESM|__importStar|__importDefault|__toCommonJS|_interop\w*|dedent|outdent|stripIndent\w*|freeze|defineTool|createTool|markRaw|Object)$/;

/** Packages with one function, which gives back what it is given, as far as a reader is concerned. */
const handingOn =
  /^(?:dedent|outdent|ts-dedent|common-tags|endent|zod-to-json-schema|@alcyone-labs\/zod-to-json-schema|zod-openapi|json-schema-ref-resolver)/;

/** What compilers make of `{...a, ...b}` for older targets. */
const spreading = /^(?:__spreadValues|__spreadProps|__assign|_objectSpread2?|_extends)\d?$/;

/** Calls a value. */
export function callValue(m: Machine, fn: Value, args: readonly Value[]): Value {
  switch (fn.t) {
    case 'function':
      return runFunction(m, fn, args);
    case 'class':
      return { t: 'instance', of: fn, args };
    case 'external':
      return pathCall(m, fn.module, fn.name, args) ?? externalCall(fn, args);
    case 'builtin':
      return builtinCall(m, fn, args);
    case 'record':
    case 'module':
      return args[0] ?? unknown;
    default:
      return unknown;
  }
}

function externalCall(fn: Extract<Value, { t: 'external' }>, args: readonly Value[]): Value {
  const name = fn.name.split('.').at(-1) ?? fn.name;
  if (validators.test(fn.module) && isFactory(name)) return factory(name, args);
  if (/^z\./.test(fn.name) && isFactory(name)) return factory(name, args);
  if (
    name === 'zodToJsonSchema' ||
    name === 'toJSONSchema' ||
    name === 'toJsonSchema' ||
    name === 'completable'
  )
    return args[0] ?? unknown;
  if (handingOn.test(fn.module)) return args[0] ?? unknown;
  return unknown;
}

function builtinCall(m: Machine, fn: Extract<Value, { t: 'builtin' }>, args: readonly Value[]): Value {
  const call = (callee: Value, given: readonly Value[]): Value => callValue(m, callee, given);
  if (typeof fn.owner === 'string') {
    if (fn.owner === '' && (fn.name === 'Map' || fn.name === 'Set')) return collection(fn.name, args[0]);
    return globalCall(fn.owner, fn.name, args, call) ?? unknown;
  }
  if (fn.owner.t === 'schema') return method(fn.owner.schema, fn.name, args);
  if (fn.owner.t === 'function') {
    if (fn.name === 'bind') return fn.owner;
    if (fn.name === 'call') return callValue(m, fn.owner, args.slice(1));
    return unknown;
  }
  // `z.string()` where `z` is the namespace object of a bundle.
  if (fn.owner.t === 'record' && isFactory(fn.name) && fn.owner.entries.size === 0)
    return factory(fn.name, args);
  return methodCall(fn.owner, fn.name, args, call) ?? unknown;
}

/** `new Map(pairs)` and `new Set(items)` as record and list. */
export function collection(name: string, source: Value | undefined): Value {
  if (name === 'Set') return source?.t === 'list' ? source : list([], source !== undefined);
  if (!source) return record(new Map());
  return source.t === 'list' ? fromPairs(source.items) : record(new Map(), true);
}

function runFunction(m: Machine, fn: Extract<Value, { t: 'function' }>, args: readonly Value[]): Value {
  const { node } = fn;
  const file = m.program.file(fn.env.scope.file);
  const scope = file?.scopes.get(node);
  if (!scope || !node.body) return unknown;
  const name = nameOf(node);
  if (transparent.test(name) && args[0]) return args[0];
  if (spreading.test(name)) return args.reduce<Value>(merge, record(new Map()));
  const run = env(scope, fn.env, { args: args.slice(0, maxArguments), ...(fn.self && { self: fn.self }) });
  if (!ts.isBlock(node.body)) return m.evaluate(node.body, run);
  const values = returnsOf(m, node.body, run).map(item => m.evaluate(item, run));
  return best(values);
}

/** Of a function, or of the variable that holds it. */
function nameOf(node: FunctionNode): string {
  if (node.name && ts.isIdentifier(node.name)) return node.name.text;
  const { parent } = node;
  return parent && ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) ? parent.name.text : '';
}

/** Of several returned values the one that says most: the longest list, else the first that is known. */
export function best(values: readonly Value[]): Value {
  const known = values.filter(
    value => value.t !== 'unknown' && !(value.t === 'literal' && value.value === null),
  );
  // An answer of yes or no that hangs on something unknown is neither.
  const answers = known.flatMap(value =>
    value.t === 'literal' && typeof value.value === 'boolean' ? [value.value] : [],
  );
  const isSplit = new Set(answers).size > 1 || answers.length < values.length;
  if (answers.length > 0 && answers.length === known.length && isSplit) return unknown;
  const name = nameAmong(known);
  if (name) return name;
  const weigh = (value: Value): number =>
    value.t === 'list'
      ? 10 + value.items.length
      : value.t === 'schema'
        ? 10 + (value.schema.shape?.size ?? 0)
        : value.t === 'record'
          ? 5 + value.entries.size
          : 1;
  return (
    known.reduce<Value | undefined>((a, b) => (a && weigh(a) >= weigh(b) ? a : b), undefined) ??
    values[0] ??
    literal(null)
  );
}

/** Of spellings that a switch decides between the one that clients take as the name of a tool. */
function nameAmong(values: readonly Value[]): Value | undefined {
  const texts = values.map(asText);
  if (texts.length < 2 || !texts.every(text => text !== undefined && /^[\w.:/-]{1,200}$/.test(text)))
    return undefined;
  return values.find(value => /^[\w-]+$/.test(asText(value) ?? ''));
}

/** Returned expressions of a body, nested functions and branches that are not taken left out. */
function returnsOf(m: Machine, body: ts.Block, run: Env): readonly ts.Expression[] {
  const out: ts.Expression[] = [];
  visit(body);
  return out;

  /** True when the statement surely leaves the function. */
  function visit(node: ts.Node): boolean {
    if (isFunction(node) || ts.isClassLike(node) || out.length > 40) return false;
    if (ts.isReturnStatement(node)) {
      if (node.expression) out.push(node.expression);
      return true;
    }
    if (ts.isThrowStatement(node)) return true;
    if (ts.isBlock(node)) return node.statements.some(visit);
    if (ts.isIfStatement(node)) return branches(node);
    ts.forEachChild(node, child => void visit(child));
    return false;
  }

  function branches(node: ts.IfStatement): boolean {
    const known = truth(m.evaluate(node.expression, run));
    const { thenStatement, elseStatement } = node;
    if (known === true) return visit(thenStatement);
    if (known === false) return elseStatement ? visit(elseStatement) : false;
    const then = visit(thenStatement);
    const otherwise = elseStatement ? visit(elseStatement) : false;
    return then && otherwise;
  }
}

/** `require('x')`. */
export function required(m: Machine, from: string, specifier: Value | undefined): Value {
  const text = asText(specifier);
  return text === undefined ? unknown : m.imported(from, text, '*');
}
