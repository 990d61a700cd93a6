import type { Project } from '../../../src/resolve/project.ts';
import type { InstanceValue, Value } from '../../../src/resolve/value.ts';
import { argumentOf } from './arguments.ts';
import type { Places } from './spec.ts';

const adds = /^(.+)\.(append|extend|push|add|insert|update)$/;

/** The argument at a place, and what later statements set or add there: `agent.tools = […]`, `agent.tools.push(x)`. */
export function valuesOf(
  project: Project,
  call: InstanceValue,
  places: Places | undefined,
): readonly Value[] {
  if (!places) return [];
  const given = argumentOf(call.args, places);
  const found: Value[] = given ? [given] : [];
  // A list that was given contains already what is added to it.
  const isKept = given?.kind === 'list' || given?.kind === 'record';
  for (const use of project.uses(call)) {
    if (use.kind === 'set') {
      if (places.includes(use.property)) found.push(use.value);
      continue;
    }
    const match = adds.exec(use.method);
    if (!match?.[1] || !places.includes(match[1]) || isKept) continue;
    const isMany = match[2] === 'extend' || match[2] === 'update';
    for (const value of use.args.positional) found.push(isMany ? value : listOf(call, value));
  }
  return found;
}

/** One added member, as a list: a function alone would be taken for one that makes the tools. */
function listOf(call: InstanceValue, value: Value): Value {
  return { kind: 'list', id: `${call.id}+${value.at.line}`, items: [{ value }], at: value.at };
}
