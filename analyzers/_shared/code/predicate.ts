import type { Expression, FunctionDef, Statement } from '../../../src/lang/module.ts';
import { expressionText } from '../expression-text.ts';

/**
 * What a function that says yes or no stands for. `always` and `never` say the same on every way. `unless-listed` says
 * yes except for a listed value, `only-listed` says yes for a listed value only, `threshold` compares a number,
 * `unclear` is anything else. `no` is the condition under which it says no, in the words of the source.
 */
export interface Predicate {
  readonly kind: 'always' | 'never' | 'unless-listed' | 'only-listed' | 'threshold' | 'unclear';
  readonly no: string;
  /** True when the answer hangs on the parameter at the asked position: on what the caller chose. */
  readonly onArguments: boolean;
}

/** Reads a predicate; `position` is the parameter that holds what the caller chose. */
export function readPredicate(def: FunctionDef, position: number): Predicate {
  const ways: Way[] = [];
  collect(def.body, [], ways, 0);
  const chosen = chosenNames(def, position);
  const onArguments = mentions(def.body, chosen);
  const answers = ways.map(way => answerOf(way.value));
  const ends = terminates(def.body, 0);
  if (answers.length > 0 && answers.every(answer => answer === true) && ends)
    return { kind: 'always', no: '', onArguments };
  if (answers.every(answer => answer === false)) return { kind: 'never', no: 'always', onArguments };
  const [test, negated] = decisive(ways) ?? [];
  if (!test) return { kind: 'unclear', no: 'its own conditions do not hold', onArguments };
  const [core, flipped] = strip(test, negated === true);
  const no = flipped ? expressionText(core) : `not ${expressionText(core)}`;
  if (core.kind === 'binary' && /^[<>]=?$/.test(core.op)) return { kind: 'threshold', no, onArguments };
  const kind = isListed(core) ? (flipped ? 'unless-listed' : 'only-listed') : 'unclear';
  return { kind, no, onArguments };
}

/** One `return`, with the tests passed on the way and whether they held. */
interface Way {
  readonly value: Expression | undefined;
  readonly tests: readonly (readonly [Expression, boolean])[];
}

function collect(body: readonly Statement[], tests: Way['tests'], ways: Way[], depth: number): void {
  if (depth > 20) return;
  for (const statement of body) {
    if (statement.kind === 'return') ways.push({ value: statement.value, tests });
    else if (statement.kind === 'if') {
      collect(statement.then, [...tests, [statement.test, true]], ways, depth + 1);
      collect(statement.else, [...tests, [statement.test, false]], ways, depth + 1);
    } else for (const inner of innerBodies(statement)) collect(inner, tests, ways, depth + 1);
  }
}

function innerBodies(statement: Statement): readonly (readonly Statement[])[] {
  if (statement.kind === 'for' || statement.kind === 'while' || statement.kind === 'with')
    return [statement.body];
  if (statement.kind === 'try') return [statement.body, ...statement.handlers, statement.finally];
  return statement.kind === 'switch' ? statement.cases.map(item => item.body) : [];
}

/** The condition that decides, as [test, true when the answer is its opposite]. */
function decisive(ways: readonly Way[]): readonly [Expression, boolean] | undefined {
  const open = ways.find(way => way.value && answerOf(way.value) === undefined);
  if (open?.value) return [open.value, false];
  const tested = ways.find(way => way.tests.length > 0 && way.value);
  const [test, held] = tested?.tests.at(-1) ?? [];
  if (!test || !tested) return undefined;
  return [test, (answerOf(tested.value) === true) !== held];
}

function answerOf(value: Expression | undefined): boolean | undefined {
  if (value === undefined) return false;
  if (value.kind === 'await') return answerOf(value.value);
  return value.kind === 'literal' ? Boolean(value.value) : undefined;
}

/** Takes `not` and inequality off: [what is left, whether the yes is the opposite of it]. */
function strip(test: Expression, flipped: boolean): readonly [Expression, boolean] {
  if (test.kind === 'unary' && (test.op === 'not' || test.op === '!')) return strip(test.value, !flipped);
  if (test.kind === 'await') return strip(test.value, flipped);
  if (test.kind === 'binary' && /^(?:!==?|not in)$/.test(test.op))
    return [{ ...test, op: test.op === 'not in' ? 'in' : '==' }, !flipped];
  return [test, flipped];
}

const listing = /^(?:endswith|startswith|endsWith|startsWith|includes|has|match|test|some|every|any|all)$/;

function isListed(test: Expression): boolean {
  if (test.kind === 'binary') {
    if (/^(?:and|or|&&|\|\|)$/.test(test.op)) return isListed(test.left) || isListed(test.right);
    return /^(?:in|===?)$/.test(test.op);
  }
  if (test.kind !== 'call') return false;
  const { callee } = test;
  const name = callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
  return listing.test(name);
}

function terminates(body: readonly Statement[], depth: number): boolean {
  const last = body.at(-1);
  if (!last || depth > 20) return false;
  if (last.kind === 'return' || last.kind === 'raise') return true;
  if (last.kind === 'if') return terminates(last.then, depth + 1) && terminates(last.else, depth + 1);
  return last.kind === 'with' && terminates(last.body, depth + 1);
}

function chosenNames(def: FunctionDef, position: number): ReadonlySet<string> {
  const param = def.params[position];
  if (!param) return new Set();
  const names = new Set(param.pattern ? [] : [param.name]);
  const visit = (e: Expression | undefined, depth: number): void => {
    if (!e || depth > 6) return;
    if (e.kind === 'name') names.add(e.name);
    else if (e.kind === 'record') for (const entry of e.entries) visit(entry.value, depth + 1);
    else if (e.kind === 'list') for (const item of e.items) visit(item.value, depth + 1);
    else if (e.kind === 'assign') visit(e.target, depth + 1);
  };
  visit(param.pattern, 0);
  return names;
}

/** Whether the statements name one of the variables; bounded. */
function mentions(body: readonly Statement[], names: ReadonlySet<string>): boolean {
  const stack: unknown[] = [...body];
  for (let steps = 0; stack.length > 0 && steps < 20_000; steps++) {
    const next = stack.pop();
    if (typeof next !== 'object' || next === null) continue;
    if ('kind' in next && next.kind === 'name' && 'name' in next && names.has(String(next.name))) return true;
    for (const value of Object.values(next)) if (typeof value === 'object') stack.push(value);
  }
  return false;
}
