import type { Expression } from '../lang/module.ts';
import { locate } from '../model/location.ts';
import type { PackageFacts, ProjectFacts } from '../model/project-facts.ts';
import { argumentsOf } from './call-arguments.ts';
import { type Evaluator, limits } from './evaluator.ts';
import { dependsOnParameters } from './invoke.ts';
import type { Scope, StaticScope } from './scope.ts';
import { unite } from './union.ts';
import type { CallArguments, ClassValue, InstanceValue, Value } from './value.ts';

const alternatives = (value: Value): readonly Value[] => (value.kind === 'union' ? value.options : [value]);

/** Symbols of all bases of a class, nearest first. */
export function basesOf(ev: Evaluator, cls: ClassValue, depth = 0): readonly string[] {
  if (depth > 10) return [];
  return ev
    .bases(cls)
    .flatMap(b => alternatives(b))
    .flatMap(b => {
      if (b.kind === 'external' || (b.kind === 'instance' && !b.classValue)) return [b.symbol];
      return b.kind === 'class' ? [`${b.file}#${b.def.name}`, ...basesOf(ev, b, depth + 1)] : [];
    });
}

/** A function made inside another one sees what the outer one's caller gave. */
const isClosure = (v: Value): boolean =>
  v.kind === 'function' && (v.scope as Scope).static.kind === 'function';

/** Arguments of a call; where they hang on the callers of the body around it, what all these give. */
export function argumentsHere(
  ev: Evaluator,
  runsOf: (scope: StaticScope) => readonly Scope[],
  refill: () => void,
  e: Expression & { kind: 'call' },
  scope: Scope,
): CallArguments {
  const general = argumentsOf(ev, e.args, scope);
  const isOpen = [...general.positional, ...general.named.map(n => n.value)].some(
    v => dependsOnParameters(v) || isClosure(v),
  );
  if (!isOpen) return general;
  const runs = runsOf(scope.static)
    .slice(0, limits.union)
    .map(run => {
      refill();
      return argumentsOf(ev, e.args, run);
    });
  if (runs.length === 0) return general;
  return {
    ...general,
    positional: general.positional.map((v, i) =>
      unite(
        runs.map(run => run.positional[i] ?? v),
        v.at,
      ),
    ),
    named: general.named.map((n, i) => ({
      ...n,
      value: unite(
        runs.map(run => run.named[i]?.value ?? n.value),
        n.value.at,
      ),
    })),
  };
}

/** A call with what its callee denotes, one answer per alternative. */
export function resolvedCall(
  ev: Evaluator,
  e: Expression & { kind: 'call' },
  run: Scope,
): readonly InstanceValue[] {
  const at = locate(run.static.file, e.at);
  const id = `${at.file}:${at.line}:${at.column ?? 0}`;
  const args = argumentsOf(ev, e.args, run);
  const receiver = e.callee.kind === 'member' ? ev.evaluate(e.callee.object, run) : undefined;
  const base = { kind: 'instance' as const, id, at, args, ...(receiver && { receiver }) };
  return alternatives(ev.evaluate(e.callee, run)).map((c): InstanceValue => {
    if (c.kind === 'external')
      return { ...base, symbol: c.symbol, ...(c.receiver && { receiver: c.receiver }) };
    if (c.kind === 'function') return { ...base, symbol: `${c.file}#${c.def.name}`, callee: c };
    if (c.kind === 'class') return { ...base, symbol: `${c.file}#${c.def.name}`, classValue: c };
    if (c.kind === 'instance') return { ...base, symbol: `${c.symbol}()`, receiver: c };
    const name =
      e.callee.kind === 'member' ? e.callee.property : e.callee.kind === 'name' ? e.callee.name : '';
    return { ...base, symbol: `?.${name}` };
  });
}

/** The manifest whose folder is the nearest around a file, named ones first. */
export function nearestPackage(facts: ProjectFacts, file: string): PackageFacts | undefined {
  const python = file.endsWith('.py');
  return facts.packages
    .filter(
      p =>
        (p.dir === '' || file.startsWith(`${p.dir}/`)) &&
        p.name !== undefined &&
        (p.ecosystem === 'pypi') === python,
    )
    .sort((a, b) => b.dir.length - a.dir.length)[0];
}
