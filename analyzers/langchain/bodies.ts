import type { Expression, Statement } from '../../src/lang/module.ts';
import { signature } from '../../src/resolve/union.ts';
import type { CallArguments, FunctionValue, InstanceValue, Value } from '../../src/resolve/value.ts';
import type { Scan } from './scan.ts';
import { isBinding, isModel, runMethods } from './symbols.ts';
import { chainOf, lastName, options } from './values.ts';

const maxDepth = 5;
const maxCalls = 600;

/** All calls of a function and of the project functions it calls, in order of the text, bounded. */
export function callsOf(scan: Scan, fn: FunctionValue): readonly InstanceValue[] {
  const key = bodyKey(fn);
  const known = scan.bodies.get(key);
  if (known) return known;
  scan.bodies.set(key, []);
  const out: InstanceValue[] = [];
  collect(scan, fn, 0, new Set(), out);
  scan.bodies.set(key, out);
  return out;
}

function bodyKey(fn: FunctionValue): string {
  return `${fn.id} ${fn.self && 'id' in fn.self ? fn.self.id : ''} ${fn.partial ? signature(fn) : ''}`;
}

function collect(
  scan: Scan,
  fn: FunctionValue,
  depth: number,
  seen: Set<string>,
  out: InstanceValue[],
): void {
  if (depth > maxDepth || seen.has(fn.id) || out.length > maxCalls) return;
  seen.add(fn.id);
  for (const call of scan.project.callsIn(fn)) {
    if (out.length > maxCalls) return;
    out.push(call);
    if (call.callee) collect(scan, withArguments(call.callee, call.args), depth + 1, seen, out);
    for (const given of functionsIn(call)) collect(scan, given, depth + 1, seen, out);
  }
}

/** The called function with those arguments of the call that are more than plain data. */
function withArguments(fn: FunctionValue, args: CallArguments): FunctionValue {
  if (fn.partial) return fn;
  const skipped = fn.self && fn.file.endsWith('.py') ? 1 : 0;
  const placed = args.positional.flatMap((value, index) => {
    const name = fn.def.params[index + skipped]?.name;
    return name === undefined ? [] : [{ name, value }];
  });
  const named = [...placed, ...args.named].filter(item => tells(item.value));
  return named.length > 0 ? { ...fn, partial: { positional: [], named } } : fn;
}

/** Values that say what a body works on. A parameter that is only handed on says less than the callee's own type. */
function tells(value: Value): boolean {
  if (value.kind === 'instance') return value.args.rest === undefined;
  return ['list', 'record', 'function', 'class', 'union'].includes(value.kind);
}

/** Project functions handed on: `asyncio.to_thread(send, x)`, `RunnableLambda(send)`. */
function functionsIn(call: InstanceValue): readonly FunctionValue[] {
  if (call.callee || call.classValue) return [];
  if (!/(?:to_thread|run_in_executor|RunnableLambda|RunnableLambda\.from|partial|submit)$/.test(call.symbol))
    return [];
  return call.args.positional.flatMap(value => (value.kind === 'function' ? [value] : []));
}

/** A use of a language model inside a body: the call, and the tools bound to that model. */
export interface ModelCall {
  readonly call: InstanceValue;
  readonly bindings: readonly InstanceValue[];
}

/** Model calls of a body. */
export function modelCalls(calls: readonly InstanceValue[]): readonly ModelCall[] {
  return calls.flatMap(call => {
    const method = lastName(call.symbol);
    if (!runMethods.has(method) && !call.symbol.endsWith('()')) return [];
    const models = modelsIn(call.receiver, 0);
    if (models.length === 0) return [];
    return [{ call, bindings: models.filter(model => isBinding(model.symbol)) }];
  });
}

