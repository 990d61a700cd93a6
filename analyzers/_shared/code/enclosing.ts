import type { Expression, FunctionDef, Statement } from '../../../src/lang/module.ts';
import type { Location } from '../../../src/model/location.ts';
import type { Project } from '../../../src/resolve/project.ts';
import type { FunctionValue, Value } from '../../../src/resolve/value.ts';

/**
 * The outermost function around a place: a top-level function, a method, or a function kept under a top-level name.
 * Undefined for statements of the file itself.
 */
export function enclosingFunction(project: Project, at: Location): FunctionValue | undefined {
  for (const statement of project.modules.get(at.file)?.body ?? []) {
    if (!covers(statement.at, at)) continue;
    if (statement.kind === 'function') return known(project.exported(at.file, statement.def.name), at);
    if (statement.kind === 'class') return inClass(project, statement.def.name, at);
    if (statement.kind === 'assign' && statement.target.kind === 'name')
      return known(project.exported(at.file, statement.target.name), at);
    const inner = nested(project, statement, at);
    if (inner) return inner;
  }
  return known(project.exported(at.file, 'default'), at);
}

/** Functions inside top-level branches: `if __name__ == '__main__':`, `try:`. */
function nested(project: Project, statement: Statement, at: Location): FunctionValue | undefined {
  const bodies: readonly (readonly Statement[])[] =
    statement.kind === 'if'
      ? [statement.then, statement.else]
      : statement.kind === 'try'
        ? [statement.body, ...statement.handlers]
        : [];
  for (const inner of bodies.flat()) {
    if (inner.kind === 'function' && covers(inner.at, at))
      return known(project.exported(at.file, inner.def.name), at);
    if (inner.kind === 'class' && covers(inner.at, at)) return inClass(project, inner.def.name, at);
  }
  return undefined;
}

function inClass(project: Project, name: string, at: Location): FunctionValue | undefined {
  const cls = project.exported(at.file, name);
  if (cls?.kind !== 'class') return undefined;
  return project.methods(cls).find(method => method.file === at.file && covers(method.def.at, at));
}

function known(value: Value | undefined, at: Location): FunctionValue | undefined {
  return value?.kind === 'function' && value.file === at.file && covers(value.def.at, at) ? value : undefined;
}

function covers(range: FunctionDef['at'] | Expression['at'], at: Location): boolean {
  return range[0] <= at.line && at.line <= range[2];
}
