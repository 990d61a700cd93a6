import type { FunctionRef } from '../../src/model/fact.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { FunctionValue } from '../../src/resolve/value.ts';
import { dispatcher } from '../_shared/code/dispatch.ts';
import type { ModelCall } from './calls.ts';

const maxBodies = 20;

/** Finds what runs when the model calls a tool by name. */
export function workOf(
  project: Project,
  calls: readonly ModelCall[],
): (tool: string, schemaFile: string) => FunctionRef | undefined {
  const bodies = bodiesOf(project, calls);
  const dispatchers = bodies.map(body => dispatcher(project, body));
  const files = [...new Set(calls.map(item => item.call.at.file))];
  return (tool, schemaFile) => {
    for (const find of dispatchers) {
      const found = find(tool);
      if (found) return found;
    }
    for (const { around } of calls) {
      const method = around?.owner && project.classMember(around.owner, tool);
      if (method?.kind === 'function') return project.functionRef(method);
    }
    for (const file of new Set([...files, schemaFile])) {
      const fn = project.exported(file, tool);
      if (fn?.kind === 'function') return project.functionRef(fn);
    }
    return undefined;
  };
}

/** The functions around the calls, other functions of the same classes and files, and what these call. */
function bodiesOf(project: Project, calls: readonly ModelCall[]): readonly FunctionValue[] {
  const found = new Map<string, FunctionValue>();
  const add = (fn: FunctionValue, depth: number): void => {
    if (found.has(fn.id) || found.size >= maxBodies) return;
    found.set(fn.id, fn);
    if (depth >= 2) return;
    for (const call of project.callsIn(fn)) if (call.callee) add(call.callee, depth + 1);
  };
  for (const { around } of calls) if (around) add(around, 0);
  for (const { around } of calls) {
    const methods = around?.owner ? project.methods(around.owner) : [];
    for (const method of methods) add(method, 1);
  }
  for (const file of new Set(calls.map(item => item.call.at.file))) {
    for (const statement of project.modules.get(file)?.body ?? []) {
      const fn = statement.kind === 'function' ? project.exported(file, statement.def.name) : undefined;
      if (fn?.kind === 'function') add(fn, 1);
    }
  }
  return [...found.values()];
}
