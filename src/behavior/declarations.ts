import { isDeclaration } from '../resolve/declaration.ts';
import type { Project } from '../resolve/project.ts';
import type { ClassValue, FunctionValue } from '../resolve/value.ts';

/** Classes that are looked at for one method that is only declared. */
const mostClasses = 4;

/**
 * What a call of a function runs: the function, or, of a method that is only declared (`...` in a protocol,
 * `raise NotImplementedError` in a base), that method of the classes of the project that derive from it. Empty where
 * nobody in the project says what is done: such a call is not known.
 */
export function bodiesOf(project: Project, fn: FunctionValue): readonly FunctionValue[] {
  if (!isDeclaration(fn.def)) return [fn];
  const { owner } = fn;
  if (!owner) return [];
  const { self } = fn;
  return derived(project, owner)
    .flatMap(cls => {
      const method = project.classMember(cls, fn.def.name);
      return method?.kind === 'function' && !isDeclaration(method.def)
        ? [{ ...method, owner: cls, ...(self && { self }) }]
        : [];
    })
    .slice(0, mostClasses);
}

/** Several handlers ask about the same class; the answers go with the project. */
const asked = new WeakMap<Project, Map<string, readonly ClassValue[]>>();

function derived(project: Project, cls: ClassValue): readonly ClassValue[] {
  const known = asked.get(project) ?? new Map<string, readonly ClassValue[]>();
  asked.set(project, known);
  const symbol = `${cls.file}#${cls.def.name}`;
  const found = known.get(symbol) ?? project.subclasses([symbol]);
  known.set(symbol, found);
  return found;
}
