import { type Evaluator, noArguments } from './evaluator.ts';
import { bindParameters } from './parameters.ts';
import { makeScope, type Scope } from './scope.ts';
import type { ClassValue, FunctionValue, InstanceValue } from './value.ts';

/** `args.rest` of an object of which only the class is known. */
export const elsewhere = 'constructed elsewhere';

/** An object of a class made by nobody in particular: constructor arguments unknown. */
export function genericInstance(cls: ClassValue): InstanceValue {
  return {
    kind: 'instance',
    id: `${cls.id}()`,
    symbol: `${cls.file}#${cls.def.name}`,
    classValue: cls,
    at: cls.at,
    args: { positional: [], named: [], rest: elsewhere },
  };
}

/** A run of a function with every argument unknown; methods get an object of their class. */
export function genericRunOf(ev: Evaluator, fn: FunctionValue): Scope {
  const outer = fn.scope as Scope;
  const statics = ev.staticOf(fn.def, outer.static);
  const owner = outer.static.kind === 'class' && outer.static.class ? outer : undefined;
  const cls =
    fn.owner ??
    (owner?.static.class && owner.parent ? ev.classValue(owner.static.class, owner.parent) : undefined);
  const self = fn.self ?? (cls ? genericInstance(cls) : undefined);
  const bound: FunctionValue = self ? { ...fn, self } : fn;
  return makeScope(statics, outer, bindParameters(ev, bound, noArguments, outer, true), outer.generic);
}
