import type { Expression, Statement } from '../../../src/lang/module.ts';
import type { Barrier } from '../../../src/model/graph.ts';
import type { Project } from '../../../src/resolve/project.ts';
import type { FunctionValue, InstanceValue } from '../../../src/resolve/value.ts';
import { gateBarrier } from '../facts.ts';
import { asksPerson, question, returned } from './bodies.ts';
import { readPredicate } from './predicate.ts';

/** What a function that is asked before each call is worth: it asks a person, refuses by its own rules, or only looks on. */
export function interceptorBarrier(project: Project, fn: FunctionValue, mechanism: string): Barrier {
  const gate = (credit: number, detail: string) => gateBarrier(mechanism, credit, detail, fn.at);
  if (asksPerson(project, fn))
    return asksAlways(project, fn)
      ? gate(0.8, 'A function of the program asks a person before each call.')
      : gate(0.5, 'A function of the program asks a person about some calls; others pass.');
  if (refuses(fn))
    return gate(0.3, 'A function of the program refuses calls that its own rules name; other calls pass.');
  return gate(0, 'The function that is asked before each call never refuses one.');
}

/** What a function that gives the approval itself is worth: yes without asking is none. */
export function approverBarrier(project: Project, fn: FunctionValue, mechanism: string): Barrier {
  if (asksPerson(project, fn))
    return gateBarrier(mechanism, 0.8, 'A function of the program asks a person about each call.', fn.at);
  const answers = returned(fn.def.body);
  const open = answers.length > 0 && answers.every(answer => answer !== undefined && saysYes(answer));
  return open
    ? gateBarrier(mechanism, 0, 'The function says yes to every call; no one is asked.', fn.at)
    : gateBarrier(
        mechanism,
        0.3,
        'A function of the program decides; no person was seen to be asked.',
        fn.at,
      );
}

/** What a function that says which calls wait for a person is worth. */
export function askerBarrier(fn: FunctionValue, mechanism: string): Barrier {
  const { kind, no } = readPredicate(fn.def, 0);
  if (kind === 'always') return gateBarrier(mechanism, 0.8, 'Every call waits for a person.', fn.at);
  if (kind === 'never')
    return gateBarrier(mechanism, 0, 'The function has no call wait for a person.', fn.at);
  const detail = `A function decides which calls wait for a person; a call passes when ${no.slice(0, 120)}.`;
  return gateBarrier(mechanism, 0.3, detail, fn.at);
}

/** `True`, `ApprovalResponse(approved=True)`, `{ approved: true }`. */
function saysYes(answer: Expression): boolean {
  if (answer.kind === 'await') return saysYes(answer.value);
  if (answer.kind === 'literal') return answer.value === true;
  if (answer.kind === 'call')
    return answer.args.some(
      arg => arg.name !== undefined && /^(?:approved?|allow(?:ed)?|ok)$/.test(arg.name) && saysYes(arg.value),
    );
  return (
    answer.kind === 'record' &&
    answer.entries.some(
      entry =>
        entry.key?.kind === 'literal' && /^approved?$/.test(String(entry.key.value)) && saysYes(entry.value),
    )
  );
}

/** The question stands on every way: not inside an arm of a condition. */
function asksAlways(project: Project, fn: FunctionValue): boolean {
  const arms = fn.def.body.flatMap(armsOf);
  const isAsking = (call: InstanceValue): boolean =>
    question.test(call.symbol) || (call.callee !== undefined && asksPerson(project, call.callee));
  return project
    .callsIn(fn)
    .filter(isAsking)
    .some(({ at }) => !arms.some(([from, , till]) => at.line >= from && at.line <= till));
}

/** Ranges of the arms of conditions, at the top level of a body. */
function armsOf(statement: Statement): readonly Statement['at'][] {
  if (statement.kind === 'if') return [...statement.then, ...statement.else].map(({ at }) => at);
  if (statement.kind === 'with') return statement.body.flatMap(armsOf);
  return statement.kind === 'try' ? statement.body.flatMap(armsOf) : [];
}

/** Stops something: raises, leaves early, gives an answer of its own, sets a field that cancels. Bounded. */
function refuses({ def }: FunctionValue): boolean {
  const given = new Set(def.params.map(({ name }) => name));
  if (returned(def.body).some(answer => answer && !isNothing(answer) && !goesOn(answer, given))) return true;
  const stack: unknown[] = [...def.body];
  for (let steps = 0; stack.length > 0 && steps < 20_000; steps++) {
    const next = stack.pop();
    if (typeof next !== 'object' || next === null) continue;
    if ('kind' in next && (next.kind === 'raise' || isCancel(next))) return true;
    if ('kind' in next && next.kind === 'if' && 'then' in next && leaves(next.then as Statement[], given))
      return true;
    for (const value of Object.values(next)) if (typeof value === 'object') stack.push(value);
  }
  return false;
}

/** `return handler(request)`, or what that gave: the call runs. */
function goesOn(answer: Expression, given: ReadonlySet<string>): boolean {
  if (answer.kind === 'await') return goesOn(answer.value, given);
  if (answer.kind === 'name') return true;
  return answer.kind === 'call' && answer.callee.kind === 'name' && given.has(answer.callee.name);
}

/** An arm that ends the function without having the call run. */
const leaves = (arm: readonly Statement[], given: ReadonlySet<string>): boolean =>
  returned(arm).some(answer => answer === undefined || !goesOn(answer, given));

const isNothing = (answer: Expression): boolean => answer.kind === 'literal' && answer.value === null;

const isCancel = (node: object): boolean =>
  'kind' in node &&
  node.kind === 'assign' &&
  'target' in node &&
  /"property":"(?:cancel|terminate|reject|block|abort)/.test(JSON.stringify(node.target).slice(0, 500));
