import type { Catalog } from '../catalog/types.ts';
import type { Project } from '../resolve/project.ts';
import { evaluateExpression } from './expressions.ts';
import { lost } from './flow.ts';
import { invokeFlow } from './invoke.ts';
import { limits, type Machine } from './machine.ts';
import { memberOf } from './members.ts';
import type { Memory } from './memory.ts';
import { runBody } from './statements.ts';

/** A reader for one handler. */
export function createMachine(project: Project, catalog: Catalog, memory: Memory): Machine {
  let depth = 0;
  const m: Machine = {
    project,
    catalog,
    memory,
    fuel: limits.fuel,
    bounded: false,
    met: [],
    unknown: new Map(),
    writes: new Map(),
    active: new Set(),
    outer: new Map(),
    evaluate(e, frame) {
      if (m.fuel-- <= 0 || depth > limits.nesting) {
        m.bounded = true;
        return lost('too much to follow');
      }
      depth++;
      const flow = evaluateExpression(m, e, frame);
      depth--;
      return flow;
    },
    run: (body, frame) => runBody(m, body, frame),
    invoke: (callee, args, site, frame) => invokeFlow(m, callee, args, site, frame),
    member: (object, name) => memberOf(m, object, name),
  };
  return m;
}
