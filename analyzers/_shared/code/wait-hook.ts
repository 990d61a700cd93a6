import type { Expression, Statement } from '../../../src/lang/module.ts';
import type { Barrier } from '../../../src/model/graph.ts';
import { partsOf } from '../../../src/resolve/parts.ts';
import type { Project } from '../../../src/resolve/project.ts';
import type { FunctionValue } from '../../../src/resolve/value.ts';
import { gateBarrier } from '../facts.ts';

/** What a durable workflow waits on until somebody outside resumes it. */
const hooks =
  /^(?:workflow(?:\/\w+)?#(?:defineHook\(\)\.create|createHook|createWebhook)|@trigger\.dev\/sdk(?:\/v3)?#wait\.forToken)$/;

/** Calls that may come before the wait: they put the question, or only write down. */
const puts =
  /(?:ask|request|approv|confirm|notif|prompt|question|log|warn|info|debug|error|now|token|id|parse|stringify)/i;

/**
 * A tool that waits for a workflow hook before it acts. It counts where the wait stands on every way, its answer can
 * stop the run, and only the question goes out before it.
 */
export function waitBarrier(project: Project, fn: FunctionValue): readonly Barrier[] {
  const made = project.callsIn(fn).filter(call => hooks.test(call.symbol));
  const [first] = made;
  if (!first) return [];
  const places = new Set(made.map(({ at }) => `${at.line}:${at.column}`));
  const isHook = (e: Expression): boolean => e.kind === 'call' && places.has(`${e.at[0]}:${e.at[1]}`);
  const body = flat(fn.def.body);
  const names = new Set(
    body.flatMap(item =>
      item.kind === 'assign' && item.value && isHook(item.value) && item.target.kind === 'name'
        ? [item.target.name]
        : [],
    ),
  );
  const waits = (e: Expression): boolean =>
    e.kind === 'await' && (isHook(e.value) || (e.value.kind === 'name' && names.has(e.value.name)));
  const index = body.findIndex(
    item => (item.kind === 'assign' || item.kind === 'expression') && item.value && has(item.value, waits),
  );
  const gate = (credit: number, detail: string): readonly Barrier[] => [
    gateBarrier('workflow hook', credit, detail, first.at),
  ];
  const wait = body[index];
  if (!wait) return gate(0.3, 'The run waits for a hook on some ways only.');
  const answers = wait.kind === 'assign' ? new Set(namesIn(wait.target)) : new Set<string>();
  const after = body.slice(index + 1);
  if (!after.some(item => stops(item, answers)))
    return gate(0, 'The run waits for a hook, but what is answered stops nothing.');
  const early = body
    .slice(0, index)
    .some(item => has(item, e => e.kind === 'call' && !isHook(e) && !puts.test(nameOf(e))));
  return early
    ? gate(0.3, 'The run waits for a hook, but part of the work is done before.')
    : gate(0.8, 'The run waits until somebody resumes its hook, and stops where the answer says no.');
}

/** Statements in order, those of `try` and `with` among them. */
function flat(body: readonly Statement[]): readonly Statement[] {
  return body.flatMap(item => {
    if (item.kind === 'try') return [...flat(item.body), ...flat(item.finally)];
    return item.kind === 'with' ? flat(item.body) : [item];
  });
}

/** `if (!approved) return …`, `if (approved) { … }`. */
function stops(item: Statement, answers: ReadonlySet<string>): boolean {
  if (item.kind === 'if' && has(item.test, e => e.kind === 'name' && answers.has(e.name))) {
    const leaves = item.then.some(({ kind }) => kind === 'return' || kind === 'raise');
    return leaves || has(item.then, e => e.kind === 'call');
  }
  return false;
}

function namesIn(target: Expression): readonly string[] {
  if (target.kind === 'name') return [target.name];
  if (target.kind === 'record') return target.entries.flatMap(({ value }) => namesIn(value));
  if (target.kind === 'list') return target.items.flatMap(({ value }) => namesIn(value));
  return target.kind === 'assign' ? namesIn(target.target) : [];
}

function has(node: unknown, wanted: (e: Expression) => boolean): boolean {
  return partsOf([node]).some(part => wanted(part as unknown as Expression));
}

function nameOf(e: Expression): string {
  if (e.kind !== 'call') return '';
  if (e.callee.kind === 'name') return e.callee.name;
  return e.callee.kind === 'member' ? e.callee.property : '';
}
