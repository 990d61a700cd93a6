import type { Expression } from '../lang/module.ts';
import type { FunctionValue, InstanceValue } from '../resolve/value.ts';
import { type Flow, join, options } from './flow.ts';
import type { Machine } from './machine.ts';
import { modelBases } from './model-classes.ts';

/**
 * An object of which only the origin is known (one entry of a table of clients, a field that is set elsewhere) is at
 * least what its declaration says: its methods are those of the named class. Only classes that do something count:
 * of data the origin says all.
 */
export function asDeclared(m: Machine, flow: Flow, type: Expression | undefined, fn: FunctionValue): Flow {
  const all = options(flow);
  if (!type || !all.some(isBare)) return flow;
  const value = m.project.objectOf(fn, type);
  if (!value || !acts(m, value)) return flow;
  const named = (one: Flow): Flow => ({
    sources: one.sources,
    value,
    contents: { fields: new Map(), rest: [] },
  });
  return join(all.map(one => (isBare(one) ? named(one) : one)));
}

function isBare({ value, text, contents, closure, made, bag }: Flow): boolean {
  const isNothing = value?.kind === 'literal' && value.value === null;
  // A name of another package: `registry.current`.
  const isFar = value?.kind === 'external' && value.receiver === undefined;
  const known = value !== undefined && value.kind !== 'unknown' && !isNothing && !isFar;
  const isLost = made?.symbol.startsWith('?.') === true;
  return !known && !(text ?? closure ?? bag) && (isLost || !(contents ?? made));
}

function acts(m: Machine, { classValue, symbol }: InstanceValue): boolean {
  if (!classValue) return m.memory.makes(symbol);
  if (m.project.bases(classValue).some(base => modelBases.test(base))) return false;
  return m.project.methods(classValue).some(method => !/^(?:__\w+__|constructor)$/.test(method.def.name));
}
