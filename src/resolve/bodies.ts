import type { Expression } from '../lang/module.ts';
import type { Contexts } from './contexts.ts';
import { type Evaluator, limits } from './evaluator.ts';
import { dependsOnParameters } from './invoke.ts';
import { objectOfType, stripType } from './parameters.ts';
import { endOfScope, type Scope } from './scope.ts';
import { unite } from './union.ts';
import type { FunctionValue, InstanceValue, Value } from './value.ts';

/** What a reader of one function body needs to know of the world around it. */
export interface Bodies {
  /** Parameters, `self` and `this` of a call by nobody in particular; objects of the tree stand in for `self`. */
  frame(fn: FunctionValue): ReadonlyMap<string, Value>;
  /** A name the body takes from outside; where it hangs on a caller, one alternative per caller. */
  outerName(fn: FunctionValue, name: string): Value;
  /** Some object of the class that a type names where a function is written: `-> Optional[Client]`. */
  objectOf(fn: FunctionValue, type: Expression): InstanceValue | undefined;
}

const maxRuns = 6;

/** Questions about bodies over a finished project. */
export function createBodies(ev: Evaluator, contexts: Contexts): Bodies {
  const refill = (): void => {
    ev.budget.fuel = limits.fuel;
    ev.budget.depth = 0;
  };
  return {
    frame(fn) {
      refill();
      const generic = ev.genericScope(fn);
      const out = new Map(generic.frame);
      const owner = generic.static.parent?.kind === 'class';
      if (!owner || fn.self) return out;
      const first = generic.static.language === 'python' ? fn.def.params[0]?.name : 'this';
      const usual = first === undefined ? undefined : out.get(first);
      if (first === undefined || usual?.kind !== 'instance') return out;
      const objects = contexts
        .runsOf(generic.static)
        .slice(0, maxRuns)
        .flatMap(run => run.frame.get(first) ?? []);
      if (objects.length > 0) out.set(first, unite(objects, fn.at));
      return out;
    },
    outerName(fn, name) {
      refill();
      const scope = namesOf(fn.scope as Scope);
      const usual = ev.lookup(name, scope, endOfScope, fn.at);
      if (scope.static.kind !== 'function' || !dependsOnParameters(usual)) return usual;
      const values = contexts
        .runsOf(scope.static)
        .slice(0, maxRuns)
        .map(run => {
          refill();
          return ev.lookup(name, run, endOfScope, fn.at);
        });
      return values.length > 0 ? unite(values, fn.at) : usual;
    },
    objectOf(fn, type) {
      refill();
      const named = ev.evaluate(stripType(type, 0), namesOf(fn.scope as Scope));
      const [line, column] = type.at;
      return objectOfType(named, `${fn.file}:${line}:${column}`, 'made elsewhere', fn.at);
    },
  };
}

/** Methods do not see the names of their class body. */
function namesOf(scope: Scope): Scope {
  return scope.static.kind === 'class' && scope.parent ? scope.parent : scope;
}
