import type { Project } from '../../src/resolve/project.ts';
import type { FunctionValue } from '../../src/resolve/value.ts';

/** Words of a switch that takes tools away. */
const switching =
  /read_?only|non_?destructive|destructive|allow|deny|denied|permit|enabled|disabled|safe_?mode|toolsets?$|restrict|can_?write|writable/i;

/** Names of the program in a body. Keys of records and properties count: a switch may be a field of a configuration. */
const words = /"(?:name|property)":"([\w$]{1,80})"/g;

/**
 * The switch by which a list handler leaves tools out while the call handler never asks for it: what is hidden can still be
 * called by name. Undefined when both ask, or none does.
 */
export function hiddenBy(project: Project, list: FunctionValue, call: FunctionValue): string | undefined {
  const asked = conditionsIn(list);
  if (asked.length === 0) return undefined;
  const bodies = [call, ...project.callsIn(call).flatMap(item => item.callee ?? [])].slice(0, 40);
  const known = new Set(bodies.flatMap(body => wordsIn(JSON.stringify(body.def.body))));
  // Filters in helpers are shared as often as not; a call handler that uses the same helper asks as well.
  return asked.some(name => known.has(name)) ? undefined : asked[0];
}

/** Names of switches in the tests and filters of a handler. */
function conditionsIn({ def }: FunctionValue): readonly string[] {
  const text = JSON.stringify(def.body);
  if (!/"kind":"(?:conditional|if)"|"property":"filter"|"kind":"comprehension"/.test(text)) return [];
  return [...new Set(wordsIn(text))].filter(name => switching.test(name));
}

function wordsIn(text: string): readonly string[] {
  return [...text.matchAll(words)].map(match => match[1] ?? '');
}
