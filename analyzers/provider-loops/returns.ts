import type { Expression, Statement } from '../../src/lang/module.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { ModelCall } from './calls.ts';

/** Words by which an answer of a tool is put into the conversation. */
const answers = new Set([
  'tool_result',
  'function_call_output',
  'toolResult',
  'functionResponse',
  'function_response',
  'tool_outputs',
  'tool_call_id',
  'toolCallId',
  'from_function_response',
  'submit_tool_outputs',
]);

/**
 * Whether the program gives what tools answer back to the model, as far as the files of its calls show and those of the
 * functions called around them or by the class they stand in.
 */
export function answersGoBack(project: Project, calls: readonly ModelCall[]): boolean {
  const bodies = calls.flatMap(({ around }) =>
    around ? [around, ...(around.owner ? project.methods(around.owner) : [])] : [],
  );
  const helpers = [...new Map(bodies.map(fn => [fn.id, fn])).values()].flatMap(fn => project.callsIn(fn));
  const files = new Set([
    ...calls.map(item => item.call.at.file),
    ...helpers.flatMap(({ callee }) => callee?.file ?? []),
  ]);
  return [...files].some(file => mentions(project.modules.get(file)?.body ?? []));
}

function mentions(body: readonly Statement[]): boolean {
  const stack: unknown[] = [...body];
  for (let steps = 0; stack.length > 0 && steps < 200_000; steps++) {
    const next = stack.pop();
    if (typeof next !== 'object' || next === null) continue;
    if ('kind' in next && isAnswer(next as Expression)) return true;
    for (const value of Object.values(next)) if (typeof value === 'object') stack.push(value);
  }
  return false;
}

function isAnswer(e: Expression): boolean {
  if (e.kind === 'literal') return typeof e.value === 'string' && answers.has(e.value);
  if (e.kind === 'member') return answers.has(e.property);
  if (e.kind === 'call') return e.args.some(arg => arg.name !== undefined && answers.has(arg.name));
  if (e.kind !== 'record') return false;
  // `{"role": "tool", …}` and `{"role": "function", …}`.
  return e.entries.some(
    ({ key, value }) =>
      key?.kind === 'literal' &&
      key.value === 'role' &&
      value.kind === 'literal' &&
      (value.value === 'tool' || value.value === 'function'),
  );
}
