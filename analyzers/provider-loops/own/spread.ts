import type { Expression, FunctionDef, Statement } from '../../../src/lang/module.ts';
import type { Part } from '../../../src/resolve/parts.ts';
import { asCall, calledName, isSelf, mentioned, rootOf, targetsOf } from './paths.ts';

/** Methods that put what they are given into their object. */
const keeps = new Set([
  ...['append', 'push', 'extend', 'insert', 'unshift', 'add', 'set', 'update', 'concat', 'appendleft'],
  ...['add_message', 'addMessage', 'add_user_message', 'addUserMessage', 'add_to_history', 'write'],
]);

/**
 * Where a value that some expressions make, or some places hold, gets to within one body; order is not looked at.
 * `fills`: also into what a function called for its effect is given beside it.
 */
export function spread(
  parts: readonly Part[],
  makes: (part: Part) => boolean,
  start: readonly string[] = [],
  fills = false,
): ReadonlySet<string> {
  const held = new Set(start);
  const makers = parts.filter(makes).map(part => part.at);
  const carries = (e: Expression): boolean =>
    [...mentioned(e)].some(path => held.has(path)) || makers.some(at => covers(e.at, at));
  for (let round = 0; round < 5; round++) {
    const before = held.size;
    for (const part of parts) {
      if (part.kind === 'expression' && !fills) continue;
      for (const path of gained(part, carries)) held.add(path);
    }
    if (held.size === before) break;
  }
  return held;
}

/** Whether an expression holds such a value itself. */
export function holds(e: Expression, held: ReadonlySet<string>): boolean {
  return [...mentioned(e)].some(path => held.has(path));
}

function gained(part: Part, carries: (e: Expression) => boolean): readonly string[] {
  const statement = part as unknown as Statement | Expression;
  switch (statement.kind) {
    case 'assign':
      return statement.value && carries(statement.value) ? own(targetsOf(statement.target)) : [];
    case 'for':
      return carries(statement.iter) ? own(targetsOf(statement.target)) : [];
    case 'with':
      return own(
        statement.items.flatMap(item => (item.target && carries(item.value) ? targetsOf(item.target) : [])),
      );
    case 'comprehension':
      return own(statement.clauses.flatMap(clause => (carries(clause.iter) ? targetsOf(clause.target) : [])));
    case 'call':
      return called(part, carries);
    case 'expression':
      return filled(statement.value, carries);
    default:
      return [];
  }
}

function called(part: Part, carries: (e: Expression) => boolean): readonly string[] {
  const call = asCall(part);
  if (!call) return [];
  const { callee, args } = call;
  const out: string[] = [];
  const given = args.some(arg => arg.value.kind !== 'function' && carries(arg.value));
  const onHeld = callee.kind === 'member' && carries(callee.object);
  if (callee.kind === 'member' && given && keeps.has(calledName(call) ?? '')) {
    const root = rootOf(callee.object);
    if (root !== undefined) out.push(root);
  }
  if (given || onHeld)
    for (const arg of args) if (arg.value.kind === 'function') out.push(...names(arg.value.def));
  return own(out);
}

const shows = /^(?:print|log|debug|info|warn|warning|error|exception|emit|yield_|assert\w*)$/i;

/** `note_result(messages, call, result)`: what is called for its effect may put a value into what else it is given. */
function filled(e: Expression, carries: (e: Expression) => boolean): readonly string[] {
  const call = e.kind === 'await' ? e.value : e;
  if (call.kind !== 'call' || shows.test(calledName(call) ?? '')) return [];
  const { args } = call;
  if (args.length < 2 || !args.some(arg => carries(arg.value))) return [];
  return own(args.flatMap(arg => (arg.value.kind === 'name' ? [arg.value.name] : [])));
}

/** Parameters of a function, patterns taken apart. */
export function names(def: FunctionDef): readonly string[] {
  return def.params.flatMap(({ name, pattern }) => (pattern ? targetsOf(pattern) : [name]));
}

/** The object of a method as a whole is never taken for a value. */
function own(paths: readonly string[]): readonly string[] {
  return paths.filter(path => !isSelf(path));
}

/** Whether one range lies within another. */
export function covers(outer: Part['at'], inner: Part['at']): boolean {
  return (
    (outer[0] < inner[0] || (outer[0] === inner[0] && outer[1] <= inner[1])) &&
    (outer[2] > inner[2] || (outer[2] === inner[2] && outer[3] >= inner[3]))
  );
}
