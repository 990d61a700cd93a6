import type { Value } from '../resolve/value.ts';
import { type Flow, from, join } from './flow.ts';
import { fromValue } from './from-value.ts';
import type { Frame, Machine } from './machine.ts';

/** The value of a name: of this body, of the bodies around it, or from outside of them. */
export function readName(m: Machine, name: string, frame: Frame): Flow {
  for (let at: Frame | undefined = frame; at; at = at.parent) {
    const known = at.vars.get(name);
    if (known) return known;
  }
  const key = `${frame.fn.id}\0${name}`;
  const cached = m.outer.get(key);
  if (cached) return cached;
  const found = m.project.outerName(frame.fn, name);
  const value = found.kind === 'unknown' ? (declared(m, name, frame) ?? found) : found;
  const flow = withKept(m, name, frame, fromValue(m.catalog, value, name));
  m.outer.set(key, flow);
  return flow;
}

/** A name of the module in which an earlier call left something. */
function withKept(m: Machine, name: string, { fn }: Frame, flow: Flow): Flow {
  if (!m.memory.keptNames(fn.file).has(name)) return flow;
  const at = flow.value?.at ?? { file: fn.file, line: 1 };
  return join([flow, from({ kind: 'record', name, at })]);
}

/**
 * Gives a name a value in this body. Where a body around knows the name, it may be the one that changes: a closure
 * that fills a variable of its function. The text does not always tell, so both hold.
 */
export function writeName(name: string, value: Flow, frame: Frame): void {
  frame.vars.set(name, value);
  if (frame.python && !frame.owner.outerNames?.includes(name)) return;
  for (let at: Frame | undefined = frame.parent; at; at = at.parent) {
    const known = at.vars.get(name);
    if (known) return void at.vars.set(name, join([known, value]));
  }
}

/** `let manager: Manager;` without a value: some object of the named class, wherever it is made. */
function declared(m: Machine, name: string, frame: Frame): Value | undefined {
  const body = m.project.modules.get(frame.fn.file)?.body ?? [];
  for (const s of body) {
    if (
      s.kind !== 'assign' ||
      s.target.kind !== 'name' ||
      s.target.name !== name ||
      s.annotation?.kind !== 'name'
    )
      continue;
    const type = m.project.outerName(frame.fn, s.annotation.name);
    if (type.kind !== 'class') return undefined;
    const args = { positional: [], named: [], rest: 'constructed elsewhere' };
    return {
      kind: 'instance',
      id: `${type.id}()`,
      symbol: `${type.file}#${type.def.name}`,
      classValue: type,
      args,
      at: type.at,
    };
  }
  return undefined;
}
