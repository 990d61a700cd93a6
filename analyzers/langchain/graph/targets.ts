import type { Expression, Statement } from '../../../src/lang/module.ts';
import type { FunctionValue, Value } from '../../../src/resolve/value.ts';
import { callsOf, someExpression } from '../bodies.ts';
import type { Scan } from '../scan.ts';
import { argument, lastName, options, textOf } from '../values.ts';

const end = '__end__';

/**
 * Nodes a router or node function may lead to: literals of its return annotation, returned names, `Send` and
 * `Command(goto=…)`. With `onlyCommands`, plain returned strings do not count: a node returns state, not a name.
 */
export function targetsOf(
  scan: Scan,
  router: Value | undefined,
  names: ReadonlySet<string>,
  onlyCommands = false,
): readonly string[] {
  const found = new Set<string>();
  const keep = (name: string | undefined): void => {
    if (name !== undefined && (names.has(name) || name === end)) found.add(name);
  };
  for (const option of options(router)) {
    if (option.kind === 'external' && /(?:tools_condition|toolsCondition)$/.test(option.symbol)) {
      for (const name of ['tools', end]) keep(name);
    }
    const fn = functionOf(scan, option);
    if (!fn) continue;
    for (const name of fromAnnotation(fn, onlyCommands)) keep(name);
    for (const name of fromCalls(scan, fn)) keep(name);
    if (onlyCommands) continue;
    for (const name of returnedWords(fn.def.body)) keep(name);
    for (const name of fromValue(scan.project.call(fn), 0)) keep(name);
  }
  return [...found];
}

/** The function behind a node or router: itself, or the `__call__`/`invoke` of an object of the project. */
export function functionOf(scan: Scan, value: Value | undefined): FunctionValue | undefined {
  if (value?.kind === 'function') return value;
  if (value?.kind !== 'instance') return undefined;
  if (
    /(?:^|[.#])(?:RunnableLambda|RunnableLambda\.from|RunnableCallable|RunnableGenerator|task|traceable)(?:\(\))?$/.test(
      value.symbol,
    )
  ) {
    const fn = value.args.positional.find(part => part.kind === 'function') ?? argument(value.args, ['func']);
    return fn?.kind === 'function' ? fn : undefined;
  }
  if (!value.classValue) return undefined;
  for (const name of ['__call__', 'ainvoke', 'invoke', 'call']) {
    const method = scan.project.member(value, name);
    if (method.kind === 'function') return method;
  }
  return undefined;
}

/** String literals in `Literal[...]` of the return annotation; of a node only inside `Command[...]`. */
function fromAnnotation(fn: FunctionValue, onlyCommands: boolean): readonly string[] {
  const annotation = fn.def.returns;
  if (!annotation) return [];
  const body: Statement[] = [{ kind: 'expression', value: annotation, at: annotation.at }];
  const out: string[] = [];
  let isCommand = !onlyCommands;
  someExpression(body, e => {
    if (e.kind === 'name' && e.name === 'Command') isCommand = true;
    if (e.kind === 'literal' && typeof e.value === 'string') out.push(e.value);
    return false;
  });
  return isCommand ? out : [];
}

function fromCalls(scan: Scan, fn: FunctionValue): readonly string[] {
  return callsOf(scan, fn).flatMap(call => {
    const name = lastName(call.symbol);
    if (name === 'Send') return [...fromValue(call.args.positional[0] ?? argument(call.args, ['node']), 0)];
    if (name !== 'Command' || isParent(argument(call.args, ['graph']))) return [];
    return [...fromValue(argument(call.args, ['goto']), 0)];
  });
}

/** `graph=Command.PARENT` leaves this graph. */
export function isParent(value: Value | undefined): boolean {
  return value?.kind === 'external' ? lastName(value.symbol) === 'PARENT' : textOf(value) === '__parent__';
}

/** Names inside a value: text, lists, `END`, `Send("x")`, `Command(goto="x")`. */
export function fromValue(value: Value | undefined, depth: number): readonly string[] {
  if (!value || depth > 5) return [];
  const next = (inner: Value | undefined): readonly string[] => fromValue(inner, depth + 1);
  switch (value.kind) {
    case 'literal':
      return typeof value.value === 'string' ? [value.value] : [];
    case 'union':
      return value.options.flatMap(next);
    case 'list':
      return value.items.flatMap(item => next(item.value));
    case 'external':
      return lastName(value.symbol) === 'END' ? [end] : [];
    case 'instance': {
      const name = lastName(value.symbol);
      if (name === 'Send') return next(argument(value.args, ['node'], 0, 9));
      return name === 'Command' ? next(argument(value.args, ['goto'])) : [];
    }
    default:
      return [];
  }
}

/** String literals anywhere in returned expressions of the function itself. */
function returnedWords(body: readonly Statement[]): readonly string[] {
  const out: string[] = [];
  const stack: Statement[] = [...body];
  for (let steps = 0; stack.length > 0 && steps < 20_000; steps++) {
    const statement = stack.pop();
    if (!statement) break;
    if (statement.kind === 'return' && statement.value) out.push(...wordsIn(statement.value, 0));
    else stack.push(...inside(statement));
  }
  return out;
}

function inside(s: Statement): readonly Statement[] {
  switch (s.kind) {
    case 'if':
      return [...s.then, ...s.else];
    case 'for':
    case 'while':
    case 'with':
      return s.body;
    case 'try':
      return [...s.body, ...s.handlers.flat(), ...s.finally];
    case 'switch':
      return s.cases.flatMap(one => one.body);
    default:
      return [];
  }
}

function wordsIn(e: Expression, depth: number): readonly string[] {
  if (depth > 6) return [];
  const next = (inner: Expression): readonly string[] => wordsIn(inner, depth + 1);
  switch (e.kind) {
    case 'literal':
      return typeof e.value === 'string' ? [e.value] : [];
    case 'name':
      return e.name === 'END' ? [end] : [];
    case 'conditional':
      return [...next(e.then), ...next(e.else)];
    case 'binary':
      return [...next(e.left), ...next(e.right)];
    case 'list':
      return e.items.flatMap(item => next(item.value));
    default:
      return [];
  }
}