/** Models and bindings behind a value: the object itself, its chain, and both sides of pipes. */
export function modelsIn(value: Value | undefined, depth: number): readonly InstanceValue[] {
  if (depth > 8) return [];
  return options(value).flatMap((option): readonly InstanceValue[] => {
    if (option.kind === 'unknown') return namesModel(option.detail) ? [unknownModel(option)] : [];
    if (option.kind === 'external' && option.receiver) return modelsIn(option.receiver, depth + 1);
    if (option.kind !== 'instance') return [];
    const chain = chainOf(option);
    const own = chain.filter(
      link => isBinding(link.symbol) || isModel(link.symbol) || isStructured(link.symbol),
    );
    const root = chain.at(-1);
    const unknownRoot = root?.receiver?.kind === 'unknown' && own.length > 0 ? [] : modelsOfRoot(root, depth);
    const piped = chain.flatMap(link =>
      /^operator\.or_$|\.pipe(?:\(\))*$|RunnableSequence(?:\.from)?$|LLMChain$/.test(link.symbol)
        ? [...link.args.positional, ...link.args.named.map(item => item.value)].flatMap(part =>
            modelsIn(inList(part), depth + 1),
          )
        : [],
    );
    return [...own, ...unknownRoot, ...piped];
  });
}

function modelsOfRoot(root: InstanceValue | undefined, depth: number): readonly InstanceValue[] {
  return root?.receiver?.kind === 'unknown' ? modelsIn(root.receiver, depth + 1) : [];
}

function inList(value: Value): Value {
  if (value.kind !== 'list') return value;
  return { kind: 'union', options: value.items.map(item => item.value), at: value.at };
}

const isStructured = (symbol: string): boolean =>
  /(?:with_structured_output|withStructuredOutput)(?:\(\))*$/.test(symbol);

/** An unresolved object whose name says that it is a model: `self.llm`, `chat_model`, `structured_llm`. */
function namesModel(detail: string): boolean {
  return /(?:^|[._])(?:\w*_)?(?:llm|chat_?model|language_model|model)s?(?:_?with_?\w+)?(?:\(\))?(?:\.(?:bind_tools|with_\w+|bind)\(\))*$/i.test(
    detail,
  );
}

function unknownModel(value: Value): InstanceValue {
  return {
    kind: 'instance',
    id: `${value.at.file}:${value.at.line}:${value.at.column ?? 0}`,
    symbol: '?',
    at: value.at,
    args: { positional: [], named: [] },
  };
}

/** Walks all expressions of statements; functions inside included. Stops early when `visit` returns true. */
export function someExpression(body: readonly Statement[], visit: (e: Expression) => boolean): boolean {
  const stack: unknown[] = [...body].reverse();
  for (let steps = 0; stack.length > 0 && steps < 40_000; steps++) {
    const next = stack.pop();
    if (Array.isArray(next)) {
      for (let i = next.length - 1; i >= 0; i--) stack.push(next[i]);
      continue;
    }
    if (typeof next !== 'object' || next === null) continue;
    if (isExpression(next) && visit(next)) return true;
    const values = Object.values(next);
    for (let i = values.length - 1; i >= 0; i--) if (typeof values[i] === 'object') stack.push(values[i]);
  }
  return false;
}

const expressionKinds: ReadonlySet<string> = new Set([
  'literal',
  'template',
  'name',
  'member',
  'subscript',
  'call',
  'list',
  'record',
  'function',
  'class',
  'conditional',
  'await',
  'yield',
  'binary',
  'unary',
  'comprehension',
  'unknown',
]);

function isExpression(node: object): node is Expression {
  return 'kind' in node && 'at' in node && typeof node.kind === 'string' && expressionKinds.has(node.kind);
}

/** Whether a body mentions a member or key of this name: `message.tool_calls`, `state["tool_calls"]`. */
export function mentions(fn: FunctionValue, names: ReadonlySet<string>): boolean {
  return someExpression(fn.def.body, e =>
    e.kind === 'member'
      ? names.has(e.property)
      : e.kind === 'subscript' && e.index.kind === 'literal' && names.has(String(e.index.value)),
  );
}
