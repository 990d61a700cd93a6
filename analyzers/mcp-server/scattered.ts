import type { Expression } from '../../src/lang/module.ts';
import { partsOf } from '../../src/resolve/parts.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { ClassValue, InstanceValue, Value } from '../../src/resolve/value.ts';
import { enclosingFunction } from '../_shared/code/enclosing.ts';
import { argument, textOf } from '../_shared/code/records.ts';
import { packageDir } from './endpoints.ts';
import { toolObjects } from './symbols.ts';

/** Definitions of tools made anywhere in a package, with the name where it is a field of the object that makes them. */
export function scatteredTools(
  project: Project,
  dir: string,
): readonly { readonly value: InstanceValue; readonly name?: string }[] {
  return project.calls(toolObjects).flatMap(value => {
    if (packageDir(project, value.at.file) !== dir) return [];
    const own = argument(value.args, 'name');
    const name = textOf(own) === undefined ? nameOfObject(project, value, own) : undefined;
    return [{ value, ...(name !== undefined && { name }) }];
  });
}

/**
 * `Tool(name=self.name)` in a class whose constructor says `super().__init__("search")`: the text that reaches the
 * parameter which the base class keeps under that name.
 */
function nameOfObject(project: Project, value: InstanceValue, name: Value | undefined): string | undefined {
  const { owner } = enclosingFunction(project, value.at) ?? {};
  if (!owner) return undefined;
  const kept = name?.kind === 'unknown' && name.reason === 'parameter' ? name : undefined;
  const base = kept && enclosingFunction(project, kept.at);
  const parameters = base?.def.params.filter(({ name: own }) => own !== 'self') ?? [];
  const place = parameters.findIndex(parameter => parameter.name === kept?.detail);
  return place < 0 ? undefined : textIn(project, owner, superArgument(owner, place, kept?.detail ?? ''));
}

/** An argument of `super().__init__(…)`. */
function superArgument(owner: ClassValue, place: number, name: string): Expression | undefined {
  for (const part of partsOf(owner.def.body)) {
    if (part.kind !== 'call') continue;
    const { callee, args } = part as unknown as Expression & { readonly kind: 'call' };
    const isSuper =
      callee.kind === 'member' &&
      callee.property === '__init__' &&
      callee.object.kind === 'call' &&
      callee.object.callee.kind === 'name' &&
      callee.object.callee.name === 'super';
    if (isSuper) return args.find(item => item.name === name)?.value ?? args[place]?.value;
  }
  return undefined;
}

function textIn(project: Project, { file }: ClassValue, value: Expression | undefined): string | undefined {
  if (value?.kind === 'literal' && typeof value.value === 'string') return value.value;
  return value?.kind === 'name' ? textOf(project.exported(file, value.name)) : undefined;
}
