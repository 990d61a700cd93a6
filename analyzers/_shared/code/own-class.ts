import type { Project } from '../../../src/resolve/project.ts';
import type { InstanceValue, ListValue, Value } from '../../../src/resolve/value.ts';
import { membersOf } from './arguments.ts';
import { typesIn } from './events.ts';
import type { State } from './state.ts';

/** Tools of the framework in whatever argument of a project class holds them, or their schemas. */
export function toolsAnywhere(state: State, call: InstanceValue): readonly Value[] {
  const values = [...call.args.positional, ...call.args.named.map(({ value }) => value)];
  return values.flatMap((value): readonly ListValue[] => {
    const { members, open } = membersOf(value);
    const items = members.filter(member => isTool(state, member.value));
    if (items.length === 0) return [];
    return [{ kind: 'list', id: `${call.id}+`, items, ...(open !== undefined && { open }), at: value.at }];
  });
}

function isTool(state: State, value: Value): boolean {
  if (value.kind === 'function') return state.decorated.has(value.id);
  if (value.kind !== 'instance' && value.kind !== 'external') return false;
  const { symbol } = value;
  const known = [...state.makers, ...state.passes, ...state.servers];
  if (known.some(({ matches }) => matches(symbol))) return true;
  const cls = value.kind === 'instance' ? value.classValue : undefined;
  const bases = cls ? state.project.bases(cls) : [];
  return state.classes.some(({ matches }) => bases.some(matches));
}

/** True when a class is given a model, by the type of a parameter of its constructor, or makes one in a method. */
export function hasModel(project: Project, { classValue, args }: InstanceValue, models: RegExp): boolean {
  const given = [...args.positional, ...args.named.map(({ value }) => value)];
  if (given.some(value => value.kind === 'instance' && models.test(value.symbol))) return true;
  if (!classValue) return false;
  const init = project.classMember(classValue, '__init__');
  if (init?.kind !== 'function') return false;
  const types = init.def.params.flatMap(({ annotation }) => (annotation ? typesIn(annotation, 0) : []));
  return (
    types.some(name => models.test(name)) || project.callsIn(init).some(call => models.test(call.symbol))
  );
}
