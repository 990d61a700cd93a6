import type { Expression, Statement } from '../../src/lang/module.ts';
import type { FunctionValue, InstanceValue } from '../../src/resolve/value.ts';
import { someExpression } from './bodies.ts';
import { isInterrupt } from './effects.ts';
import type { Scan } from './scan.ts';

const maxDepth = 4;

/**
 * Whether every run of a function that ends normally calls `interrupt()`: not in one branch only, not after a return
 * that goes around it. Project functions it calls on every way count too.
 */
export function alwaysInterrupts(scan: Scan, fn: FunctionValue, depth = 0): boolean {
  if (depth > maxDepth) return false;
  const calls = new Map(
    scan.project.callsIn(fn).map(call => [`${call.at.line}:${call.at.column ?? 0}`, call]),
  );
  const asks = (e: Expression): boolean => {
    if (e.kind !== 'call') return false;
    const call: InstanceValue | undefined = calls.get(`${e.at[0]}:${e.at[1]}`);
    if (!call) return false;
    return isInterrupt(call) || (call.callee !== undefined && alwaysInterrupts(scan, call.callee, depth + 1));
  };
  return passes(fn.def.body, asks) === 'asked';
}

/**
 * Whether a tool asks before it does anything: the question stands in its body itself and nothing before it calls more
 * than pure built-ins. A return on the way then only leaves the effect out.
 */
export function asksFirst(scan: Scan, fn: FunctionValue): boolean {
  const asked = new Set(
    scan.project
      .callsIn(fn)
      .filter(isInterrupt)
      .map(call => `${call.at.line}:${call.at.column ?? 0}`),
  );
  const asks = (e: Expression): boolean => e.kind === 'call' && asked.has(`${e.at[0]}:${e.at[1]}`);
  const acts = (e: Expression): boolean =>
    e.kind === 'call' && !(e.callee.kind === 'name' && pure.has(e.callee.name));
  for (const statement of fn.def.body) {
    const isPlain =
      statement.kind === 'expression' || statement.kind === 'assign' || statement.kind === 'return';
    if (isPlain && someExpression([statement], asks)) return true;
    if (someExpression([statement], acts)) return false;
  }
  return false;
}

/** Built-ins that only look at values. */
const pure: ReadonlySet<string> = new Set(
  'bool dict float int isinstance len list max min repr set sorted str sum tuple String Number Boolean'.split(
    ' ',
  ),
);

/** How a run leaves statements: having asked, without asking, or perhaps around it by a return. */
type Outcome = 'asked' | 'open' | 'around';

function passes(body: readonly Statement[], asks: (e: Expression) => boolean): Outcome {
  for (const statement of body) {
    const outcome = pass(statement, asks);
    if (outcome !== 'open') return outcome;
  }
  return 'open';
}

function pass(s: Statement, asks: (e: Expression) => boolean): Outcome {
  const inside = (e: Expression | undefined): boolean =>
    e !== undefined && someExpression([{ kind: 'expression', value: e, at: e.at }], asks);
  switch (s.kind) {
    case 'expression':
    case 'assign':
      return inside(s.value) ? 'asked' : 'open';
    case 'return':
      return inside(s.value) ? 'asked' : 'around';
    // A run that fails goes no further.
    case 'raise':
      return 'asked';
    case 'if': {
      if (inside(s.test)) return 'asked';
      const arms = [passes(s.then, asks), passes(s.else, asks)];
      if (arms.includes('around')) return 'around';
      return arms.every(arm => arm === 'asked') ? 'asked' : 'open';
    }
    case 'with':
      return passes(s.body, asks);
    case 'try':
      return passes([...s.body, ...s.finally], asks);
    case 'for':
    case 'while':
      return passes(s.body, asks) === 'around' ? 'around' : 'open';
    case 'switch': {
      const arms = s.cases.map(one => passes(one.body, asks));
      if (arms.includes('around')) return 'around';
      return arms.length > 0 && s.cases.some(one => !one.test) && arms.every(arm => arm === 'asked')
        ? 'asked'
        : 'open';
    }
    default:
      return 'open';
  }
}
