import type { Expression, Statement } from '../../../src/lang/module.ts';
import type { Project } from '../../../src/resolve/project.ts';
import type { FunctionValue, InstanceValue } from '../../../src/resolve/value.ts';

const maxDepth = 5;
const maxCalls = 400;

/** All calls of a function and of the project functions it calls; bounded. */
export function callsUnder(project: Project, fn: FunctionValue): readonly InstanceValue[] {
  const out: InstanceValue[] = [];
  const seen = new Set<string>();
  const visit = (body: FunctionValue, depth: number): void => {
    if (depth > maxDepth || seen.has(body.id) || out.length > maxCalls) return;
    seen.add(body.id);
    for (const call of project.callsIn(body)) {
      if (out.length > maxCalls) return;
      out.push(call);
      for (const next of call.callee ? [call.callee] : deferred(call)) visit(next, depth + 1);
    }
  };
  visit(fn, 0);
  return out;
}

/** Methods that have a function run by a worker: `handle.delay(x)`, `handle.send(x)`. */
const sent = /\.(?:delay|apply_async|si?|send|send_with_options|kiq|defer|defer_async|spawn|remote)$/;

/** Calls that have the function they are given run later, or elsewhere. */
const scheduled =
  /(?:^|[.#])(?:add_task|enqueue\w*|submit|run_in_executor|to_thread|Thread|Process|start_soon|create_task|ensure_future|add_job|run_in_threadpool|call_soon|after|waitUntil|setImmediate|setTimeout|nextTick|queueMicrotask)(?:\(\))?$/;

/** Functions of the project that run because of a call without being called by it. */
function deferred({ symbol, receiver, args }: InstanceValue): readonly FunctionValue[] {
  if (receiver?.kind === 'function' && sent.test(symbol)) return [receiver];
  if (!scheduled.test(symbol)) return [];
  return [...args.positional, ...args.named.map(({ value }) => value)].flatMap(value =>
    value.kind === 'function' ? [value] : [],
  );
}

/** Calls by which a program puts a question to a person. */
export const question =
  /(?:^|[.#_?])(?:input|prompt\w*|confirm\w*|question|ask\w*|readline|select)(?:\(\))?$/i;

/** Whether a function, or a project function it calls, puts a question to a person. */
export function asksPerson(project: Project, fn: FunctionValue, depth = 0): boolean {
  return project
    .callsIn(fn)
    .some(
      call =>
        question.test(call.symbol) ||
        (depth < 3 && call.callee !== undefined && asksPerson(project, call.callee, depth + 1)),
    );
}

/** Every returned expression of a body, inner functions left out. */
export function returned(body: readonly Statement[], depth = 0): readonly (Expression | undefined)[] {
  if (depth > 20) return [];
  return body.flatMap((statement): readonly (Expression | undefined)[] => {
    switch (statement.kind) {
      case 'return':
        return [statement.value];
      case 'if':
        return [...returned(statement.then, depth + 1), ...returned(statement.else, depth + 1)];
      case 'for':
      case 'while':
      case 'with':
        return returned(statement.body, depth + 1);
      case 'try':
        return [statement.body, ...statement.handlers, statement.finally].flatMap(part =>
          returned(part, depth + 1),
        );
      case 'switch':
        return statement.cases.flatMap(item => returned(item.body, depth + 1));
      default:
        return [];
    }
  });
}
