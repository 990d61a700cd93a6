import { type Flow, join } from './flow.ts';
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
  const value = m.project.outerName(frame.fn, name);
  const flow = fromValue(m.catalog, value, name);
  m.outer.set(key, flow);
  return flow;
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
