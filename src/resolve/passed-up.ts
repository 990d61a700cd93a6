import type { Expression } from '../lang/module.ts';
import { argumentsOf } from './call-arguments.ts';
import { methodDefs } from './classes.ts';
import { type Evaluator, limits } from './evaluator.ts';
import type { Scope } from './scope.ts';
import type { CallArguments, ClassValue, InstanceValue } from './value.ts';

/**
 * What an object of a project class gives to the first base outside the tree: the arguments of `super().__init__(…)`,
 * followed through project bases. A class without a constructor passes on its own.
 */
export function passedUp(ev: Evaluator, instance: InstanceValue): CallArguments {
  ev.budget.fuel = limits.fuel;
  ev.budget.depth = 0;
  let { classValue: cls, args } = instance;
  for (let depth = 0; cls && depth < 8; depth++) {
    const parent = ev.bases(cls).find(base => base.kind === 'class');
    args = ownCall(ev, { ...instance, args }, cls) ?? args;
    cls = parent?.kind === 'class' && parent.id !== cls.id ? parent : undefined;
  }
  return args;
}

/** The call up in the constructor of one class, its arguments read with the object's own. */
function ownCall(ev: Evaluator, instance: InstanceValue, cls: ClassValue): CallArguments | undefined {
  const init = methodDefs(cls.def.body).find(({ name }) => name === '__init__' || name === 'constructor');
  if (!init) return undefined;
  const { effects } = ev.staticOf(init, ev.staticOf(cls.def, (cls.scope as Scope).static));
  for (const { expression } of effects) {
    if (expression.kind !== 'call') continue;
    const form = formOf(expression.callee);
    if (!form) continue;
    const given = form === 'by-class' ? expression.args.slice(1) : expression.args;
    return argumentsOf(ev, given, ev.methodScope(instance, cls, init, true));
  }
  return undefined;
}

/** `super().__init__` and `super`, or `Base.__init__`, which is given the object first. */
function formOf(callee: Expression): 'super' | 'by-class' | undefined {
  if (callee.kind === 'name') return callee.name === 'super' ? 'super' : undefined;
  if (callee.kind !== 'member' || callee.property !== '__init__') return undefined;
  const { object } = callee;
  if (object.kind === 'call')
    return object.callee.kind === 'name' && object.callee.name === 'super' ? 'super' : undefined;
  return object.kind === 'name' || object.kind === 'member' ? 'by-class' : undefined;
}
