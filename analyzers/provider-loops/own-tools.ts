import type { Expression, Statement } from '../../src/lang/module.ts';
import type { FunctionRef } from '../../src/model/fact.ts';
import type { Location } from '../../src/model/location.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { ClassValue } from '../../src/resolve/value.ts';
import { enclosingFunction } from '../_shared/code/enclosing.ts';

/** Methods by which tools that are objects of the program do their work, in order of preference. */
const works = ['execute', 'run', '_run', 'call', '__call__', 'invoke', 'handle', 'handler', 'forward'];

/**
 * What runs for a tool that is an object of the program: the class whose method makes its schema also does the work.
 * Where a base makes the schemas of all tools, the class that bears the name of this one does.
 */
export function ownWork(project: Project, tool: string, schema: Location): FunctionRef | undefined {
  const maker = enclosingFunction(project, schema)?.owner;
  if (!maker) return undefined;
  for (const cls of [...named(project, tool), maker]) {
    const work = works
      .map(name => project.classMember(cls, name))
      .find(member => member?.kind === 'function' && member.def.body.length > 0);
    if (work?.kind === 'function') return project.functionRef(work);
  }
  return undefined;
}

/** Classes that say `name = 'tool'` of themselves, as a field or in the constructor. */
function named(project: Project, tool: string): readonly ClassValue[] {
  return [...project.modules].flatMap(([path, module]) =>
    module.body.flatMap((statement): readonly ClassValue[] => {
      if (statement.kind !== 'class' || !saysName(statement.def.body, tool)) return [];
      const cls = project.exported(path, statement.def.name);
      return cls?.kind === 'class' ? [cls] : [];
    }),
  );
}

function saysName(body: readonly Statement[], tool: string): boolean {
  return body.some(statement => {
    if (statement.kind === 'assign') return isName(statement.target) && isText(statement.value, tool);
    const isConstructor =
      statement.kind === 'function' && /^(?:__init__|constructor)$/.test(statement.def.name);
    return isConstructor && saysName(statement.def.body, tool);
  });
}

function isName(target: Expression): boolean {
  return target.kind === 'name'
    ? target.name === 'name'
    : target.kind === 'member' && target.property === 'name';
}

function isText(value: Expression | undefined, tool: string): boolean {
  return value?.kind === 'literal' && value.value === tool;
}
